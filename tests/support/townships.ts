import type { PlainDocument, PlainItem, PlainKind, PlainList } from './layouts/plain.ts';
import { type Random, randomFrom } from './layouts/random.ts';
import { CATEGORIES, DEPARTMENTS } from './usualNames.ts';

/** An invented township of an invented county. */
export interface Township {
  /** 0-based; townships of one county share nearly all items. */
  readonly county: number;
  /** 0-based in its county. */
  readonly town: number;
}

/** How large a document is, and how often something is wrong or different in it. */
export interface TownshipOptions {
  /** Items of the lists; the usual size is that of a published list of some 150 KB. */
  readonly basic: number;
  readonly coordinating: number;
  readonly withdrawn: number;
  /** Share of coordinating items whose departments differ from those of the county's other townships. */
  readonly differing: number;
}

const USUAL: TownshipOptions = { basic: 117, coordinating: 96, withdrawn: 124, differing: 0.02 };

const FIRST = [...'云石安白青柳河松清龙凤金银玉长永和泰兴宁'];
const LAST = [...'泽梁岭沙屿湾口坪溪塘桥原坝川浦滩'];

const VERBS = ['开展', '做好', '推进', '落实', '组织', '规范', '统筹', '加强', '承担', '完善'];
const SUBJECTS = [
  ...[
    '灌渠清淤',
    '渡船登记',
    '山林防火',
    '夜市秩序',
    '古桥保护',
    '虫情测报',
    '农机停放',
    '图书借阅',
    '独居探访',
  ],
  ...[
    '雨季排险',
    '路肩养护',
    '学童接送',
    '水库巡护',
    '旧衣回收',
    '晒场用电',
    '养蜂备案',
    '牧道通行',
    '林地流转',
  ],
  ...[
    '婚俗倡导',
    '茶园修剪',
    '竹编传习',
    '冷库年检',
    '鱼塘换水',
    '秸秆还田',
    '地膜捡拾',
    '公厕保洁',
    '井盖排查',
  ],
  ...[
    '路灯报修',
    '戏台修缮',
    '族谱整理',
    '种子留样',
    '农药回收',
    '畜禽免疫',
    '屠宰报备',
    '摊点规划',
    '门牌更换',
  ],
  ...[
    '电梯维保',
    '燃气入户',
    '危房腾退',
    '校车停靠',
    '药箱配备',
    '孕产建册',
    '助餐配送',
    '残具适配',
    '慈善义卖',
  ],
  ...[
    '信件分拣',
    '邮路延伸',
    '宽带扩容',
    '广播检修',
    '气象播报',
    '界桩巡查',
    '矿洞封堵',
    '河砂看护',
    '鸟巢守护',
  ],
  ...[
    '灯会安保',
    '龙舟赛事',
    '农民丰收',
    '民宿登记',
    '导览培训',
    '非遗展演',
    '志书编修',
    '档案数化',
    '印章管理',
  ],
];
const NOUNS = ['工作', '有关事项', '及台账管理', '和信息报送', '与档案整理', '及宣传引导', '和群众服务', ''];

const UPPER = [
  '制定全县{m}年度计划，明确目标、分工、时限和评价办法，印发各乡镇执行',
  '对各乡镇上报的{m}情况逐件复核，七个工作日内书面反馈结果',
  '每半年组织一次业务培训，提供{m}的技术标准、操作流程和文书样式',
  '汇总{m}数据，按季度通报进展，对排名靠后的约谈提醒',
  '对拒不整改的单位和个人依法立案查处，并公开处理结果',
  '筹措{m}所需经费，专账核算，监督使用绩效',
  '会同其他单位开展{m}联合检查，建立问题清单和销号制度',
];
const LOWER = [
  '通过村广播、公示栏和入户走访宣传{m}政策，解答群众疑问',
  '摸清辖区{m}底数，建立台账并在每月月底前更新',
  '发现问题先行劝阻，做好记录，在3个工作日内上报',
  '组织村（社区）干部参加{m}培训，每年不少于两次',
  '提供场地和人员保障，维护{m}现场秩序，劝离无关人员',
  '协助核对名单，在村务公开栏公示“{m}”结果，公示期不少于五天',
  '收集整理{m}佐证材料，装订成册，按期归档',
];

/** Names of an invented township. */
export function placeOf({ county, town }: Township): { readonly county: string; readonly town: string } {
  const name = (index: number): string =>
    `${FIRST[index % FIRST.length] ?? ''}${LAST[Math.floor(index / FIRST.length + index) % LAST.length] ?? ''}`;
  return { county: `${name(county)}县`, town: `${name(town * 7 + 3)}镇` };
}

/**
 * A sound document of a township. Townships of one county have the same items, most of them with the same departments;
 * equal arguments give equal documents.
 */
export function township(which: Township, options: Partial<TownshipOptions> = {}): PlainDocument {
  const size = { ...USUAL, ...options };
  const shared = randomFrom(which.county + 1);
  const own = randomFrom(1000 * (which.county + 1) + which.town);
  const names = namesFrom(shared, size.basic + size.coordinating + size.withdrawn);
  const { county, town } = placeOf(which);
  const kinds: readonly PlainKind[] = ['basic', 'coordinating', 'withdrawn'];
  let at = 0;
  const lists = kinds.map((kind): PlainList => {
    const items = names.slice(at, at + size[kind]);
    at += size[kind];
    return {
      kind,
      title: `${county}${town}${TITLES[kind]}清单`,
      // Each item draws from a source of its own: what differs in one leaves the others alike.
      items: items.map((name, i) =>
        itemOf(kind, name, i, items.length, {
          shared: randomFrom(100_003 * (which.county + 1) + 7 * i + kinds.indexOf(kind)),
          own,
          size,
        }),
      ),
    };
  });
  return {
    title: `${county}${town}履职事项清单`,
    date: '2025年7月',
    preamble: ['编制说明', ...lists.map(statement)],
    lists,
  };
}

const TITLES: Readonly<Record<PlainKind, string>> = {
  basic: '基本履职事项',
  coordinating: '配合履职事项',
  withdrawn: '上级部门收回事项',
};

interface Name {
  readonly subject: string;
  readonly words: string;
}

/** Names that have at most one subject in common. */
function namesFrom(random: Random, count: number): readonly Name[] {
  const taken = new Set<string>();
  const names: Name[] = [];
  while (names.length < count) {
    const [one = '', other = ''] = random.shuffle(SUBJECTS);
    if (taken.has(`${one}${other}`) || taken.has(`${other}${one}`)) continue;
    taken.add(`${one}${other}`);
    names.push({ subject: one, words: `${random.pick(VERBS)}${one}、${other}${random.pick(NOUNS)}` });
  }
  return names;
}

interface Choices {
  readonly shared: Random;
  readonly own: Random;
  readonly size: TownshipOptions;
}

function itemOf(kind: PlainKind, name: Name, index: number, all: number, choices: Choices): PlainItem {
  const category = CATEGORIES[Math.floor((index * CATEGORIES.length) / all)] ?? '';
  const item: PlainItem = { number: String(index + 1), category, name: name.words };
  const { shared, own, size } = choices;
  const usual = shared
    .shuffle(DEPARTMENTS)
    .slice(0, kind === 'withdrawn' ? 1 : shared.pick([1, 1, 2, 2, 3, 4]));
  if (kind === 'basic') return item;
  if (kind === 'withdrawn') {
    const [department = ''] = usual;
    return {
      ...item,
      name: `对擅自从事${name.subject}、${name.words.slice(2)}的处罚`,
      handover: `承接部门：县${department}\n工作方式：由县${department}开展巡查，发现违法行为的依法查处。`,
    };
  }
  const departments = own.chance(size.differing) ? own.shuffle(DEPARTMENTS).slice(0, 2) : usual;
  return {
    ...item,
    departments: `县${departments.join('、')}`,
    superiorDuties:
      departments.length === 1
        ? numbered(clauses(UPPER, name.subject, shared))
        : departments
            .map((one) => `县${one}：\n${numbered(clauses(UPPER, name.subject, shared))}`)
            .join('\n'),
    townshipDuties: numbered(clauses(LOWER, name.subject, shared)),
  };
}

function clauses(words: readonly string[], about: string, random: Random): readonly string[] {
  return random
    .shuffle(words)
    .slice(0, random.int(2, 5))
    .map((word) => word.replace('{m}', about));
}

function numbered(texts: readonly string[]): string {
  return texts.map((text, i) => `${i + 1}.${text}${i === texts.length - 1 ? '。' : '；'}`).join('\n');
}

/** A sentence that states the counts of a list, true to it. */
function statement({ kind, items }: PlainList): string {
  const names = [...new Set(items.map(({ category }) => category))];
  const listed = `${names.join('、')}等${names.length}个类别`;
  return `${TITLES[kind]}清单主要包括${listed}，共有${TITLES[kind]}${items.length}项。`;
}

import type { PlainDocument, PlainItem, PlainKind, PlainList } from './layouts/plain.ts';
import type { Random } from './layouts/random.ts';
import { randomFrom } from './layouts/random.ts';
import { CATEGORIES, DEPARTMENTS } from './usualNames.ts';

/** How large a generated document is: items of each list; 0 leaves the list out. */
export interface DocumentSize {
  readonly basic: number;
  readonly coordinating: number;
  readonly withdrawn: number;
}

const PLACES = [
  { county: '云泽县', town: '柳湾镇' },
  { county: '石梁县', town: '河口镇' },
  { county: '安岭县', town: '松坪镇' },
  { county: '白沙县', town: '红柳镇' },
];

const PARTY = ['组织部', '宣传部', '统战部', '政法委', '编办', '社会工作部'];

const VERBS = ['开展', '做好', '推进', '落实', '组织', '配合开展', '规范'];
const MATTERS = [
  '灌溉渠道清淤',
  '渡口船只登记',
  '山林防火巡护',
  '低收入家庭走访',
  '集镇夜市秩序维护',
  '古桥保护',
  '果园虫情测报',
  '农机停放场地建设',
  '村级图书角借阅',
  '独居老人探访',
  '雨季地质隐患点排查',
  '乡道路肩养护',
  '学生上下学交通疏导',
  '小型水库巡查',
  '旧衣回收站点设置',
  '晒场用电检查',
  '养蜂场备案',
  '牧道通行管理',
  '集体林地流转登记',
  '婚俗新风倡导',
];
const TAILS = ['工作', '有关事项', '及台账管理', '、信息报送和档案整理', '，及时回应群众诉求', ''];

const UPPER = [
  '制定全县{m}年度计划，明确目标、分工和时限',
  '对乡镇上报的{m}情况进行复核并反馈结果',
  '组织业务培训，提供{m}技术标准和文书样式',
  '汇总{m}数据，按季度通报进展',
  '对不按要求整改的单位和个人依法查处',
  '筹措{m}经费并监督使用',
  '会同有关单位开展联合检查，建立问题清单',
];
const LOWER = [
  '宣传{m}政策，解答群众疑问',
  '摸清辖区{m}底数，建立台账并及时更新',
  '发现问题先行劝阻，并在3个工作日内上报',
  '组织村（社区）干部参加{m}培训',
  '提供场地和人员保障，维护现场秩序',
  '协助核对名单，在村务公开栏公示“{m}”结果',
  '收集整理佐证材料，按期归档',
];

/** One matter or two, so that a name is long enough to wrap now and then. */
function matter(random: Random): string {
  return random
    .shuffle(MATTERS)
    .slice(0, random.chance(0.2) ? 2 : 1)
    .join('、');
}

/** A name that the document does not hold yet. */
function newName(make: () => string, taken: Set<string>): string {
  let name = make();
  for (let tries = 0; taken.has(name) && tries < 50; tries++) name = make();
  taken.add(name);
  return name;
}

/** Clauses numbered from 1, each ended by ；, the last by 。; one alone has no number. */
function numbered(texts: readonly string[]): string {
  if (texts.length === 1) return `${texts[0] ?? ''}。`;
  return texts.map((text, i) => `${i + 1}.${text}${i === texts.length - 1 ? '。' : '；'}`).join('\n');
}

function clauses(words: readonly string[], about: string, random: Random, most: number): readonly string[] {
  return random
    .shuffle(words)
    .slice(0, random.int(1, most))
    .map((word) => word.replace('{m}', about));
}

interface Assigned {
  /** As the department cell writes them. */
  readonly cell: string;
  /** Each with its prefix. */
  readonly names: readonly string[];
}

function departments(county: string, random: Random): Assigned {
  const count = random.pick([1, 1, 1, 2, 2, 3, 5]);
  const own = random.shuffle(DEPARTMENTS).slice(0, count);
  const style = random.pick(['carried', 'each', 'county'] as const);
  const prefix = style === 'county' ? county : '县';
  if (random.chance(0.15)) {
    const party = random.shuffle(PARTY).slice(0, random.int(1, 2));
    const names = [...party.map((name) => `县委${name}`), ...(count > 1 ? [`县${own[0] ?? ''}`] : [])];
    const cell = `县委${party.join('、')}${count > 1 ? `，县${own[0] ?? ''}` : ''}`;
    return { cell, names };
  }
  const names = own.map((name) => `${prefix}${name}`);
  return { cell: style === 'carried' ? `县${own.join('、')}` : names.join('、'), names };
}

/** Superior duties in one of their three forms, or under section headings. */
function superiorDuties(names: readonly string[], about: string, random: Random): string {
  if (names.length === 1) {
    if (random.chance(0.15)) {
      return ['前期准备', '日常管理']
        .map((section, i) => `${'一二'[i] ?? ''}、${section}\n${numbered(clauses(UPPER, about, random, 3))}`)
        .join('\n');
    }
    return numbered(clauses(UPPER, about, random, 5));
  }
  if (random.chance(0.5)) {
    return names.map((name) => `${name}：\n${numbered(clauses(UPPER, about, random, 3))}`).join('\n');
  }
  return numbered(names.map((name) => `${name}负责${random.pick(UPPER).replace('{m}', about)}`));
}

function handover(county: string, name: string, labelled: boolean, random: Random): string {
  if (random.chance(0.12)) return '不再开展此项工作。';
  const count = random.chance(0.1) ? 2 : 1;
  return random
    .shuffle(DEPARTMENTS)
    .slice(0, count)
    .map((department) => {
      const manner = `由县${department}负责${name}，不再交由乡镇承担。`;
      return labelled
        ? `承接部门：${county}${department}\n工作方式：${manner}`
        : `县${department}\n承接方式：${manner}`;
    })
    .join('\n');
}

/** Sizes of runs of one category; each run at least 1, together `total`. */
function runsOf(total: number, random: Random): readonly number[] {
  const runs: number[] = [];
  let left = total;
  while (left > 0 && runs.length < CATEGORIES.length - 1) {
    const size = Math.min(left, random.int(1, Math.max(2, Math.ceil((total / CATEGORIES.length) * 2))));
    runs.push(size);
    left -= size;
  }
  if (left > 0) runs.push(left);
  return runs;
}

const TITLES: Readonly<Record<PlainKind, string>> = {
  basic: '基本履职事项',
  coordinating: '配合履职事项',
  withdrawn: '上级部门收回事项',
};

interface Place {
  readonly county: string;
  readonly town: string;
}

function listOf(kind: PlainKind, size: number, place: Place, taken: Set<string>, random: Random): PlainList {
  const runs = runsOf(size, random);
  const chosen = new Set(random.shuffle(CATEGORIES).slice(0, runs.length));
  const categories = CATEGORIES.filter((name) => chosen.has(name));
  const labelled = random.chance(0.6);
  const items: PlainItem[] = [];
  categories.forEach((category, run) => {
    for (let i = 0; i < (runs[run] ?? 0); i++) {
      const about = matter(random);
      const number = String(items.length + 1);
      if (kind === 'withdrawn') {
        const name = newName(
          () => `对擅自从事${matter(random)}的${random.pick(['处罚', '审批', '考核'])}`,
          taken,
        );
        items.push({ number, category, name, handover: handover(place.county, name, labelled, random) });
        continue;
      }
      const name = newName(
        () => `${random.pick(VERBS)}${kind === 'basic' ? matter(random) : about}${random.pick(TAILS)}`,
        taken,
      );
      if (kind === 'basic') {
        items.push({ number, category, name });
        continue;
      }
      const assigned = departments(place.county, random);
      items.push({
        number,
        category,
        name,
        departments: assigned.cell,
        superiorDuties: superiorDuties(assigned.names, about, random),
        townshipDuties: numbered(clauses(LOWER, about, random, 5)),
      });
    }
  });
  return { kind, title: `${place.county}${place.town}${TITLES[kind]}清单`, items };
}

/** A sentence that states the counts of a list, true to it. */
function statement(list: PlainList): string {
  const names = [...new Set(list.items.map((item) => item.category))];
  const listed = `${names.join('、')}等${names.length}个类别`;
  return `${TITLES[list.kind]}清单主要包括${listed}，共有${TITLES[list.kind]}${list.items.length}项。`;
}

/** An invented document whose numbers, categories and stated counts agree. Equal seeds give equal documents. */
export function plainDocument(seed: number, size?: Partial<DocumentSize>): PlainDocument {
  const random = randomFrom(seed);
  const place = random.pick(PLACES);
  const taken = new Set<string>();
  const sizes = {
    basic: random.int(1, 14),
    coordinating: random.int(1, 10),
    withdrawn: random.int(1, 8),
    ...size,
  };
  const lists = (['basic', 'coordinating', 'withdrawn'] as const)
    .filter((kind) => sizes[kind] > 0)
    .map((kind) => listOf(kind, sizes[kind], place, taken, random));
  return {
    title: `${place.county}${place.town}履职事项清单`,
    date: `2025年${random.int(1, 12)}月`,
    preamble: ['编制说明', ...lists.map(statement)],
    lists,
  };
}

import type { Random } from '../layouts/random.ts';
import type { Defect, Sample } from './defect.ts';
import { cellsOf, inCell, pickFrom, pickMatch, splice } from './places.ts';

/** Words of two characters that official prose is full of; none of them makes sense with a character doubled. */
const WORDS =
  /登记|审核|宣传|排查|保障|监督|整改|处置|受理|报送|汇总|核实|协助|指导|培训|台账|信息|申请|发放|隐患|资料|标准|经费|补贴|救助|许可/g;
const VERBS = /负责|组织|开展|制定|建立|落实|协助|配合|提供|受理|审核/g;

/** Right and wrong forms of words that editors confuse, the wrong one wrong wherever it stands in such a list. */
const CONFUSIONS: readonly (readonly [string, string])[] = [
  ['台账', '台帐'],
  ['账户', '帐户'],
  ['账目', '帐目'],
  ['抚恤', '扶恤'],
  ['部署', '布署'],
  ['赡养', '瞻养'],
  ['撤销', '撤消'],
  ['秸秆', '秸杆'],
  ['防汛', '防讯'],
  ['竣工', '峻工'],
  ['烟花爆竹', '烟花暴竹'],
  ['截至', '截止到'],
  ['贯彻', '贯切'],
  ['部分', '部份'],
  ['登记', '登计'],
  ['辐射', '幅射'],
];

/** Two words for one thing, of which a document should use one; the first is the one to be replaced. */
const VARIANTS: readonly (readonly [string, string])[] = [
  ['噪声', '噪音'],
  ['流浪犬', '流浪狗'],
  ['本辖区', '辖区'],
  ['辖区', '本辖区'],
  ['县人民政府', '县政府'],
  ['电动自行车', '电动车'],
  ['厨余垃圾', '餐厨垃圾'],
  ['突发环境事件', '突发环境污染事件'],
];

function pickPair(
  sample: Sample,
  random: Random,
  pairs: readonly (readonly [string, string])[],
  least: number,
): readonly [string, string] | null {
  const all = cellsOf(sample)
    .map(({ words }) => words)
    .join('\n');
  return pickFrom(
    random,
    pairs.filter(([right]) => all.split(right).length > least),
  );
}

/** A clause of the township's duties, not the last, is written in words that bind nobody. */
function clauseOf(id: string, rules: readonly string[], wordings: readonly string[]): Defect {
  return {
    id,
    rules,
    inject(sample, random) {
      const found = pickMatch(sample, random, /(?<=^|\n)(\d+)\.[^\n]*；(?=\n)/g, ['townshipDuties']);
      if (!found) return null;
      const { cell, match } = found;
      const words = random.pick(wordings);
      return inCell(
        sample,
        cell,
        splice(cell.words, match.index, match[0].length, `${match[1] ?? ''}.${words}；`),
        words,
      );
    },
  };
}

/** Faults of words. */
export const languageDefects: readonly Defect[] = [
  {
    id: 'character-doubled',
    rules: ['repeated-words'],
    inject(sample, random) {
      const found = pickMatch(sample, random, WORDS);
      if (!found) return null;
      const { cell, match } = found;
      const [word] = match;
      const doubled = random.chance(0.5) ? word.charAt(0) + word : word + word.charAt(1);
      return inCell(sample, cell, splice(cell.words, match.index, 2, doubled), `${word} → ${doubled}`);
    },
  },
  {
    id: 'word-doubled',
    rules: ['repeated-words'],
    inject(sample, random) {
      const found = pickMatch(sample, random, VERBS);
      if (!found) return null;
      const { cell, match } = found;
      const doubled = match[0] + match[0];
      return inCell(sample, cell, splice(cell.words, match.index, 2, doubled), doubled);
    },
  },
  {
    id: 'particle-doubled',
    rules: ['repeated-words'],
    inject(sample, random) {
      const found = pickMatch(sample, random, /(?<=[一-龥])[的和与及](?=[一-龥])/g);
      if (!found) return null;
      const { cell, match } = found;
      const doubled = match[0] + match[0];
      return inCell(sample, cell, splice(cell.words, match.index, 1, doubled), doubled);
    },
  },
  {
    id: 'wrong-word',
    rules: ['preferred-terms', 'questionable-terms'],
    inject(sample, random) {
      const pair = pickPair(sample, random, CONFUSIONS, 1);
      if (!pair) return null;
      const found = pickMatch(sample, random, new RegExp(pair[0], 'g'));
      if (!found) return null;
      const { cell, match } = found;
      return inCell(
        sample,
        cell,
        splice(cell.words, match.index, match[0].length, pair[1]),
        `${pair[0]} → ${pair[1]}`,
      );
    },
  },
  {
    id: 'terms-mixed',
    rules: ['term-consistent'],
    inject(sample, random) {
      const pair = pickPair(sample, random, VARIANTS, 2);
      if (!pair) return null;
      const found = pickMatch(sample, random, new RegExp(`(?<!本)${pair[0]}`, 'g'));
      if (!found) return null;
      const { cell, match } = found;
      return inCell(
        sample,
        cell,
        splice(cell.words, match.index, match[0].length, pair[1]),
        `${pair[0]} → ${pair[1]}`,
      );
    },
  },
  clauseOf(
    'vague-wording',
    ['vague-wording'],
    ['完成上级交办的其他工作', '将发现的问题上报有关部门', '按照有关规定办理', '做好等候区引导等相关工作'],
  ),
  clauseOf(
    'two-patterns-in-one',
    ['mixed-frames'],
    ['开展摊点经营情况进行登记', '避免出现拥挤现象的发生', '围绕便民为中心调整窗口', '防止类似情况不再发生'],
  ),
  clauseOf(
    'verb-without-its-object',
    ['verb-object', 'mixed-frames'],
    ['健全信息员队伍建设', '每次参加人数不少于5人以上', '每季度约3次左右上门走访'],
  ),
  clauseOf('vague-partner', ['vague-partner'], ['配合有关部门开展检查', '协助相关部门做好现场核查']),
];

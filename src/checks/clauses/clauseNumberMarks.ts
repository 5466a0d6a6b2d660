import { parseNumeral } from '../../grammar/numerals.ts';
import { MEASURE_WORDS } from '../../grammar/words.ts';
import type { Finding } from '../../model/finding.ts';
import { spanOf } from '../../model/text.ts';
import { atCell, type ClauseCell } from './dutyCells.ts';
import { type NumberRun, numberLike } from './numberRuns.ts';

const MARKS = /[.．、）)]$/u;

/** A full-width dot, or a space before the dot. */
function isOdd(text: string): boolean {
  return text.endsWith('．') || /\s/u.test(text);
}

/** A number without its mark (`1常态化`), or with one that belongs elsewhere (`2，`). */
export function markFindings(cell: ClauseCell, run: NumberRun): readonly Finding[] {
  const { style, members } = run;
  if (style !== 'arabic') return [];
  const [model = '1.'] = members
    .map(({ number }) => number.text)
    .filter((text) => MARKS.test(text))
    .sort((a, b) => Number(isOdd(a)) - Number(isOdd(b)));
  const odds = members.filter(({ number }) => isOdd(number.text)).length;
  const found = members.flatMap(({ number }): Finding[] => {
    // A full-width dot, or a space before the dot, is a slip where others of the run have the usual one.
    const odd = isOdd(number.text) && odds * 2 < members.length;
    if (number.style !== 'arabic' || (MARKS.test(number.text) && !odd)) return [];
    const expected = numberLike(model, style, number.value);
    return [
      {
        ...atCell(cell, number.start, number.end),
        variant: /[0-9０-９]$/u.test(number.text) ? 'mark' : 'wrongMark',
        data: { expected, found: number.text },
        fix: [{ span: spanOf(cell.text, number.start, number.end), text: expected }],
      },
    ];
  });
  const hidden = hiddenNumber(cell, run);
  if (!hidden) return found;
  const data = { expected: numberLike(model, style, hidden.value), found: hidden.text };
  const edits = [{ span: spanOf(cell.text, hidden.start, hidden.end), text: data.expected }];
  return [
    ...found,
    {
      ...atCell(cell, hidden.start, hidden.end),
      variant: 'mark',
      data,
      suggestions: [{ variant: 'replace', data, edits }],
    },
  ];
}

/** Words that begin like a measure word and are none: 3项目完工后…, 4公布名单. */
const NO_MEASURES =
  /公(?![里斤顷尺分])|项目|家[庭长属畜禽]|条[例件]|点[击位名]|场[所地]|时[间常刻]|号召|人[员民才口大]|名[单录称册]|[年月]度|日常|次[年日]|户[籍主口]|分[类级析配批发别期送段流]|台账|平[安台]|周边|种[植子养]|张[贴榜]|级别|类别/uy;

function isMeasured(value: string, at: number): boolean {
  NO_MEASURES.lastIndex = at;
  return MEASURE_WORDS.has(value.charAt(at)) && !NO_MEASURES.test(value);
}

const BEHIND_SEMICOLON = /[；;]\s*([0-9０-９]{1,2})(?=[\u4e00-\u9fff])/gu;

/**
 * The number that is due behind the last clause of a run, without its mark: `3.核对；4发放补贴。`. No number behind it tells
 * that it is one, so that the grammar takes it for a part of the clause.
 */
function hiddenNumber(
  cell: ClauseCell,
  { members }: NumberRun,
): { readonly value: number; readonly text: string; readonly start: number; readonly end: number } | null {
  const last = members[members.length - 1];
  if (last?.node.type !== 'clause' || last.node.children.length > 0) return null;
  const words = cell.text.value.slice(last.number.end, last.node.end);
  for (const match of words.matchAll(BEHIND_SEMICOLON)) {
    const [whole, text = ''] = match;
    const value = parseNumeral(text);
    const end = last.number.end + match.index + whole.length;
    if (value !== last.number.value + 1 || isMeasured(cell.text.value, end)) continue;
    return { value, text, start: end - text.length, end };
  }
  return null;
}

/** Whether a run is the number of an only clause, with nothing beside it. */
export function isSingle({ style, members }: NumberRun): boolean {
  const [only] = members;
  return (
    style === 'arabic' &&
    members.length === 1 &&
    only !== undefined &&
    only.number.value === 1 &&
    only.node.type === 'clause'
  );
}

/** The number of an only clause, where others bear none. */
export function singleFindings(cell: ClauseCell, run: NumberRun): readonly Finding[] {
  const [only] = run.members;
  if (!only || !isSingle(run) || hiddenNumber(cell, run)) return [];
  const { number } = only;
  const start = number.start;
  // The white space behind the number goes with it.
  let end = number.end;
  while (end < only.node.end && cell.text.value.charAt(end).trim() === '') end++;
  return [
    {
      ...atCell(cell, number.start, number.end),
      variant: 'single',
      data: { found: number.text },
      suggestions: [
        {
          variant: 'remove',
          data: { found: number.text },
          edits: [{ span: spanOf(cell.text, start, end), text: '' }],
        },
      ],
    },
  ];
}

import type { Random } from '../layouts/random.ts';
import type { Defect, Injected, Sample } from './defect.ts';
import { type CellPlace, cellsOf, inCell, pickFrom } from './places.ts';

const DUTIES = ['superiorDuties', 'townshipDuties'] as const;

/** Lines of a cell that are numbered from 1 on without a break. */
interface Run {
  readonly cell: CellPlace;
  readonly lines: readonly string[];
  /** Index of the first line. */
  readonly from: number;
  readonly length: number;
}

function runsOf(cell: CellPlace): readonly Run[] {
  const lines = cell.words.split('\n');
  const runs: Run[] = [];
  let from = -1;
  lines.forEach((line, i) => {
    const number = Number(/^(\d{1,2})\./.exec(line)?.[1] ?? 0);
    if (number === 1) from = i;
    const next = Number(/^(\d{1,2})\./.exec(lines[i + 1] ?? '')?.[1] ?? 0);
    if (from >= 0 && number > 0 && next !== number + 1) {
      runs.push({ cell, lines, from, length: i - from + 1 });
      from = -1;
    }
  });
  return runs;
}

function pickRun(
  sample: Sample,
  random: Random,
  least: number,
  fits: (run: Run) => boolean = () => true,
): Run | null {
  return pickFrom(
    random,
    cellsOf(sample, DUTIES)
      .flatMap(runsOf)
      .filter((run) => run.length >= least && fits(run)),
  );
}

function withLines(
  sample: Sample,
  run: Run,
  change: (line: string, index: number) => string,
  what: string,
): Injected {
  const lines = run.lines.map((line, i) => {
    const index = i - run.from;
    return index < 0 || index >= run.length ? line : change(line, index);
  });
  return inCell(sample, run.cell, lines.join('\n'), what);
}

/** The number in front of a line becomes another. */
const renumber = (line: string, by: number): string =>
  line.replace(/^\d+/, (number) => String(Number(number) + by));

/** Which clause of a run a fault hits. */
type Position = (random: Random, run: Run) => number;
const any: Position = (random, run) => random.int(0, run.length - 1);
const inner: Position = (random, run) => random.int(1, run.length - 2);
const notLast: Position = (random, run) => random.int(0, run.length - 2);
const last: Position = (_, run) => run.length - 1;

/** A fault of one clause. */
interface ClauseFault {
  readonly id: string;
  readonly rules?: readonly string[];
  /** The shortest run that it is put into. */
  readonly least: number;
  readonly at: Position;
  readonly fits?: (run: Run) => boolean;
  /** What becomes of the line, and how a person calls that; `number` is that of the clause. */
  readonly turn: (
    number: number,
    random: Random,
  ) => { readonly change: (line: string) => string; readonly what: string };
}

function clauseDefect({ id, rules = ['clause-numbering'], least, at, fits, turn }: ClauseFault): Defect {
  return {
    id,
    rules,
    inject(sample, random) {
      const run = pickRun(sample, random, least, fits);
      if (!run) return null;
      const index = at(random, run);
      const { change, what } = turn(index + 1, random);
      return withLines(sample, run, (line, i) => (i === index ? change(line) : line), what);
    },
  };
}

/** A clause that ends with another mark than its neighbours. */
function endDefect(
  fault: Pick<ClauseFault, 'id' | 'least' | 'at'>,
  due: '；' | '。',
  marks: readonly string[],
  what: (number: number, mark: string) => string,
): Defect {
  return clauseDefect({
    ...fault,
    rules: ['clause-ending'],
    turn(number, random) {
      const [only = ''] = marks;
      const mark = marks.length === 1 ? only : random.pick(marks);
      return {
        change: (line) => (line.endsWith(due) ? line.slice(0, -1) + mark : line),
        what: what(number, mark),
      };
    },
  });
}

/** All clauses of a run from one on count otherwise. */
function shiftDefect(id: string, by: number, what: (at: number) => string): Defect {
  return {
    id,
    rules: ['clause-numbering'],
    inject(sample, random) {
      const run = pickRun(sample, random, 3);
      if (!run) return null;
      const at = random.int(1, run.length - 1);
      return withLines(sample, run, (line, i) => (i >= at ? renumber(line, by) : line), what(at));
    },
  };
}

/** Cells with sections 一、二、, as pairs of the two duties of one item. */
function sectioned(sample: Sample): readonly CellPlace[] {
  return cellsOf(sample, DUTIES).filter(({ words }) => /^一、/.test(words) && /\n二、/.test(words));
}

/** Faults of the numbers and endings of clauses, and of their headings. */
export const clauseDefects: readonly Defect[] = [
  shiftDefect('clause-gap', 1, (at) => `gap before ${at + 2}`),
  shiftDefect('clause-repeat', -1, (at) => `${at} twice`),
  clauseDefect({
    id: 'clause-number-mistyped',
    least: 4,
    at: inner,
    turn: (number) => ({ change: (line) => renumber(line, 10), what: `${number} → ${number + 10}` }),
  }),
  clauseDefect({
    id: 'clause-dot-missing',
    least: 3,
    at: any,
    fits: ({ lines, from, length }) =>
      lines.slice(from, from + length).every((line) => /^\d+\.[一-龥]/.test(line)),
    turn: (number) => ({ change: (line) => line.replace('.', ''), what: `no dot behind ${number}` }),
  }),
  clauseDefect({
    id: 'clause-number-missing',
    least: 4,
    at: inner,
    turn: (number) => ({
      change: (line) => line.replace(/^\d+\./, ''),
      what: `no number before clause ${number}`,
    }),
  }),
  {
    id: 'clause-lone-number',
    rules: ['single-clause-number', 'clause-numbering'],
    inject(sample, random) {
      const cell = pickFrom(
        random,
        cellsOf(sample, DUTIES).filter(({ words }) => !words.includes('\n') && !/^\d|^[一二]、/.test(words)),
      );
      return cell && inCell(sample, cell, `1.${cell.words}`, 'a lone 1.');
    },
  },
  {
    id: 'clause-no-restart',
    rules: ['clause-numbering'],
    inject(sample, random) {
      const run = pickFrom(
        random,
        cellsOf(sample, ['superiorDuties']).flatMap((cell) => {
          const runs = runsOf(cell);
          return runs.slice(1).flatMap((each, i) => {
            const before = runs[i];
            const grouped = /[：:]$/.test(each.lines[each.from - 1] ?? '');
            return grouped && before && before.from + before.length === each.from - 1
              ? [{ ...each, before: before.length }]
              : [];
          });
        }),
      );
      return (
        run &&
        withLines(
          sample,
          run,
          (line) => renumber(line, run.before),
          `second group goes on with ${run.before + 1}`,
        )
      );
    },
  },
  clauseDefect({
    id: 'clause-number-style',
    rules: ['numbering-levels', 'clause-numbering'],
    least: 3,
    at: inner,
    turn(number, random) {
      const style = random.pick([(n: string) => `（${n}）`, (n: string) => `${n}、`]);
      return {
        change: (line) => line.replace(/^(\d+)\./, (_, n: string) => style(n)),
        what: `clause ${number} with ${style(String(number))}`,
      };
    },
  }),
  endDefect(
    { id: 'clause-end-stop', least: 3, at: notLast },
    '；',
    ['。'],
    (n) => `clause ${n} ends with 。`,
  ),
  endDefect(
    { id: 'clause-end-comma', least: 3, at: notLast },
    '；',
    ['，', '、'],
    (n, mark) => `clause ${n} ends with ${mark}`,
  ),
  endDefect(
    { id: 'clause-end-colon', least: 3, at: notLast },
    '；',
    ['：'],
    (n) => `clause ${n} ends with ：`,
  ),
  endDefect({ id: 'clause-end-missing', least: 3, at: notLast }, '；', [''], (n) => `clause ${n} has no end`),
  endDefect(
    { id: 'clause-last-semicolon', least: 2, at: last },
    '。',
    ['；'],
    () => 'the last clause ends with ；',
  ),
  endDefect(
    { id: 'clause-last-missing', least: 2, at: last },
    '。',
    [''],
    () => 'the last clause has no end',
  ),
  {
    id: 'section-heading-differs',
    rules: ['section-headings-paired', 'section-headings-alike'],
    inject(sample, random) {
      const paired = sectioned(sample).filter(({ item, words }) => {
        const headings = (text = '') =>
          text
            .split('\n')
            .filter((line) => /^[一二三四五]、/.test(line))
            .join();
        return headings(item.superiorDuties) === headings(item.townshipDuties) && headings(words).length > 8;
      });
      const cell = pickFrom(random, paired);
      if (!cell) return null;
      const lines = cell.words.split('\n');
      const headings = lines.flatMap((line, i) => (/^[一二三四五]、[一-龥]{4,}/.test(line) ? [i] : []));
      const index = pickFrom(random, headings);
      if (index === null) return null;
      const heading = lines[index] ?? '';
      const at = random.int(3, heading.length - 1);
      lines[index] = heading.slice(0, at) + heading.slice(at + 1);
      return {
        ...inCell(sample, cell, lines.join('\n'), `${heading} → ${lines[index]}`),
        place: {
          lists: [cell.kind],
          items: [Number(cell.item.number)],
          columns: [...DUTIES],
        },
      };
    },
  },
  {
    id: 'section-number-gap',
    rules: ['clause-numbering', 'numbering-levels'],
    inject(sample, random) {
      const cell = pickFrom(
        random,
        sectioned(sample).filter(({ words }) => !words.includes('\n三、')),
      );
      return cell && inCell(sample, cell, cell.words.replace('\n二、', '\n三、'), 'sections 一、三、');
    },
  },
  {
    id: 'level-skipped',
    rules: ['numbering-levels'],
    inject(sample, random) {
      const cell = pickFrom(
        random,
        cellsOf(sample, DUTIES).filter(({ words }) => /^1\./.test(words) && /\n2\./.test(words)),
      );
      return (
        cell &&
        inCell(
          sample,
          cell,
          cell.words.replace(/(^|\n)(\d+)\./g, '$1（$2）'),
          'clauses （1）（2） without 1.',
        )
      );
    },
  },
  clauseDefect({
    id: 'clause-dot-other',
    rules: ['clause-numbering', 'numbering-levels', 'fullwidth-punctuation', 'halfwidth-characters'],
    least: 3,
    at: inner,
    turn(number, random) {
      const dot = random.pick(['．', '。', ',']);
      return { change: (line) => line.replace('.', dot), what: `clause ${number} with ${dot}` };
    },
  }),
  {
    id: 'section-number-repeat',
    rules: ['clause-numbering', 'numbering-levels'],
    inject(sample, random) {
      const cell = pickFrom(random, sectioned(sample));
      return cell && inCell(sample, cell, cell.words.replace('\n二、', '\n一、'), 'sections 一、一、');
    },
  },
];

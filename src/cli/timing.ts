import { textUnits } from '../checks/texts/texts.ts';
import type { ListDocument } from '../model/document.ts';
import { departmentsOf, handoverOf, superiorDutiesOf, townshipDutiesOf } from '../outline/reading.ts';
import { displayWidth } from '../reports/displayWidth.ts';
import type { Language } from '../reports/words.ts';
import type { RunWatch } from './checkInput.ts';

/** How long each part of a run took, added up over its files. */
export interface Timing {
  readonly watch: RunWatch;
  /** The table for people: the slowest first, with the share of all rules together. */
  table(language: Language): string;
}

const WORDS: Readonly<
  Record<Language, Readonly<Record<'rule' | 'time' | 'share' | 'read' | 'parse' | 'rules', string>>>
> = {
  zh: {
    rule: '规则',
    time: '毫秒',
    share: '占比',
    read: '读取文件',
    parse: '各规则共用的分析',
    rules: '全部规则',
  },
  en: {
    rule: 'rule',
    time: 'ms',
    share: 'share',
    read: 'reading files',
    parse: 'analysis shared by rules',
    rules: 'all rules',
  },
};

/** Times a run. What rules share (the cells taken apart) is computed before them, so that none pays for the others. */
export function startTiming(): Timing {
  const byRule = new Map<string, number>();
  let read = 0;
  let parse = 0;
  const now = (): number => performance.now();
  return {
    watch: {
      now,
      onRead: (milliseconds) => {
        read += milliseconds;
      },
      onDocument: (document) => {
        const before = now();
        takeApart(document);
        parse += now() - before;
      },
      onTime: (ruleId, milliseconds) => {
        byRule.set(ruleId, (byRule.get(ruleId) ?? 0) + milliseconds);
      },
    },
    table(language) {
      const words = WORDS[language];
      const all = [...byRule.values()].reduce((sum, time) => sum + time, 0);
      const share = (time: number): string => (all === 0 ? '' : `${((100 * time) / all).toFixed(1)}%`);
      const rows = [
        [words.rule, words.time, words.share],
        ...[...byRule].sort(([, a], [, b]) => b - a).map(([id, time]) => [id, time.toFixed(2), share(time)]),
        [words.rules, all.toFixed(2), ''],
        [words.parse, parse.toFixed(2), ''],
        [words.read, read.toFixed(2), ''],
      ];
      return `${aligned(rows).join('\n')}\n`;
    },
  };
}

/** Has every cell read once by whatever reads cells. */
function takeApart(document: ListDocument): void {
  textUnits(document);
  for (const item of document.lists.flatMap(({ items }) => items)) {
    for (const reading of [departmentsOf, superiorDutiesOf, townshipDutiesOf, handoverOf])
      reading(document, item);
  }
}

/** Columns of a table: the first to the left, the others to the right. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const space = ' '.repeat((widths[column] ?? 0) - displayWidth(cell));
        return column === 0 ? cell + space : space + cell;
      })
      .join('  ')
      .trimEnd(),
  );
}

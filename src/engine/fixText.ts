import type { FileReport, ReportEdit } from '../model/report.ts';
import { fixesOf, nextPass } from './fixChoice.ts';
import { applyEdits, composeEdits } from './fixEdits.ts';

/** After so many passes the fixes are taken to chase each other. */
export const MAX_PASSES = 10;

/** Why fixing ended before nothing was left to fix. */
export type FixStop =
  /** The fixes of these rules undo each other. */
  | { readonly why: 'circular'; readonly rules: readonly string[] }
  /** `MAX_PASSES` were not enough. */
  | { readonly why: 'passes'; readonly rules: readonly string[] }
  /** With these fixes the file would have lost a list or an item, or not been read at all. */
  | { readonly why: 'damage'; readonly rules: readonly string[] };

/** What became of a text. */
export interface FixedText {
  readonly text: string;
  /** From the text that was given to this one: in order, without overlaps, offsets in the given one. */
  readonly edits: readonly ReportEdit[];
  /** The check of the given text. */
  readonly before: FileReport;
  /** The check of this text. */
  readonly after: FileReport;
  /** How many fixes of each rule were applied, by rule in the order of the file. */
  readonly fixed: ReadonlyMap<string, number>;
  /** Null when nothing is left that could be fixed. */
  readonly stopped: FixStop | null;
}

interface Pass {
  readonly text: string;
  readonly report: FileReport;
  /** What led from the pass before to this one. */
  readonly edits: readonly ReportEdit[];
  readonly rules: readonly string[];
}

/**
 * Applies fixes and checks again until none is left. A fix is applied whole or not at all; of fixes that touch each other the first
 * by place goes first, and the others are looked for again in the text that it leaves.
 * @param check reads and checks a text as the command would
 * @param suggestionRules rules whose first suggestion is applied too
 */
export async function fixText(
  text: string,
  check: (text: string) => Promise<FileReport>,
  suggestionRules: ReadonlySet<string> = new Set(),
): Promise<FixedText> {
  const before = await check(text);
  const passes: Pass[] = [{ text, report: before, edits: [], rules: [] }];
  const ended = (stopped: FixStop | null): FixedText => summed(passes, stopped);
  let current = passes[0];
  while (current && current.report.error === null) {
    const { now } = nextPass(fixesOf(current.text, current.report, suggestionRules));
    if (now.length === 0) return ended(null);
    const rules = now.map(({ ruleId }) => ruleId);
    if (passes.length > MAX_PASSES) return ended({ why: 'passes', rules: unique(rules) });
    const edits = now.flatMap((fix) => fix.edits).sort((a, b) => a.start - b.start || a.end - b.end);
    const next = applyEdits(current.text, edits);
    const seen = passes.findIndex((pass) => pass.text === next);
    if (seen >= 0) {
      const circle = passes.splice(seen + 1);
      return ended({ why: 'circular', rules: unique([...circle.flatMap((pass) => pass.rules), ...rules]) });
    }
    const report = await check(next);
    if (isDamaged(current.report, report)) return ended({ why: 'damage', rules: unique(rules) });
    current = { text: next, report, edits, rules };
    passes.push(current);
  }
  return ended(null);
}

function unique(rules: readonly string[]): readonly string[] {
  return [...new Set(rules)];
}

/** Fixing words must not cost a list or an item. */
function isDamaged(before: FileReport, after: FileReport): boolean {
  const items = ({ lists }: FileReport): number => lists.reduce((sum, list) => sum + list.items, 0);
  return after.error !== null || after.lists.length < before.lists.length || items(after) < items(before);
}

function summed(passes: readonly Pass[], stopped: FixStop | null): FixedText {
  const [first] = passes;
  const last = passes[passes.length - 1];
  if (!first || !last) throw new Error('there is always the given text');
  const fixed = new Map<string, number>();
  for (const rule of passes.flatMap(({ rules }) => rules)) fixed.set(rule, (fixed.get(rule) ?? 0) + 1);
  return {
    text: last.text,
    edits: composeEdits(
      first.text,
      passes.map(({ edits }) => edits),
    ),
    before: first.report,
    after: last.report,
    fixed,
    stopped,
  };
}

import type { ReportEdit, ReportedFinding } from '../model/report.ts';
import { visible, visibleExcerpt } from './visible.ts';
import type { ReportWords } from './words.ts';

/** A longer excerpt is not repeated to show how it would read. */
const LONGEST_RESULT = 60;

/** What the editor can do about a finding, one sentence each and safe to print: the safe change in words, then the suggestions. */
export function waysOut(finding: ReportedFinding, words: ReportWords): readonly string[] {
  const fix = finding.fix === null ? [] : [describeEdits(finding.fix.edits, finding, words)];
  return [...fix, ...finding.suggestions.map((suggestion) => visible(suggestion.message))];
}

function describeEdits(
  edits: readonly ReportEdit[],
  { excerpt, location }: ReportedFinding,
  words: ReportWords,
): string {
  const [edit] = edits;
  if (!edit) return words.editPlaces(0);
  const whole = edit.start <= location.start.offset && edit.end >= location.end.offset;
  if (edits.length === 1 && whole) return describeEdit(edit, words);
  // “Remove it” would be read as: remove all that is marked.
  const result = edited(excerpt, location.start.offset, edits);
  if (result !== null && result.trim() !== '' && result.length <= LONGEST_RESULT) {
    return words.replaceBy(visibleExcerpt(result));
  }
  return edits.length === 1 ? describeEdit(edit, words) : words.editPlaces(edits.length);
}

function describeEdit(edit: ReportEdit, words: ReportWords): string {
  const text = visibleExcerpt(edit.text);
  if (text === '') return words.remove;
  return edit.end === edit.start ? words.insert(text) : words.replaceBy(text);
}

/** The excerpt, which stands at `offset`, after the edits; null when one of them reaches beyond it. */
function edited(excerpt: string, offset: number, edits: readonly ReportEdit[]): string | null {
  const end = offset + excerpt.length;
  if (edits.some((edit) => edit.start < offset || edit.end > end)) return null;
  let result = '';
  let at = offset;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at) return null;
    result += excerpt.slice(at - offset, edit.start - offset) + edit.text;
    at = edit.end;
  }
  return result + excerpt.slice(at - offset);
}

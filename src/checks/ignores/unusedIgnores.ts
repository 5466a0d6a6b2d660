import type { ListDocument } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import { type IgnoreRange, ignoreRanges } from '../../outline/ignoreRanges.ts';
import type { Check, OtherRules } from '../check.ts';
import { atDocument } from '../places.ts';
import { removal } from './ignoreComments.ts';

/**
 * Ignore comments that ignore nothing. Of a rule that is unknown, off or could not be applied nothing is concluded, and
 * of all rules only where none of them failed.
 */
export const unusedIgnores: Check = {
  kind: 'unused-ignores',
  afterOthers: true,
  scope: [],
  options: { type: 'object', additionalProperties: false, properties: {} },
  variants: { default: [], rule: ['rule'] },
  messages: { remove: { zh: '删去这条注释', en: 'remove the comment' } },
  run(document, _rule, _used, others) {
    if (!others) return [];
    return ignoreRanges(document).ranges.flatMap((range) => unusedIn(document, range, others));
  },
};

function unusedIn(
  document: ListDocument,
  { comment, covers }: IgnoreRange,
  { applied, found, isComplete, ignores }: OtherRules,
): readonly Finding[] {
  const { rules, span } = comment;
  const whole: Finding = { ...atDocument(span), ...removal(document, comment) };
  const used = (ids: readonly string[] | null): boolean =>
    found.some(({ ruleId, offset }) => ignores({ rules: ids, covers }, ruleId, offset));
  if (rules.length === 0) return isComplete && !used(null) ? [whole] : [];
  const unused = rules.filter(({ id }) => applied.has(id) && !used([id]));
  if (unused.length === rules.length) return [whole];
  return unused.map(({ id, span: place }) => ({
    ...atDocument(place),
    variant: 'rule',
    data: { rule: id },
    fix: [{ span: { start: place.start, end: endWithGap(document.source.text, place.end) }, text: '' }],
  }));
}

/** The end of a rule id with the space or comma behind it. */
function endWithGap(text: string, at: number): number {
  let end = at;
  while (/[ \t,，、]/.test(text.charAt(end))) end++;
  return end;
}

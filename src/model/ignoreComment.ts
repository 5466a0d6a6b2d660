import type { Span } from './place.ts';
import type { Source } from './source.ts';

/**
 * A comment of a document that speaks to the tool: `<!-- qingdan-ignore rule-id -- reason -->`. Readers find them and
 * keep them out of every text; what they cover is told by `outline`.
 */
export interface IgnoreComment {
  /** What stands behind `qingdan-`, as written: `ignore`, `ignore-start`, `ignore-end`, `ignore-file`, or a slip. */
  readonly word: string;
  readonly wordSpan: Span;
  /** The rule ids, as written; none means all rules. */
  readonly rules: readonly { readonly id: string; readonly span: Span }[];
  /** What stands behind `--` or `——`, white space folded; null where nothing does. */
  readonly reason: string | null;
  /** From `<!--` to behind `-->`; to the end of its line where it is not closed. */
  readonly span: Span;
  readonly closed: boolean;
  /** Whether nothing but such comments stands on its lines. */
  readonly alone: boolean;
}

/** The text of a source with its ignore comments blanked, for looking for words in all of it; offsets stay. */
export function withoutIgnoreComments({ text, ignores }: Pick<Source, 'text' | 'ignores'>): string {
  if (ignores.length === 0) return text;
  const kept: string[] = [];
  let from = 0;
  for (const { span } of ignores) {
    kept.push(text.slice(from, span.start), ' '.repeat(span.end - span.start));
    from = span.end;
  }
  return kept.join('') + text.slice(from);
}

import { isNotApplicable } from '../../src/checks/check.ts';
import { checks } from '../../src/checks/index.ts';
import type { ListDocument } from '../../src/model/document.ts';
import type { Edit, Finding } from '../../src/model/finding.ts';
import type { Rule } from '../../src/model/rule.ts';
import { outline } from '../../src/outline/outline.ts';
import { read } from '../../src/readers/read.ts';
import { currentRuleset } from './builtins.ts';
import { documentOf, testRule } from './document.ts';

const { rules, formats } = currentRuleset();

/** The options of a built-in rule. */
export function builtinOptions(id: string): Rule['options'] {
  const rule = rules.find((one) => one.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  return rule.options;
}

/** A document read from text, as the command reads a file of that name. */
export async function readDocument(path: string, text: string): Promise<ListDocument> {
  return outline(await read(path, new TextEncoder().encode(text)), formats);
}

/** The findings of one kind of check. */
export function findingsOf(
  document: ListDocument,
  check: string,
  changes: Partial<Rule> = {},
): readonly Finding[] {
  const kind = checks.get(check);
  if (!kind) throw new Error(`unknown check ${check}`);
  const result = kind.run(document, testRule(check, changes));
  return isNotApplicable(result) ? [] : result;
}

/** A basic list with these names. */
export function listOfNames(names: readonly string[]): ListDocument {
  return documentOf({
    lists: [{ kind: 'basic', rows: names.map((name, i) => [String(i + 1), '民生服务', name]) }],
  });
}

/** Text with edits applied; the edits do not overlap. */
export function edited(text: string, edits: readonly Edit[]): string {
  let result = text;
  for (const { span, text: to } of [...edits].sort((a, b) => b.span.start - a.span.start))
    result = result.slice(0, span.start) + to + result.slice(span.end);
  return result;
}

/** What each finding of a document is: item, variant, and the text around it as its fix or first suggestion leaves it. */
export function mendings(
  document: ListDocument,
  check: string,
  changes: Partial<Rule> = {},
): readonly string[] {
  const { text } = document.source;
  return findingsOf(document, check, changes).map((finding) => {
    const { item, variant = 'default', span, fix, suggestions } = finding;
    const edits = fix ?? suggestions?.[0]?.edits;
    const how = fix ? '=>' : '->';
    const start = Math.min(span.start, ...(edits ?? []).map((edit) => edit.span.start));
    const end = Math.max(span.end, ...(edits ?? []).map((edit) => edit.span.end));
    const inside = (edits ?? []).map((edit) => ({
      ...edit,
      span: { start: edit.span.start - start, end: edit.span.end - start },
    }));
    const words = text.slice(start, end);
    return `${item ?? '-'} ${variant} “${words}”${edits ? ` ${how} “${edited(words, inside)}”` : ''}`;
  });
}

/** `mendings` of a basic list with these names. */
export function mendedNames(
  check: string,
  names: readonly string[],
  options: Rule['options'] = {},
): readonly string[] {
  return mendings(listOfNames(names), check, { options });
}

import type { StatementPhrases } from '../model/format.ts';

/** What a phrase counts. */
export type CountOf = keyof StatementPhrases;

export type TemplateToken =
  | { readonly type: 'literal'; readonly text: string }
  | { readonly type: 'names' | 'name' | 'list' };

/** A phrase taken apart at its number. */
export interface Template {
  readonly what: CountOf;
  /** Before the number, nearest to it last. */
  readonly before: readonly TemplateToken[];
  readonly after: readonly TemplateToken[];
}

const COUNTS: readonly CountOf[] = ['items', 'categories', 'departments', 'itemsInCategory'];
const compiled = new WeakMap<StatementPhrases, readonly Template[]>();

/** The phrases of a format made ready for matching; made once for each object. A phrase without `{n}` is left out. */
export function templatesOf(phrases: StatementPhrases): readonly Template[] {
  const before = compiled.get(phrases);
  if (before) return before;
  const templates: Template[] = [];
  for (const what of COUNTS) {
    for (const phrase of phrases[what]) {
      const cut = phrase.indexOf('{n}');
      if (cut < 0) continue;
      templates.push({
        what,
        before: tokensOf(phrase.slice(0, cut)),
        after: tokensOf(phrase.slice(cut + 3)),
      });
    }
  }
  compiled.set(phrases, templates);
  return templates;
}

function tokensOf(part: string): readonly TemplateToken[] {
  const tokens: TemplateToken[] = [];
  for (const piece of normalize(part)
    .replace(/\s+/gu, '')
    .split(/(\{names\}|\{name\}|\{list\})/u)) {
    if (piece === '') continue;
    if (piece === '{names}') tokens.push({ type: 'names' });
    else if (piece === '{name}') tokens.push({ type: 'name' });
    else if (piece === '{list}') tokens.push({ type: 'list' });
    else tokens.push({ type: 'literal', text: piece });
  }
  return tokens;
}

const WIDE: ReadonlyMap<string, string> = new Map([
  ['(', '（'],
  [')', '）'],
  [',', '，'],
  [':', '：'],
  [';', '；'],
]);

/** Marks in full width, one for one, so that offsets stay. */
export function normalize(text: string): string {
  return text.replace(/[(),:;]/gu, (mark) => WIDE.get(mark) ?? mark);
}

import { visible } from '../visible.ts';

const MARKUP = Symbol('markup');

/** A piece of a page. Only `html` and `trusted` make one, so no text gets into a page unescaped. */
export interface Html {
  readonly [MARKUP]: string;
}

type Value = string | number | Html | readonly Html[] | null;

/** A template of HTML: what is filled in is text, and escaped, unless it is itself a piece of a page. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  let text = parts[0] ?? '';
  for (let i = 0; i < values.length; i++) text += written(values[i] ?? null) + (parts[i + 1] ?? '');
  return { [MARKUP]: text };
}

/** The program's own style sheet or script, which must not be escaped. Never anything from a report. */
export function trusted(text: string): Html {
  return { [MARKUP]: text };
}

/** The characters of a piece. */
export function markup(piece: Html): string {
  return piece[MARKUP];
}

function written(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escapeText(visible(value));
  return MARKUP in value ? value[MARKUP] : value.map(markup).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);
}

/** A piece of HTML: words, or a tag. Comments, declarations and the contents of scripts and styles are no tokens. Offsets are in the value read. */
export type HtmlToken = { readonly type: 'words'; readonly start: number; readonly end: number } | HtmlTag;

export interface HtmlTag {
  readonly type: 'tag';
  /** Lower case. */
  readonly name: string;
  readonly closing: boolean;
  readonly start: number;
  readonly end: number;
}

/** How a tag shows in the words: as a line break, not at all, or not as a tag because HTML has none of that name. */
export type TagEffect = 'break' | 'none' | 'words';

const BREAKING = new Set(
  (
    'address article aside base basefont blockquote body br caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link ' +
    'main menu menuitem meta nav noframes ol optgroup option p param pre search section summary table tbody td textarea ' +
    'tfoot th thead title tr ul xmp'
  ).split(' '),
);

const INLINE = new Set(
  (
    'a abbr acronym area audio b bdi bdo big button canvas cite code data datalist del dfn em embed font i img input ins ' +
    'kbd label map mark meter nobr noscript object output picture progress q rp rt ruby s samp script select slot small ' +
    'source span strike strong style sub sup svg template time track tt u var video wbr'
  ).split(' '),
);

/** Elements whose contents are no words of the document. */
const RAW = new Set(['script', 'style']);

/** Longest tag that is read as one; office software writes styles of some hundred characters. */
const MAX_TAG = 4000;

/** Most characters that are looked at in vain for ends of tags, so that hostile text takes no longer than linear time. */
const MAX_VAIN = 2_000_000;

const NAME = /[a-zA-Z][a-zA-Z0-9:-]*/y;

/** How a tag of this name (lower case) shows. Names with a colon are office namespaces: `o:p`. */
export function tagEffect(name: string): TagEffect {
  if (BREAKING.has(name)) return 'break';
  return INLINE.has(name) || name.includes(':') ? 'none' : 'words';
}

/** How one whole tag, comment or declaration, as remark finds them within a line, shows. */
export function inlineHtmlEffect(html: string): TagEffect {
  if (html.startsWith('<!--') || html.startsWith('<?')) return 'none';
  const name = /^<\/?([a-zA-Z][a-zA-Z0-9:-]*)/.exec(html)?.[1];
  return name === undefined ? 'words' : tagEffect(name.toLowerCase());
}

/** Takes HTML apart. Whatever is no tag is words, a `<` that opens nothing included: no character is passed over but markup. */
export function* htmlTokens(value: string): Generator<HtmlToken> {
  const budget = { left: MAX_VAIN };
  let wordsStart = 0;
  let at = value.indexOf('<');
  while (at >= 0) {
    const end = markupEnd(value, at, budget);
    if (end < 0) {
      at = value.indexOf('<', at + 1);
      continue;
    }
    const tag = tagAt(value, at, end);
    if (tag === 'words') {
      at = value.indexOf('<', at + 1);
      continue;
    }
    if (wordsStart < at) yield { type: 'words', start: wordsStart, end: at };
    if (tag) yield tag;
    wordsStart = tag && !tag.closing && RAW.has(tag.name) ? rawEnd(value, end, tag.name) : end;
    at = value.indexOf('<', wordsStart);
  }
  if (wordsStart < value.length) yield { type: 'words', start: wordsStart, end: value.length };
}

/** The value of an attribute of a tag as a number from 1 to 1000, or 1. */
export function spanAttribute(tag: string, name: 'colspan' | 'rowspan'): number {
  const match = new RegExp(`\\s${name}\\s*=\\s*["']?\\s*(\\d{1,6})`, 'i').exec(tag);
  return Math.min(Math.max(Number(match?.[1] ?? 1), 1), 1000);
}

/** The tag between two offsets, null for a comment or declaration, `words` when it is no tag of HTML. */
function tagAt(value: string, start: number, end: number): HtmlTag | null | 'words' {
  const closing = value.charCodeAt(start + 1) === 47;
  NAME.lastIndex = start + (closing ? 2 : 1);
  const name = NAME.exec(value)?.[0].toLowerCase();
  if (name === undefined) return null;
  return tagEffect(name) === 'words' ? 'words' : { type: 'tag', name, closing, start, end };
}

/** Offset behind the markup that a `<` begins, -1 when it begins none. */
function markupEnd(value: string, at: number, budget: { left: number }): number {
  const next = value.charCodeAt(at + 1);
  if (next === 33 || next === 63) return declarationEnd(value, at, budget);
  NAME.lastIndex = at + (next === 47 ? 2 : 1);
  const name = NAME.exec(value);
  if (!name || name[0].length > 40) return -1;
  const limit = Math.min(value.length, at + MAX_TAG, at + budget.left);
  let quote = 0;
  let i = NAME.lastIndex;
  if (!/[\s/>]/.test(value.charAt(i))) return -1;
  for (; i < limit; i++) {
    const code = value.charCodeAt(i);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 62) return i + 1;
    else if (code === 34 || code === 39) quote = code;
    else if (code === 60 || code > 127) break;
  }
  budget.left -= Math.max(0, i - at);
  return -1;
}

function declarationEnd(value: string, at: number, budget: { left: number }): number {
  if (budget.left <= 0) return -1;
  const comment = value.startsWith('<!--', at);
  if (!comment && !/[a-zA-Z?]/.test(value.charAt(at + 2))) return -1;
  const mark = comment ? '-->' : '>';
  const end = value.indexOf(mark, at + (comment ? 4 : 2));
  if (end < 0) budget.left -= value.length - at;
  return end < 0 ? -1 : end + mark.length;
}

function rawEnd(value: string, from: number, name: string): number {
  const closing = new RegExp(`</${name}[\\s>]`, 'gi');
  closing.lastIndex = from;
  return closing.exec(value)?.index ?? value.length;
}

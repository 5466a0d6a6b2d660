import { lineStartsOf, positionAt, type Span } from '../model/place.ts';
import type { ProblemDetails } from './configError.ts';
import { slipTexts } from './syntaxTexts.ts';

/** Something that a Chinese keyboard or a hurried hand makes of a mark of YAML, with what to say of it. */
export interface Slip {
  readonly span: Span;
  readonly details: ProblemDetails;
}

interface Line {
  readonly start: number;
  readonly text: string;
  /** The text with what stands in quotation marks, and the comment, blanked out. */
  readonly bare: string;
}

/**
 * The slip in the line of an offset that makes YAML read it otherwise than it was meant, or null. To be asked only of a line that
 * does not read as it should: in sound text the same characters are good Chinese.
 */
export function slipAt(text: string, offset: number): Slip | null {
  const line = lineAt(text, offset);
  return indentSlip(line) ?? startSlip(line) ?? colonSlip(line) ?? bracketSlip(line) ?? commaSlip(line);
}

/** The full-width mark in the rest of an offset's line that was meant to close the bracket or quotation mark there, or null. */
export function closingSlip(text: string, { start }: Span): Slip | null {
  const line = lineAt(text, start);
  const opened = text.charAt(start);
  const wanted = CLOSERS[opened];
  if (!wanted) return null;
  const rest = line.text.slice(start + 1 - line.start);
  const at = rest.search(wanted.found);
  if (at < 0) return null;
  return slip(line, start + 1 - line.start + at, 1, slipTexts.closing(rest.charAt(at), wanted.close));
}

const CLOSERS: Readonly<Record<string, { readonly found: RegExp; readonly close: string }>> = {
  '{': { found: /[｝』】］]/, close: '}' },
  '[': { found: /[］】』｝]/, close: ']' },
  '"': { found: /[”“＂](?=[\s,，}\]]*$)/, close: '"' },
  "'": { found: /[’‘＇](?=[\s,，}\]]*$)/, close: "'" },
};

/** Full-width quotation marks around the whole of a value that has none of YAML's own, or null. */
export function quotedFullWidth(written: string): string | null {
  return /^[“”＂‘’「](.+)[“”＂‘’」]$/s.exec(written)?.[1] ?? null;
}

function lineAt(text: string, offset: number): Line {
  const starts = lineStartsOf(text);
  const { line } = positionAt(starts, offset);
  const start = starts[line - 1] ?? 0;
  const words = text.slice(start, starts[line] ?? text.length).replace(/[\r\n]+$/, '');
  const bare = words
    .replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, (quoted) => quoted.charAt(0).repeat(quoted.length))
    .replace(/(?<=^|\s)#.*$/, (comment) => ' '.repeat(comment.length));
  return { start, text: words, bare };
}

function slip(line: Line, at: number, length: number, details: ProblemDetails): Slip {
  return { span: { start: line.start + at, end: line.start + at + length }, details };
}

/** An ideographic or no-break space in front of a line looks like indentation and is none. */
function indentSlip(line: Line): Slip | null {
  const space = /^ *([\u3000\u00a0\u2002-\u200b]+)/.exec(line.text);
  if (!space) return null;
  const width = space[1]?.length ?? 1;
  return slip(line, space[0].length - width, width, slipTexts.indentation());
}

/** `＃` for a comment, `－` or a hyphen without its space for an entry. */
function startSlip(line: Line): Slip | null {
  const start = /^(\s*)(?:(＃)|([－—–]|-(?=[^\s-])))/.exec(line.bare);
  if (!start) return null;
  const details = start[2] ? slipTexts.comment() : slipTexts.dash();
  return slip(line, start[1]?.length ?? 0, 1, details);
}

/** `county：zhaosu`, `county:zhaosu`, `{ severity：off }`: YAML reads them as one word. */
function colonSlip(line: Line): Slip | null {
  const first =
    /^(\s*(?:- +)?(["']?)[\w$-]+\2\s*)(?:：|:(?=\S))/.exec(line.text) ??
    /^(\s*(?:- +)?[^\s"'#：:，。；、“”|[\]{}]{1,16}\s*)：/.exec(line.text);
  if (first) return slip(line, first[1]?.length ?? 0, 1, slipTexts.colon());
  const inner = /([{,，]\s*[\w$-]+\s*)(?:：|:(?=[^\s,}\]]))/.exec(line.bare);
  return inner ? slip(line, inner.index + (inner[1]?.length ?? 0), 1, slipTexts.colon()) : null;
}

/** A value that opens with a bracket of the Chinese keyboard. */
function bracketSlip(line: Line): Slip | null {
  const bracket = /(^\s*|[:-]\s+|[[{,]\s*)([【［｛])/.exec(line.bare);
  if (!bracket) return null;
  const mark = bracket[2] ?? '';
  const details = slipTexts.opening(mark, mark === '｛' ? '{' : '[');
  return slip(line, bracket.index + (bracket[1]?.length ?? 0), 1, details);
}

/** A Chinese comma before the next key within braces. */
function commaSlip(line: Line): Slip | null {
  const comma = /\{.*?([，、；])\s*[\w$-]+\s*[:：]/.exec(line.bare);
  if (!comma) return null;
  const at = comma.index + comma[0].lastIndexOf(comma[1] ?? '');
  return slip(line, at, 1, slipTexts.comma(comma[1] ?? ''));
}

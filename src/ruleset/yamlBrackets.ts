import { CST, Parser } from 'yaml';
import type { Span } from '../model/place.ts';

/** A bracket or quotation mark that opens and is not closed by its like. */
export interface OpenMark {
  /** The opening one. */
  readonly span: Span;
  readonly mark: '[' | '{' | '"' | "'";
  /** The other kind of bracket that stands where the closing one should; null when there is none. */
  readonly closedBy: Span | null;
}

/**
 * The first bracket or quotation mark of a YAML text that is not closed; of several within each other the inner one, since the
 * outer ones may only lack theirs because of it. The parser itself tells such a fault where it gives up, which is often
 * lines below, or at the end of the file.
 */
export function openMark(text: string): OpenMark | null {
  for (const token of new Parser().parse(text)) {
    const found = token.type === 'document' && token.value ? openIn(token.value) : null;
    if (found) return found;
  }
  return null;
}

function openIn(token: CST.Token): OpenMark | null {
  if (token.type === 'single-quoted-scalar' || token.type === 'double-quoted-scalar') return openQuote(token);
  if (!CST.isCollection(token)) return null;
  for (const item of token.items) {
    const inside = (item.key && openIn(item.key)) || (item.value && openIn(item.value));
    if (inside) return inside;
  }
  if (token.type !== 'flow-collection') return null;
  const mark = token.start.source === '{' ? '{' : '[';
  const span = { start: token.start.offset, end: token.start.offset + 1 };
  const end = token.end.find(({ type }) => type === 'flow-map-end' || type === 'flow-seq-end');
  if (!end) return { span, mark, closedBy: null };
  if (end.source === (mark === '{' ? '}' : ']')) return null;
  return { span, mark, closedBy: { start: end.offset, end: end.offset + 1 } };
}

function openQuote({ source, offset }: CST.FlowScalar): OpenMark | null {
  const mark = source.startsWith('"') ? '"' : "'";
  if (source.length > 1 && source.endsWith(mark)) return null;
  return { span: { start: offset, end: offset + 1 }, mark, closedBy: null };
}

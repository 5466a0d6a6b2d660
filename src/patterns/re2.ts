import { type CharSet, complement, intersection, SURROGATES } from './charSet.ts';
import type { Edge, ParsedPattern, PatternNode } from './nodes.ts';

const EDGES: Readonly<Record<Edge, string>> = { lineStart: '^', lineEnd: '$', word: '\\b', notWord: '\\B' };
const CHARACTERS = complement(SURROGATES);

/**
 * The pattern in the notation of RE2, every class written out, so that both engines agree on what `\s` or `\p{…}` holds.
 * To be compiled with the flag for several lines. RE2 ends a line at a line feed only.
 */
export function re2Source({ root }: ParsedPattern): string {
  return written(root);
}

function written(node: PatternNode): string {
  switch (node.type) {
    case 'set':
      return setSource(node.set);
    case 'edge':
      return EDGES[node.edge];
    case 'group':
      return node.index === null ? `(?:${written(node.node)})` : `(${written(node.node)})`;
    case 'sequence':
      return node.parts
        .map((part) => (part.type === 'choice' ? `(?:${written(part)})` : written(part)))
        .join('');
    case 'choice':
      return node.options.map(written).join('|');
    case 'repeat': {
      const { min, max } = node;
      const times = max === min ? `{${min}}` : `{${min},${max === Number.POSITIVE_INFINITY ? '' : max}}`;
      return `(?:${written(node.node)})${times}${node.lazy ? '?' : ''}`;
    }
  }
}

function setSource(set: CharSet): string {
  const members = intersection(set, CHARACTERS);
  // RE2 knows no empty class; this one holds nothing either.
  if (members.length === 0) return '[^\\x{0}-\\x{10FFFF}]';
  const ranges = members.map(([from, to]) => (from === to ? code(from) : `${code(from)}-${code(to)}`));
  return `[${ranges.join('')}]`;
}

function code(codePoint: number): string {
  return `\\x{${codePoint.toString(16)}}`;
}

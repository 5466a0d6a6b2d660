import { onlyMember } from './charSet.ts';
import type { ParsedPattern, PatternNode } from './nodes.ts';

/** The longest run of characters that stands in every match, or the empty string: a text without it needs no matching. */
export function requiredLiteral({ root }: ParsedPattern): string {
  return longest(runsOf(root));
}

/** Runs of fixed characters that every match holds, in order; a null between two that need not touch. */
function runsOf(node: PatternNode): readonly (string | null)[] {
  switch (node.type) {
    case 'set': {
      const member = onlyMember(node.set);
      return [member === null ? null : String.fromCodePoint(member)];
    }
    case 'edge':
      return [];
    case 'group':
      return runsOf(node.node);
    case 'sequence':
      return node.parts.flatMap(runsOf);
    case 'choice':
      return [null];
    case 'repeat':
      return node.min === 0
        ? [null]
        : node.max === 1
          ? runsOf(node.node)
          : [null, ...runsOf(node.node), null];
  }
}

function longest(runs: readonly (string | null)[]): string {
  let best = '';
  let run = '';
  for (const piece of runs) {
    run = piece === null ? '' : run + piece;
    if (run.length > best.length) best = run;
  }
  return best;
}

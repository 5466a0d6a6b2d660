import type { DutyNode } from '../../grammar/dutyNodes.ts';
import { isWhiteAt } from '../../grammar/punctuation.ts';

/** Marks that can end a clause, half-width ones by the full-width one they stand for. */
const MARKS: ReadonlyMap<string, string> = new Map([
  ['；', '；'],
  [';', '；'],
  ['。', '。'],
  ['.', '。'],
  ['．', '。'],
  ['！', '。'],
  ['!', '。'],
  ['？', '。'],
  ['?', '。'],
  ['，', '，'],
  [',', '，'],
  ['、', '、'],
  ['：', '：'],
  [':', '：'],
  ['…', '…'],
]);

/**
 * How a clause ends. `mark` is the full-width form; `enclosed`: its mark stands inside a closing bracket or quotation
 * mark; `several`: unlike marks behind each other; `none`: no mark at all.
 */
export interface ClauseEnd {
  readonly mark: '；' | '。' | '，' | '、' | '：' | '…' | 'enclosed' | 'several' | 'none';
  /** The marks as written; empty where there is none. */
  readonly written: string;
  /** Offsets of the marks in the cell's value. */
  readonly start: number;
  readonly end: number;
}

const CLOSERS = '）)”’》】」』〕]"';

/** How the words before an offset of a value end. */
export function clauseEnd(value: string, from: number, to: number): ClauseEnd {
  let end = to;
  while (end > from && isWhiteAt(value, end - 1)) end--;
  let start = end;
  while (start > from && MARKS.has(value.charAt(start - 1)) && !isLost(value, start - 1)) start--;
  if (end - start === 1) {
    // Nearly every clause ends with one mark.
    const mark = value.charAt(start);
    if (mark === '；' || mark === '。') return { mark, written: mark, start, end };
  }
  const written = value.slice(start, end);
  if (written !== '') return { mark: kindOf(written), written, start, end };
  let inner = end;
  while (inner > from && CLOSERS.includes(value.charAt(inner - 1))) inner--;
  const mark = inner < end ? MARKS.get(value.charAt(inner - 1)) : undefined;
  const enclosed = mark === '。' || mark === '；';
  return { mark: enclosed ? 'enclosed' : 'none', written, start: end, end };
}

/** One of a run of ????, which stands for lost characters, not for a question. */
function isLost(value: string, at: number): boolean {
  return value.charAt(at) === '?' && (value.charAt(at - 1) === '?' || value.charAt(at + 1) === '?');
}

function kindOf(written: string): ClauseEnd['mark'] {
  if (written === '；' || written === '。') return written;
  const kinds = new Set([...written].map((character) => MARKS.get(character)));
  // ……。 ends like 。
  if (kinds.size > 1) kinds.delete('…');
  const [only] = kinds;
  if (kinds.size > 1 || only === undefined) return 'several';
  return only as ClauseEnd['mark'];
}

/**
 * What stands behind a clause: another one of its run (`inner`), nothing in its section or group (`closing`),
 * nothing in its cell (`final`). `free`: a sentence before clauses, or parts below a clause, which no rule binds.
 */
export type EndPlace = 'inner' | 'closing' | 'final' | 'free';

/** A clause or sentence that holds no other one. */
export interface Leaf {
  readonly node: DutyNode;
  readonly place: EndPlace;
  /** Siblings share it. */
  readonly run: number;
}

/** The clauses and sentences of a cell in reading order, with what stands behind them. */
export function leavesOf(nodes: readonly DutyNode[]): readonly Leaf[] {
  const leaves: { node: DutyNode; place: EndPlace; run: number }[] = [];
  let run = 0;
  const visit = (siblings: readonly DutyNode[], inClause: boolean) => {
    const own = run++;
    for (const [index, node] of siblings.entries()) {
      if (node.children.length > 0) {
        visit(node.children, inClause || node.type === 'clause' || node.type === 'sentence');
        continue;
      }
      if (node.type === 'section' || node.type === 'group') continue;
      const follower = siblings[index + 1];
      const place = follower ? placeBefore(node, follower) : inClause ? 'free' : 'closing';
      leaves.push({ node, place, run: own });
    }
  };
  visit(nodes, false);
  const last = leaves[leaves.length - 1];
  if (last) last.place = 'final';
  return leaves;
}

function placeBefore(node: DutyNode, follower: DutyNode): EndPlace {
  if (node.type === 'sentence') return 'free';
  return follower.type === 'clause' || follower.type === 'sentence' ? 'inner' : 'closing';
}

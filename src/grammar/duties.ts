import type { DepartmentVocabulary } from '../model/format.ts';
import { clauseTokens, type Token } from './clauses.ts';
import { nameContext } from './departmentNames.ts';
import type { DepartmentName } from './departments.ts';
import { type DutyNode, walkDuties } from './dutyNodes.ts';
import { headingReader } from './groupHeadings.ts';
import { lexiconOf } from './lexicon.ts';
import { isAsciiWord, isWhiteAt } from './punctuation.ts';
import { headingEnd } from './sectionHeadings.ts';
import { type SubjectReader, subjectReader } from './subjects.ts';

export type { ClauseNumber, NumberStyle } from './clauseNumbers.ts';
export { type DutyNode, walkDuties } from './dutyNodes.ts';

/**
 * A duties cell. `grouped`: at least one heading of department names stands in it. `bySubject`: clauses begin with
 * their departments. `single`: one department's clauses, or a cell that names none.
 */
export interface Duties {
  readonly form: 'single' | 'grouped' | 'bySubject';
  readonly nodes: readonly DutyNode[];
}

/**
 * Reads a duties cell: sections (一、), groups by department, clauses (1.) and their parts (（1）), sentences without a
 * number. Every character that is not white space belongs to exactly one node. `listed` are the departments that the
 * item lists (empty for a township's duties): they decide what counts as a subject in mid-clause, and the form.
 */
export function parseDuties(
  value: string,
  vocabulary: DepartmentVocabulary,
  countyNames: readonly string[],
  listed: readonly DepartmentName[],
): Duties {
  const context = nameContext(lexiconOf(vocabulary), countyNames);
  const tokens = clauseTokens(value, headingReader(value, context, listed));
  const nodes = nodesOf(value, tokens, subjectReader(value, context, listed));
  return { form: formOf(nodes, listed), nodes };
}

function formOf(nodes: readonly DutyNode[], listed: readonly DepartmentName[]): Duties['form'] {
  let clauses = 0;
  let withSubject = 0;
  for (const node of walkDuties(nodes)) {
    if (node.type === 'group') return 'grouped';
    if (node.type === 'section') continue;
    clauses++;
    if (node.departments.length > 0) withSubject++;
  }
  if (withSubject === 0) return 'single';
  return listed.length >= 2 || withSubject * 2 > clauses ? 'bySubject' : 'single';
}

interface Building {
  readonly rank: number;
  readonly type: DutyNode['type'];
  readonly token: Token;
  readonly start: number;
  end: number;
  readonly departments: readonly DepartmentName[];
  readonly children: (Building | DutyNode)[];
}

const RANKS = { chinese: 0, 'bracketed-chinese': 1, arabic: 3, 'bracketed-arabic': 4, circled: 5 } as const;

/** How high each part stands. Groups stand above sections when the cell opens with one, below them otherwise. */
function ranksOf(tokens: readonly Token[]): (token: Token) => number {
  const first = tokens.find((token) => token.number === null || RANKS[token.number.style] < 2);
  const groupRank = first?.type === 'group' && first.number === null ? -1 : 2;
  return (token) => (token.number === null ? groupRank : RANKS[token.number.style]);
}

function nodesOf(value: string, tokens: readonly Token[], subjects: SubjectReader): readonly DutyNode[] {
  const rankOf = ranksOf(tokens);
  const roots: (Building | DutyNode)[] = sentences(value, 0, tokens[0]?.start ?? value.length, subjects);
  const open: Building[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token) continue;
    const next = tokens[index + 1];
    const stop = next?.start ?? value.length;
    const rank = rankOf(token);
    while (open.length > 0 && (open[open.length - 1]?.rank ?? 0) >= rank) open.pop();
    const siblings = open[open.length - 1]?.children ?? roots;
    const hasParts = next !== undefined && rankOf(next) > rank;
    const heading =
      rank < 2 && token.type === 'number'
        ? headingEnd(value, token.end, stop, hasParts, standing(value, siblings[siblings.length - 1]))
        : null;
    const node = build(value, token, rank, stop, heading, subjects);
    siblings.push(node);
    open.push(node);
  }
  return roots.map(finish);
}

/** What the part before says about one on its level: a clause goes on behind ；, a heading stands among headings. */
function standing(value: string, before: Building | DutyNode | undefined): 'clause' | 'heading' | null {
  if (before === undefined) return null;
  if (before.type === 'section' || before.type === 'group') return 'heading';
  return before.type === 'clause' &&
    before.children.length === 0 &&
    '；;'.includes(value.charAt(before.end - 1))
    ? 'clause'
    : null;
}

function finish(node: Building | DutyNode): DutyNode {
  if (!('token' in node)) return node;
  const { type, token, start, end, departments, children } = node;
  return { type, number: token.number, departments, start, end, children: children.map(finish) };
}

function build(
  value: string,
  token: Token,
  rank: number,
  stop: number,
  heading: number | null,
  subjects: SubjectReader,
): Building {
  const { start } = token;
  if (token.type === 'group') {
    const children: DutyNode[] = sentences(value, token.end, stop, subjects);
    const type = token.departments.length > 0 ? 'group' : 'section';
    return { rank, type, token, start, end: token.end, departments: token.departments, children };
  }
  if (heading !== null) {
    const children: DutyNode[] = sentences(value, heading, stop, subjects);
    return {
      rank,
      type: 'section',
      token,
      start,
      end: trimEnd(value, start, heading),
      departments: [],
      children,
    };
  }
  const end = trimEnd(value, start, stop);
  return { rank, type: 'clause', token, start, end, departments: subjects(token.end, end), children: [] };
}

const SENTENCE_END = /[。；;][^\S\n]*\n/g;

/** Unnumbered text as sentences: cut where a line ends with a full stop or semicolon, since nothing else tells. */
function sentences(value: string, from: number, to: number, subjects: SubjectReader): DutyNode[] {
  const nodes: DutyNode[] = [];
  let start = from;
  const add = (stop: number) => {
    const first = trimStart(value, start, stop);
    const end = trimEnd(value, first, stop);
    if (end > first) {
      nodes.push({
        type: 'sentence',
        number: null,
        departments: subjects(first, end),
        start: first,
        end,
        children: [],
      });
    }
    start = stop;
  };
  // Most stretches are empty or end with the line.
  SENTENCE_END.lastIndex = from;
  while (start < to && SENTENCE_END.test(value) && SENTENCE_END.lastIndex <= to)
    add(SENTENCE_END.lastIndex - 1);
  add(to);
  return nodes;
}

function trimStart(value: string, start: number, end: number): number {
  let at = start;
  while (at < end && isWhiteAt(value, at)) at++;
  return at;
}

function trimEnd(value: string, start: number, end: number): number {
  let at = end;
  while (at > start && isWhiteAt(value, at - 1)) at--;
  return at;
}

/**
 * The cell in lines: one for each heading, clause and sentence in reading order. Line breaks of the source inside one
 * of them are taken out with the white space around them; only between two Latin words or numbers a space stays.
 */
export function dutyLines(value: string, duties: Duties): string[] {
  const lines: string[] = [];
  for (const node of walkDuties(duties.nodes)) lines.push(joinLines(value.slice(node.start, node.end)));
  return lines;
}

/** A stretch of text with its line breaks taken out, as in `dutyLines`. */
export function joinLines(text: string): string {
  const joined = text.replace(BROKEN, (broken: string, at: number) =>
    isAsciiWord(text.charAt(at - 1)) && isAsciiWord(text.charAt(at + broken.length)) ? ' ' : '',
  );
  return joined.trim();
}

const BROKEN = /[^\S\n\r\f\u2028]*[\n\r\f\u2028]\s*/g;

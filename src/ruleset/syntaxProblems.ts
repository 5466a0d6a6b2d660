import { type Alias, type Document, isNode, visit, type YAMLError, type YAMLMap } from 'yaml';
import { positionAt, type Span } from '../model/place.ts';
import type { ConfigProblem, ProblemDetails } from './configError.ts';
import { type Lines, problemAt } from './problemAt.ts';
import { texts } from './problemTexts.ts';
import { openText, quoteText, type SyntaxFault, syntaxText } from './syntaxTexts.ts';
import { type OpenMark, openMark } from './yamlBrackets.ts';
import { closingSlip, slipAt } from './yamlSlips.ts';

/** What is wrong with the writing of a YAML file, at the place that has to be mended. */
export function syntaxProblems(lines: Lines, document: Document): readonly ConfigProblem[] {
  return [...errorProblems(lines, document), ...aliasProblems(lines, document)];
}

/** Every repeated key; of other faults the first, for those behind it are mostly its consequences. */
function errorProblems(lines: Lines, document: Document): readonly ConfigProblem[] {
  const errors: readonly YAMLError[] = document.errors;
  const repeated = errors.filter((error) => error.code === 'DUPLICATE_KEY');
  const first = errors.find((error) => error.code !== 'DUPLICATE_KEY');
  if (first) return [errorProblem(lines, first)];
  return repeated.map((error) => {
    const [start] = error.pos;
    const key = /^[^\s:：#,}]+/.exec(lines.text.slice(start))?.[0] ?? '';
    const span = { start, end: start + key.length };
    const { line } = positionAt(lines.lineStarts, firstOf(document, start));
    return problemAt(lines, span, { code: 'duplicate-key', message: texts.duplicateKey(key, line) });
  });
}

/** Where the key was written for the first time that is repeated at an offset. */
function firstOf(document: Document, start: number): number {
  let first = start;
  visit(document, {
    Map(_key, map: YAMLMap) {
      const keys = map.items.flatMap(({ key }) =>
        isNode(key) && key.range ? [{ key, at: key.range[0] }] : [],
      );
      const repeated = keys.find(({ at }) => at === start);
      if (!repeated) return;
      first = keys.find(({ key }) => String(key) === String(repeated.key))?.at ?? start;
      return visit.BREAK;
    },
  });
  return first;
}

function errorProblem(lines: Lines, error: YAMLError): ConfigProblem {
  const [start] = error.pos;
  if (error.code === 'TAB_AS_INDENT') {
    const end = Math.max(error.pos[1], start + 1);
    return problemAt(lines, { start, end }, { code: 'tab', message: syntaxText('tab') });
  }
  const open = openMark(lines.text);
  if (open) return openProblem(lines, open);
  const slip = slipAt(lines.text, start);
  if (slip) return problemAt(lines, slip.span, slip.details);
  const { fault, at } = faultOf(lines, error);
  const code = fault === 'special-start' ? 'quote-needed' : 'yaml-syntax';
  return problemAt(lines, at, { code, message: syntaxText(fault) });
}

function openProblem(lines: Lines, { span, mark, closedBy }: OpenMark): ConfigProblem {
  const slip = closingSlip(lines.text, span) ?? slipAt(lines.text, span.start);
  if (slip) return problemAt(lines, slip.span, slip.details);
  const wanted = mark === '{' ? '}' : mark === '[' ? ']' : mark;
  const closer = closedBy && lines.text.slice(closedBy.start, closedBy.end);
  const details: ProblemDetails = { code: 'not-closed', message: openText(mark, wanted, closer) };
  return problemAt(lines, span, details);
}

interface Fault {
  readonly fault: SyntaxFault;
  readonly at: Span;
}

const KEY = /^\s*(?:- +)?[^\s#"'|[\]{}][^"'|[\]{}]*?:(?:\s|$)/;

/** Which fault the parser's error is, and where a person would look for it. */
function faultOf(lines: Lines, error: YAMLError): Fault {
  const { text } = lines;
  const blank = /^[ ]*/.exec(text.slice(error.pos[0]))?.[0].length ?? 0;
  const start = error.pos[0] + blank;
  const at = { start, end: Math.max(error.pos[1], start + 1) };
  const line = lineOf(lines, start);
  const opensLine = text.slice(line.start, start).trim() === '';
  if (/^\s*\|/.test(line.text)) return { fault: 'no-pipe', at };
  switch (error.code) {
    case 'BAD_INDENT':
      return { fault: 'indentation', at };
    case 'BLOCK_AS_IMPLICIT_KEY':
      return nested(lines, at);
    case 'MULTILINE_IMPLICIT_KEY':
      return { fault: KEY.test(line.text) ? 'indentation' : 'no-colon', at };
    case 'BAD_SCALAR_START':
      return { fault: 'special-start', at };
    case 'BAD_DQ_ESCAPE':
      return { fault: 'escape', at };
    case 'MULTIPLE_DOCS':
      return { fault: 'two-documents', at };
    case 'RESOURCE_EXHAUSTION':
      return { fault: 'too-deep', at };
    case 'TAG_RESOLVE_FAILED':
      return { fault: 'tag', at };
    case 'MISSING_CHAR':
    case 'UNEXPECTED_TOKEN':
      break;
    default:
      return { fault: 'other', at };
  }
  const within = /[^\s,:[{(-]([[{])|[}\]]([^\s,}\]#:])/.exec(line.text);
  if (within) {
    const from = line.start + within.index + (within[1] ? 1 : 0);
    return { fault: 'bracket-in-value', at: { start: from, end: from + 1 } };
  }
  if (/^Missing ,/.test(error.message)) return { fault: 'no-comma', at };
  if (opensLine && KEY.test(line.text)) return { fault: 'indentation', at };
  if (error.code === 'MISSING_CHAR') return { fault: opensLine ? 'no-colon' : 'other', at };
  const before = text.slice(line.start, start).trimEnd().at(-1) ?? '';
  if (before === '"' || before === "'") return { fault: 'behind-quote', at };
  return { fault: /[\]}]/.test(text.charAt(start)) ? 'surplus-bracket' : 'unexpected', at };
}

/** `a: b: c`, or a key that is indented below another one's value. */
function nested(lines: Lines, at: Span): Fault {
  const line = lineOf(lines, at.start);
  const below = lineOf(lines, line.end);
  const deeper = indentOf(below.text) > indentOf(line.text);
  const twice = /:\s.*:(?:\s|$)/.test(line.text);
  if (twice || !deeper || !KEY.test(below.text)) return { fault: 'two-colons', at };
  const start = below.start + indentOf(below.text);
  return {
    fault: 'deeper',
    at: { start, end: Math.max(start + 1, below.start + below.text.trimEnd().length) },
  };
}

function indentOf(line: string): number {
  return /^[ ]*/.exec(line)?.[0].length ?? 0;
}

/** The line of an offset with its line break. */
function lineOf(lines: Lines, offset: number): Span & { readonly text: string } {
  const { line } = positionAt(lines.lineStarts, Math.min(offset, lines.text.length));
  const start = lines.lineStarts[line - 1] ?? 0;
  const end = lines.lineStarts[line] ?? lines.text.length;
  return { start, end, text: lines.text.slice(start, end) };
}

/** `*.md` without quotes is an alias in YAML; nobody who writes a pattern means that. */
function aliasProblems(lines: Lines, document: Document): readonly ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  visit(document, {
    Alias(_key, alias: Alias) {
      if (alias.resolve(document)) return;
      const span = { start: alias.range?.[0] ?? 0, end: alias.range?.[1] ?? 0 };
      const word = lines.text.slice(span.start, span.end);
      problems.push(problemAt(lines, span, { code: 'quote-needed', message: quoteText(word) }));
    },
  });
  return problems;
}

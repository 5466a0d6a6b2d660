import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { Localized } from '../model/format.ts';
import { lineStartsOf, positionAt, type Span } from '../model/place.ts';
import type { ConfigProblem, ConfigProblemCode } from './configError.ts';
import { colonText, quoteText, syntaxText, texts } from './problemTexts.ts';

/** Where in the data of a file: keys and 0-based indexes from the root down. */
export type DataPath = readonly (string | number)[];

/** A YAML file that was read, with the places of its keys and values. */
export interface YamlFile {
  readonly file: string;
  readonly text: string;
  readonly lineStarts: readonly number[];
  /** Plain data: maps as objects, `null` for an empty file. */
  readonly data: unknown;
  /** The key, or the value, at a path; of the nearest thing above it when the path does not exist. */
  place(path: DataPath, part: 'key' | 'value'): Span;
  /**
   * A part of the text at a path, by its offset and length in the text. Where quotes or escapes make the text differ from
   * what is written, all of it.
   */
  placeWithin(path: DataPath, at: number, length: number): Span;
}

/** What a problem says beside its place. */
export interface ProblemDetails {
  readonly code: ConfigProblemCode;
  readonly message: Localized;
  readonly allowed?: readonly string[] | undefined;
  readonly suggestion?: string | undefined;
}

interface Lines {
  readonly file: string;
  readonly text: string;
  readonly lineStarts: readonly number[];
}

/** A problem at a stretch of a file; what goes beyond the first line is left out. */
export function problemAt(lines: Lines, span: Span, details: ProblemDetails): ConfigProblem {
  const { line, column } = positionAt(lines.lineStarts, span.start);
  const start = lines.lineStarts[line - 1] ?? 0;
  const source = lines.text.slice(start, lines.lineStarts[line] ?? lines.text.length).replace(/[\r\n]+$/, '');
  const length = Math.max(1, Math.min(span.end - span.start, source.length - (column - 1)));
  const { code, message, allowed, suggestion } = details;
  return {
    code,
    file: lines.file,
    line,
    column,
    length,
    source,
    message,
    ...(allowed ? { allowed } : {}),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

/** A problem that concerns a file as a whole, which could not be read. */
export function problemWithoutPlace(
  file: string,
  code: ConfigProblemCode,
  message: Localized,
): ConfigProblem {
  return { code, file, line: 0, column: 0, length: 0, source: '', message };
}

/** A YAML file as plain data with places, or what is wrong with its writing. */
export function readYaml(
  file: string,
  content: string,
): { readonly file: YamlFile } | { readonly problems: readonly ConfigProblem[] } {
  const text = content.startsWith('\uFEFF') ? content.slice(1) : content;
  const lines: Lines = { file, text, lineStarts: lineStartsOf(text) };
  const broken = text.indexOf('\uFFFD');
  if (broken >= 0) {
    const span = { start: broken, end: broken + 1 };
    return { problems: [problemAt(lines, span, { code: 'not-utf8', message: texts.notUtf8() })] };
  }
  try {
    const document = parseDocument(text, { prettyErrors: false, stringKeys: true, uniqueKeys: true });
    const problems = [...syntaxProblems(lines, document.errors), ...aliasProblems(lines, document)];
    if (problems.length > 0) return { problems };
    const data: unknown = document.toJS({ maxAliasCount: 100 });
    return {
      file: {
        ...lines,
        data,
        place: (path, part) => placeOf(document, path, part),
        placeWithin: (path, at, length) => placeWithin(lines, document, path, at, length),
      },
    };
  } catch {
    // Nested too deep, or aliases that grow without end; nothing else makes the parser throw.
    const details = { code: 'yaml-syntax', message: syntaxText('RESOURCE_EXHAUSTION') } as const;
    return { problems: [problemAt(lines, { start: 0, end: 1 }, details)] };
  }
}

/** Every repeated key; of other faults the first, for those behind it are mostly its consequences. */
function syntaxProblems(lines: Lines, errors: readonly YAMLError[]): readonly ConfigProblem[] {
  const repeated = errors.filter((error) => error.code === 'DUPLICATE_KEY');
  const first = errors.find((error) => error.code !== 'DUPLICATE_KEY');
  if (first) return [syntaxProblem(lines, first)];
  return repeated.map((error) => {
    const [start] = error.pos;
    const key = /^[^\s:：#,}]+/.exec(lines.text.slice(start))?.[0] ?? '';
    const span = { start, end: start + key.length };
    return problemAt(lines, span, { code: 'duplicate-key', message: texts.duplicateKey(key) });
  });
}

function syntaxProblem(lines: Lines, error: YAMLError): ConfigProblem {
  const [start, end] = error.pos;
  const colon =
    error.code === 'MULTILINE_IMPLICIT_KEY' || error.code === 'MISSING_CHAR' ? colonAt(lines, start) : null;
  if (colon) return problemAt(lines, colon, { code: 'colon', message: colonText() });
  if (error.code === 'TAB_AS_INDENT')
    return problemAt(lines, { start, end }, { code: 'tab', message: syntaxText(error.code) });
  const code = error.code === 'BAD_SCALAR_START' ? 'quote-needed' : 'yaml-syntax';
  const words = /^[ ]*/.exec(lines.text.slice(start))?.[0].length ?? 0;
  return problemAt(
    lines,
    { start: start + words, end: Math.max(end, start + words + 1) },
    { code, message: syntaxText(error.code) },
  );
}

/**
 * The colon of `county：zhaosu` or `county:zhaosu` in the line of an offset, or null. Both are what a Chinese
 * keyboard and a hurried hand make of `county: zhaosu`, and YAML reads them as one word.
 */
export function colonAt(lines: Lines, offset: number): Span | null {
  const { line } = positionAt(lines.lineStarts, offset);
  const start = lines.lineStarts[line - 1] ?? 0;
  const words = lines.text.slice(start, lines.lineStarts[line] ?? lines.text.length);
  const match = /^(\s*(?:- +)?["']?[\w$-]+["']?\s*)(?:：|:(?=\S))/.exec(words);
  if (!match) return null;
  const at = start + (match[1] ?? '').length;
  return { start: at, end: at + 1 };
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

function placeOf(document: Document, path: DataPath, part: 'key' | 'value'): Span {
  let value: Node | null = isNode(document.contents) ? document.contents : null;
  let key: Node | null = null;
  for (const step of path) {
    const parent: Node | null = isAlias(value) ? (value.resolve(document) ?? null) : value;
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (!pair) break;
      key = isNode(pair.key) ? pair.key : null;
      value = isNode(pair.value) ? pair.value : null;
    } else if (isSeq(parent)) {
      const item = parent.items[Number(step)];
      if (!isNode(item)) break;
      key = item;
      value = item;
    } else break;
  }
  const wanted = part === 'key' ? (key ?? firstKey(value)) : emptyValue(value) ? (key ?? value) : value;
  const range = wanted?.range;
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 1 };
}

function placeWithin(lines: Lines, document: Document, path: DataPath, at: number, length: number): Span {
  const whole = placeOf(document, path, 'value');
  const value: unknown = document.getIn([...path], false);
  if (typeof value !== 'string') return whole;
  const written = lines.text.slice(whole.start, whole.end).indexOf(value);
  if (written < 0) return whole;
  const start = whole.start + written + at;
  return { start, end: start + Math.max(1, length) };
}

/** The first key of the root: where something that the whole file lacks is missed. */
function firstKey(root: Node | null): Node | null {
  const key = isMap(root) ? root.items[0]?.key : null;
  return isNode(key) ? key : root;
}

/** `rules:` with nothing behind it: its key is the better place to point at. */
function emptyValue(value: Node | null): boolean {
  return !value?.range || value.range[1] <= value.range[0];
}

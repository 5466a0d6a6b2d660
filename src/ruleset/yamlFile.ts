import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { lineStartsOf, type Span } from '../model/place.ts';
import type { ConfigProblem } from './configError.ts';
import { type Lines, problemAt, problemWithoutPlace } from './problemAt.ts';
import { texts } from './problemTexts.ts';
import { syntaxProblems } from './syntaxProblems.ts';
import { syntaxText } from './syntaxTexts.ts';

/** Where in the data of a file: keys and 0-based indexes from the root down. */
export type DataPath = readonly (string | number)[];

/** A YAML file that was read, with the places of its keys and values. */
export interface YamlFile extends Lines {
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

/** How zip (Word and Excel of today), OLE (those of old) and PDF files begin when they are read as UTF-8. */
const OTHER_FILES = ['PK\x03\x04', '\uFFFD\uFFFD\x11\uFFFD', '%PDF-'];

/** A YAML file as plain data with places, or what is wrong with its writing. */
export function readYaml(
  file: string,
  content: string,
): { readonly file: YamlFile } | { readonly problems: readonly ConfigProblem[] } {
  const text = content.startsWith('\uFEFF') ? content.slice(1) : content;
  const lines: Lines = { file, text, lineStarts: lineStartsOf(text) };
  // A Word or Excel file (a zip) that was named .yaml, or bytes of some other program.
  if (OTHER_FILES.some((start) => text.startsWith(start))) {
    return { problems: [problemWithoutPlace(file, 'not-text', texts.notText())] };
  }
  const broken = text.indexOf('\uFFFD');
  if (broken >= 0) {
    const span = { start: broken, end: broken + 1 };
    return { problems: [problemAt(lines, span, { code: 'not-utf8', message: texts.notUtf8() })] };
  }
  try {
    const document = parseDocument(text, { prettyErrors: false, stringKeys: true, uniqueKeys: true });
    const problems = syntaxProblems(lines, document);
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
    const details = { code: 'yaml-syntax', message: syntaxText('too-deep') } as const;
    return { problems: [problemAt(lines, { start: 0, end: 1 }, details)] };
  }
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

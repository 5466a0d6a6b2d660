import { nearest } from '../grammar/nearest.ts';
import { filledHeader } from '../model/filledHeader.ts';
import type { ColumnRole, Format } from '../model/format.ts';
import type { ConfigProblem, ProblemDetails } from './configError.ts';
import { EMPTY_FORMAT, type FormatFile, isWords } from './formatFile.ts';
import { meantCounty } from './meant.ts';
import { mergeFormat } from './mergeFormat.ts';
import { placeholdersOf } from './placeholders.ts';
import { problemAt } from './problemAt.ts';
import { texts } from './problemTexts.ts';
import { schemaProblems } from './schemaProblems.ts';
import { validateFormat } from './validators.generated.js';
import { wordPaths, writtenWordProblems } from './writtenWords.ts';
import type { DataPath, YamlFile } from './yamlFile.ts';

/** Formats with the problems of their files. */
export interface ResolvedFormats {
  /** `known` and the files' own, by id. A format whose file has problems is left out. */
  readonly formats: ReadonlyMap<string, Format>;
  /** Every id that some file claims, sound or not, and those of `known`: what a config may name. */
  readonly ids: ReadonlySet<string>;
  readonly problems: readonly ConfigProblem[];
}

const STATEMENT_PLACEHOLDERS = ['n', 'names', 'name', 'list'];
/** Formats that no file of the run provides are laid over this one. */
const ROOT = 'base';

/**
 * Formats read from files, each laid over the one it extends. A file may take the place of a known format by
 * taking its id, and build on it by naming that same id in `extends`.
 */
export function resolveFormats(
  files: readonly YamlFile[],
  known: ReadonlyMap<string, Format>,
): ResolvedFormats {
  const problems: ConfigProblem[] = [];
  const ids = new Set(known.keys());
  const sound = new Map<string, { readonly yaml: YamlFile; readonly data: FormatFile }>();
  for (const yaml of files) {
    const { data } = yaml;
    const id = idOf(data);
    if (id !== null) ids.add(id);
    if (!isFormatFile(data)) {
      problems.push(...schemaProblems(yaml, validateFormat.errors ?? []));
      continue;
    }
    const other = sound.get(data.id);
    if (other) {
      const message = texts.duplicateId(data.id, other.yaml.file);
      problems.push(problemAt(yaml, yaml.place(['id'], 'value'), { code: 'duplicate-id', message }));
    } else sound.set(data.id, { yaml, data });
  }

  const formats = new Map(known);
  const done = new Map<string, Format | null>();
  const resolve = (id: string, chain: readonly string[]): Format | null => {
    const finished = done.get(id);
    if (finished !== undefined) return finished;
    const entry = sound.get(id);
    if (!entry) return known.get(id) ?? null;
    const format = build(entry.yaml, entry.data, chain);
    done.set(id, format);
    if (format) formats.set(id, format);
    else formats.delete(id);
    return format;
  };
  const build = (yaml: YamlFile, data: FormatFile, chain: readonly string[]): Format | null => {
    const report = (path: DataPath, details: ProblemDetails) =>
      problems.push(problemAt(yaml, yaml.place(path, 'value'), details));
    const before = problems.length;
    problems.push(...writtenWordProblems(yaml, namePaths(data)));
    const parent = parentOf(data, chain, report);
    if (!parent) return null;
    const format = mergeFormat(parent, data, (path, word, present) =>
      report(path, {
        code: 'nothing-to-remove',
        message: texts.nothingToRemove(word),
        suggestion: nearest(word, present)?.word,
      }),
    );
    for (const { path, details } of faultsOf(format, data)) report(path, details);
    return problems.length === before ? format : null;
  };
  const parentOf = (
    data: FormatFile,
    chain: readonly string[],
    report: (path: DataPath, details: ProblemDetails) => void,
  ): Format | null => {
    const wanted = data.extends ?? ROOT;
    if (wanted === data.id) {
      const replaced = known.get(wanted);
      if (replaced) return replaced;
      if (data.extends === undefined) return EMPTY_FORMAT;
    }
    if (chain.includes(wanted) || wanted === data.id) {
      const circle = [
        ...chain.slice(chain.includes(wanted) ? chain.indexOf(wanted) : chain.length),
        data.id,
        wanted,
      ];
      report(['extends'], { code: 'extends-cycle', message: texts.cycle(circle) });
      return null;
    }
    if (!ids.has(wanted)) {
      report(['extends'], {
        code: 'unknown-county',
        message: texts.unknownCounty(wanted),
        allowed: [...ids],
        suggestion: meantCounty(wanted, ids, known),
      });
      return null;
    }
    return resolve(wanted, [...chain, data.id]);
  };
  for (const id of sound.keys()) resolve(id, []);
  return { formats, ids, problems };
}

/** The id that a file claims, whatever else is wrong with it. */
export function idOf(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || !('id' in data)) return null;
  return typeof data.id === 'string' ? data.id : null;
}

/** Where a format file writes names: of categories, departments and the county. None of them holds a comma. */
function namePaths({ categories, departments, countyNames }: FormatFile): readonly DataPath[] {
  return [
    ...wordPaths(categories?.names, ['categories', 'names']),
    ...wordPaths(departments, ['departments']),
    ...wordPaths(countyNames, ['countyNames']),
  ];
}

function isFormatFile(data: unknown): data is FormatFile {
  return validateFormat(data);
}

/** What no schema can tell: headers that stand for two columns, placeholders that nothing fills. */
function faultsOf(
  format: Format,
  file: FormatFile,
): readonly { readonly path: DataPath; readonly details: ProblemDetails }[] {
  const faults: { path: DataPath; details: ProblemDetails }[] = [];
  const roles = new Map<string, ColumnRole>();
  for (const [role, words] of Object.entries(format.headers) as [ColumnRole, readonly string[]][]) {
    for (const header of words) {
      for (const word of filled(format, header)) {
        const other = roles.get(word);
        if (other && other !== role) {
          const path = file.headers?.[role] ? ['headers', role] : ['headers', other];
          faults.push({
            path,
            details: { code: 'header-twice', message: texts.headerTwice(word, other, role) },
          });
        }
        roles.set(word, role);
      }
    }
  }
  for (const [what, templates] of Object.entries(file.statements ?? {})) {
    const written = isWords(templates) ? templates : (templates.add ?? []);
    const path = isWords(templates) ? ['statements', what] : ['statements', what, 'add'];
    for (const [index, template] of written.entries()) {
      const name = placeholdersOf(template).find(
        (placeholder) => !STATEMENT_PLACEHOLDERS.includes(placeholder),
      );
      if (name === undefined) continue;
      faults.push({
        path: [...path, index],
        details: {
          code: 'placeholder',
          message: texts.unknownPlaceholder(name),
          allowed: STATEMENT_PLACEHOLDERS.map((placeholder) => `{${placeholder}}`),
        },
      });
    }
  }
  return faults;
}

/** A header word filled in, brackets in one width as headers are compared. */
function filled(format: Format, header: string): readonly string[] {
  return filledHeader(format, header).map((word) => word.replaceAll('(', '（').replaceAll(')', '）'));
}

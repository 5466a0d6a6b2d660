import type { ConfigProblem } from './configError.ts';
import { problemAt } from './problemAt.ts';
import { slipTexts } from './syntaxTexts.ts';
import type { DataPath, YamlFile } from './yamlFile.ts';
import { quotedFullWidth } from './yamlSlips.ts';

/**
 * Slips in words that YAML reads without complaint and that then never fit anything: full-width quotation marks around a value,
 * and within `[…]` a Chinese comma between what should be two entries. In YAML's own quotation marks both are meant.
 */
export function writtenWordProblems(yaml: YamlFile, paths: readonly DataPath[]): readonly ConfigProblem[] {
  return paths.flatMap((path): readonly ConfigProblem[] => {
    const span = yaml.place(path, 'value');
    const written = yaml.text.slice(span.start, span.end);
    if (/^["'|>*&]/.test(written)) return [];
    const inner = quotedFullWidth(written);
    if (inner !== null) {
      const details = { ...slipTexts.quotes(), suggestion: `"${inner}"` };
      return [problemAt(yaml, span, details)];
    }
    const list = yaml.place(path.slice(0, -1), 'value');
    // 县委组织部（编办、老干部局） is one name.
    const outside = written.replace(/（[^（）]*）|《[^《》]*》/g, (inside) => '·'.repeat(inside.length));
    const at = outside.search(/[，、；]/);
    if (at < 0 || yaml.text.charAt(list.start) !== '[') return [];
    const details = {
      ...slipTexts.commaInEntry(written.charAt(at)),
      suggestion: written
        .split(/[，、；]\s*/)
        .filter((word) => word !== '')
        .join(', '),
    };
    return [problemAt(yaml, { start: span.start + at, end: span.start + at + 1 }, details)];
  });
}

/** The paths of all words below a path: of a text, of a list of them, of lists in maps. */
export function wordPaths(data: unknown, path: DataPath): readonly DataPath[] {
  if (typeof data === 'string') return [path];
  if (Array.isArray(data)) return data.flatMap((entry, index) => wordPaths(entry, [...path, index]));
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => wordPaths(value, [...path, key]));
}

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const src = fileURLToPath(new URL('../src', import.meta.url));

/** Who may import whom, from docs/architecture.md. A room may always import itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  patterns: ['model'],
  grammar: ['model'],
  readers: ['model', 'grammar'],
  outline: ['model', 'grammar'],
  checks: ['model', 'patterns', 'grammar', 'outline'],
  ruleset: ['model', 'patterns', 'grammar', 'checks'],
  engine: ['model', 'patterns', 'grammar', 'outline', 'checks', 'ruleset'],
  reports: ['model'],
  cli: ['model', 'grammar', 'readers', 'outline', 'checks', 'ruleset', 'engine', 'reports'],
  action: ['model', 'reports', 'cli'],
  build: ['model', 'checks', 'ruleset', 'readers', 'outline', 'engine', 'reports'],
  '.': ['model', 'grammar', 'readers', 'outline', 'checks', 'ruleset', 'engine', 'reports'],
};

/** The only rooms that may touch disk, process or network. */
const EDGES = ['cli', 'action', 'build'];

function sourceFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sourceFiles(path);
    return /\.(?:ts|mjs)$/.test(name) ? [path] : [];
  });
}

function roomOf(path: string): string {
  const parts = relative(src, path).split(/[\\/]/);
  return parts.length === 1 ? '.' : (parts[0] ?? '.');
}

/** Every import of a file: static, dynamic and type-only. */
function importsOf(code: string): string[] {
  return [...code.matchAll(/(?:from\s+|import\s*\(\s*|^import\s+)'([^']+)'/gm)].map(
    (match) => match[1] ?? '',
  );
}

/** What an import breaks, or null. */
function breach(file: string, target: string): string | null {
  const room = roomOf(file);
  const where = relative(src, file);
  if (target.startsWith('node:')) return EDGES.includes(room) ? null : `${where} imports ${target}`;
  if (!target.startsWith('.')) return null;
  const other = roomOf(join(dirname(file), target));
  if (other === room || MAY_IMPORT[room]?.includes(other)) return null;
  return `${where} (${room}) imports ${target} (${other})`;
}

describe('the rooms of src', () => {
  const files = sourceFiles(src);

  it('import only what the architecture allows', () => {
    const breaches = files.flatMap((file) =>
      importsOf(readFileSync(file, 'utf8')).flatMap((target) => breach(file, target) ?? []),
    );
    expect(breaches).toEqual([]);
  });

  it('are all listed in the table above', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !(room in MAY_IMPORT))).toEqual([]);
  });

  it('would be caught importing against it', () => {
    const reader = join(src, 'readers/read.ts');
    expect(breach(reader, '../checks/index.ts')).toBe(
      'readers/read.ts (readers) imports ../checks/index.ts (checks)',
    );
    expect(breach(reader, 'node:fs')).toBe('readers/read.ts imports node:fs');
    expect(breach(join(src, 'reports/text.ts'), '../checks/index.ts')).not.toBeNull();
    expect(
      importsOf("import type { A } from './a.ts';\nconst b = await import('./b.ts');\nimport 'c';"),
    ).toEqual(['./a.ts', './b.ts', 'c']);
  });

  it('hold no file of more than 400 lines, nor do the tests', () => {
    const long = [...files, ...sourceFiles(join(src, '../tests'))].filter(
      (file) => !/\.generated\./.test(file) && readFileSync(file, 'utf8').trimEnd().split('\n').length > 400,
    );
    expect(long.map((file) => relative(src, file))).toEqual([]);
  });
});

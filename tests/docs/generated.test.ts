import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { KEYS_ZH } from '../../src/build/docs/keysZh.ts';
import { keysOf, type Schema } from '../../src/build/docs/schemaTable.ts';
import { docsOf, README_OUTPUTS, SHOWN_DOCUMENTS, WRITTEN_FILES } from '../../src/build/docs.ts';
import { run } from '../cli/qingdan.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

function textOf(path: string): string | null {
  return existsSync(`${root}${path}`) ? readFileSync(`${root}${path}`, 'utf8') : null;
}

const schema = (name: string) => JSON.parse(textOf(`schemas/${name}.schema.json`) ?? '{}') as Schema;
const schemas = { format: schema('format'), config: schema('config') };

function generated(): Promise<ReadonlyMap<string, string>> {
  const sources = readdirSync(`${root}rules`, { recursive: true, encoding: 'utf8' })
    .map((name) => `rules/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => ({ path, text: textOf(path) ?? '' }));
  const written = Object.fromEntries(WRITTEN_FILES.map((path) => [path, textOf(path)])) as Record<
    (typeof WRITTEN_FILES)[number],
    string | null
  >;
  const documents = Object.fromEntries(SHOWN_DOCUMENTS.map((path) => [path, textOf(path) ?? '']));
  return docsOf(sources, { schemas, written, documents });
}

describe('the generated pages', () => {
  it('are what `npm run docs` would write now', async () => {
    const files = await generated();
    const stale = [...files].filter(([path, text]) => textOf(path) !== text).map(([path]) => path);
    expect(stale).toEqual([]);
  });

  it('show what the command prints', async () => {
    for (const path of SHOWN_DOCUMENTS) {
      for (const { readme, options } of README_OUTPUTS) {
        const { stdout } = await run(['check', path, ...options.split(' ')], { cwd: root });
        expect(textOf(readme)).toContain(
          `<!-- output:begin check ${path} ${options} -->\n\n\`\`\`text\n${stdout.trimEnd()}\n\`\`\``,
        );
      }
    }
  });

  it('are none for rules that are gone', async () => {
    const files = await generated();
    const pages = readdirSync(`${root}docs/rules`).map((name) => `docs/rules/${name}`);
    expect(pages.filter((page) => !files.has(page))).toEqual([]);
  });

  it('show an output for every faulty example, in both languages', async () => {
    for (const [path, text] of await generated()) {
      if (!/^docs\/rules\/(?!README)/.test(path)) continue;
      const outputs = [...text.matchAll(/^```text\n([\s\S]*?)^```$/gm)].map(([, output = '']) =>
        output.trim(),
      );
      expect(
        outputs.filter((output) => output === ''),
        path,
      ).toEqual([]);
      expect(outputs.length % 2, path).toBe(0);
    }
  });

  it('explain every key of formats and configs in Chinese too, and no key that is not there', () => {
    for (const name of ['format', 'config'] as const) {
      const keys = keysOf(schemas[name])
        .map(({ path }) => path)
        .filter((path) => path !== '$schema' && !/\.(?:add|remove)$/.test(path));
      expect(keys.filter((key) => !KEYS_ZH[name][key])).toEqual([]);
      expect(Object.keys(KEYS_ZH[name]).filter((key) => !keys.includes(key))).toEqual([]);
    }
  });
});

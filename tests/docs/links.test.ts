import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

function pages(): readonly string[] {
  const inFolder = (folder: string) =>
    readdirSync(`${root}${folder}`)
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}${name}`);
  return [...inFolder(''), ...inFolder('docs/'), ...inFolder('docs/rules/')];
}

/** A page without what stands in fences: examples have headings and links of their own. */
function written(path: string): string {
  return readFileSync(`${root}${path}`, 'utf8').replace(/^( *)(```+)[^\n]*\n[\s\S]*?^\1\2$/gm, '');
}

/** The anchors of a page's headings, as GitHub makes them. */
function anchors(path: string): readonly string[] {
  return [...written(path).matchAll(/^#{1,6} +(.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  );
}

/** What is wrong with a link of a page, or null. */
function broken(page: string, link: string): string | null {
  if (/^(?:https?|mailto):/.test(link)) return null;
  const [target = '', anchor] = link.split('#');
  const path = target === '' ? page : join(dirname(page), target);
  if (!existsSync(`${root}${path}`)) return `${page}: ${link} is not there`;
  if (anchor === undefined || !path.endsWith('.md') || anchors(path).includes(anchor)) return null;
  return `${page}: ${link} has no such heading`;
}

it('links of the READMEs and guides lead to files and headings that are there', () => {
  const found = pages().flatMap((page) =>
    [
      ...written(page)
        .replace(/`[^`\n]*`/g, '')
        .matchAll(/\]\(([^)\s]+)\)/g),
    ].flatMap(([, link = '']) => broken(page, link) ?? []),
  );
  expect(found).toEqual([]);
});

it('the English README leads to English: no page that is Chinese first without the heading of its English half', () => {
  const links = [...written('README.md').matchAll(/\]\((docs\/[^)\s#]+\.md)(#[^)\s]+)?\)/g)];
  const chinese = links.filter(
    ([, page = '', anchor]) =>
      anchor === undefined && /^# .*[一-鿿]|^\*\*[一-鿿]/m.test(written(page).slice(0, 300)),
  );
  expect(chinese.map(([link]) => link)).toEqual([]);
});

it('both READMEs show the same commands, but for language and names of files', () => {
  const commands = (path: string) =>
    [...readFileSync(`${root}${path}`, 'utf8').matchAll(/^(?:qingdan|npm) [^\n#]*/gm)].map(([line]) =>
      line
        .replace(' --lang en', '')
        .replace(/html=\S+/, 'html=')
        .trim(),
    );
  expect(commands('README.zh-CN.md')).toEqual(commands('README.md'));
});

it('no page is kept that nothing links to', () => {
  const all = pages();
  const linked = new Set(
    all.flatMap((page) =>
      [...written(page).matchAll(/\]\(([^)\s#]+\.md)(?:#[^)]*)?\)/g)].map(([, link = '']) =>
        join(dirname(page), link),
      ),
    ),
  );
  const roots = ['README.md'];
  expect(all.filter((page) => !linked.has(page) && !roots.includes(page))).toEqual([]);
});

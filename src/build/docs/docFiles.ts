import { checks } from '../../checks/index.ts';
import type { Format } from '../../model/format.ts';
import type { Rule } from '../../model/rule.ts';
import { checkOutput } from './exampleOutput.ts';
import { KEYS_ZH } from './keysZh.ts';
import { between, code, inline, table } from './markdown.ts';
import { readmeTable, ruleIndex } from './ruleIndex.ts';
import { optionDescription, rulePage } from './rulePage.ts';
import { keysOf, type Schema, valueWords } from './schemaTable.ts';
import { PAGE_WORDS, type PageLanguage } from './words.ts';

/** What the pages are made of. */
export interface DocsSources {
  readonly rules: readonly Rule[];
  readonly formats: ReadonlyMap<string, Format>;
  readonly schemas: Readonly<Record<'format' | 'config', Schema>>;
  /** Documents of the repository whose check a page shows, by path. */
  readonly documents: Readonly<Record<string, string>>;
  /** The files that people write and that hold a generated table between markers, by path; null where one is not there. */
  readonly written: Readonly<Record<WrittenFile, string | null>>;
}

/** Files in which only what stands between markers is generated. */
export const WRITTEN_FILES = [
  'README.md',
  'README.zh-CN.md',
  'docs/formats.md',
  'docs/configuration.md',
  'docs/writing-rules.md',
] as const;
export type WrittenFile = (typeof WRITTEN_FILES)[number];

/** The READMEs, and the options of the check that each of them shows between its markers. */
export const README_OUTPUTS = [
  { readme: 'README.md', language: 'en', options: '--quiet --lang en' },
  { readme: 'README.zh-CN.md', language: 'zh', options: '--quiet' },
] as const;

/**
 * Every generated file by path from the root of the project. A written file without markers, or that is not there, is
 * left out.
 */
export async function docFiles(sources: DocsSources): Promise<ReadonlyMap<string, string>> {
  const { rules, formats, schemas, written } = sources;
  const files = new Map<string, string>();
  for (const rule of rules) files.set(`docs/rules/${rule.id}.md`, await rulePage(rule, formats));
  files.set('docs/rules/README.md', ruleIndex(rules));
  const fill = (path: WrittenFile, marker: string, lines: readonly string[], about = '') => {
    const text = files.get(path) ?? written[path];
    const filled = text === null ? null : between(text, marker, lines, about);
    if (filled !== null) files.set(path, filled);
  };
  fill('README.md', 'rules', readmeTable(rules, 'en'));
  fill('README.zh-CN.md', 'rules', readmeTable(rules, 'zh'));
  for (const [path, text] of Object.entries(sources.documents)) {
    for (const { readme, language, options } of README_OUTPUTS) {
      const output = code(await checkOutput(path, text, rules, formats, language), 'text');
      fill(readme, 'output', output, ` check ${path} ${options}`);
    }
  }
  for (const language of ['zh', 'en'] as const) {
    fill('docs/formats.md', `keys:${language}`, keyTable('format', schemas.format, language));
    fill('docs/configuration.md', `keys:${language}`, keyTable('config', schemas.config, language));
    fill('docs/writing-rules.md', `kinds:${language}`, kindTables(rules, language));
  }
  return files;
}

/** The keys of a file format, a line each. */
function keyTable(schema: 'format' | 'config', root: Schema, language: PageLanguage): readonly string[] {
  const words = PAGE_WORDS[language];
  const keys = keysOf(root).filter(({ path }) => path !== '$schema' && !/\.(?:add|remove)$/.test(path));
  return table(
    words.keyHeader,
    keys.map(({ path, required, schema: key }) => [
      `${inline(path)}${required && !path.includes('.') ? ' *' : ''}`,
      valueWords(key, language),
      (language === 'zh' ? KEYS_ZH[schema][path] : undefined) ?? key.description ?? '',
    ]),
  );
}

/** Kinds that say nothing of their own: a rule of them is all in its YAML. */
const GENERAL = [
  'pattern',
  'terms',
  'consistent',
  'required',
  'unique',
  'length',
  'vocabulary',
  'when',
  'schema',
];

/** The general kinds of checks with their options; the others with the rules whose pages explain theirs. */
function kindTables(rules: readonly Rule[], language: PageLanguage): readonly string[] {
  const words = PAGE_WORDS[language];
  const note = KIND_NOTES[language];
  const usersOf = (kind: string) =>
    rules.filter((rule) => rule.check === kind).map(({ id }) => `[${inline(id)}](rules/${id}.md)`);
  const general = GENERAL.flatMap((kind) => {
    const check = checks.get(kind);
    if (!check) return [];
    const { options, variants, messages, scope } = check;
    const placeholders = [...new Set(Object.values(variants).flat())].map((name) => inline(`{${name}}`));
    const own = Object.keys(variants).filter((name) => name !== 'default' && !messages?.[name]);
    const facts = [
      `${note.scope}${(scope ?? ['lists', 'column']).map(inline).join(' ')}`,
      `${note.placeholders}${placeholders.join(' ')}`,
      ...(own.length > 0 ? [`${note.variants}${own.map(inline).join(' ')}`] : []),
      ...(usersOf(kind).length > 0 ? [`${note.used}${usersOf(kind).join(words.pause)}`] : []),
    ];
    const rows = keysOf(options as Schema).map(({ path, required, schema }) => [
      `${inline(path)}${required ? ' *' : ''}`,
      [valueWords(schema, language), defaultWords(schema, language)].filter(Boolean).join(' '),
      optionDescription(kind, path, schema, language),
    ]);
    return [
      `### ${inline(kind)}`,
      '',
      ...facts.map((fact) => `- ${fact}`),
      '',
      ...table(words.keyHeader, rows),
      '',
    ];
  });
  const others = [...checks.keys()]
    .filter((kind) => !GENERAL.includes(kind) && usersOf(kind).length > 0)
    .map((kind) => [inline(kind), usersOf(kind).join(words.pause)]);
  return [...general, `### ${note.others}`, '', ...table([words.check, note.usedIn], others)];
}

const KIND_NOTES: Readonly<
  Record<
    PageLanguage,
    Readonly<Record<'scope' | 'used' | 'usedIn' | 'others' | 'placeholders' | 'variants', string>>
  >
> = {
  zh: {
    scope: '`on` 里可写：',
    used: '内置规则：',
    usedIn: '内置规则（选项见各页）',
    others: '专用的',
    placeholders: '提示语里可用：',
    variants: '`messages` 里可分别写的情形：',
  },
  en: {
    scope: 'In `on`: ',
    used: 'Built-in rules: ',
    usedIn: 'built-in rules (their pages have the options)',
    others: 'Special kinds',
    placeholders: 'Placeholders of the message: ',
    variants: 'Cases with messages of their own: ',
  },
};

function defaultWords({ default: value }: Schema, language: PageLanguage): string {
  if (value === undefined || value === null) return '';
  const text = JSON.stringify(value);
  if (text.length > 80) return '';
  return language === 'zh' ? `（默认 ${inline(text)}）` : `(default ${inline(text)})`;
}

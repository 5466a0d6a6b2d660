import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatYaml } from '../../src/cli/init/formatYaml.ts';
import { lint } from '../../src/engine/lint.ts';
import type { ListDocument } from '../../src/model/document.ts';
import type { Format } from '../../src/model/format.ts';
import { inspectDocument } from '../../src/outline/inspect.ts';
import { type Learning, learnFormat } from '../../src/outline/learnFormat.ts';
import { outline } from '../../src/outline/outline.ts';
import { read } from '../../src/readers/read.ts';
import { resolveFormats } from '../../src/ruleset/formatFiles.ts';
import { readYaml } from '../../src/ruleset/yamlFile.ts';
import { currentRuleset } from '../support/builtins.ts';
import {
  type MarkdownOptions,
  markdown,
  numberedPerCategory,
  type PdfOptions,
  type PlainDocument,
  pdfText,
  randomMarkdownOptions,
  randomPdfOptions,
} from '../support/layouts.ts';
import { OTHER_WORDS, OTHER_WORDS_LINES } from '../support/otherWords.ts';
import { plainDocument } from '../support/plainDocuments.ts';
import { differences, expectedLists, plainOf, readLists } from '../support/readBack.ts';

const { rules, formats } = currentRuleset();
const base = formats.get('base') as Format;

async function sourceOf(path: string, content: string | Uint8Array) {
  return read(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
}

/** The format as the command would write it, loaded as a user's format is. */
function loaded(learning: Learning, language: 'zh' | 'en' = 'zh'): Format {
  const yaml = formatYaml(learning, { id: 'learned', sample: 'sample.md', schema: null, language });
  const file = readYaml('learned.yaml', yaml);
  if ('problems' in file) throw new Error(yaml);
  const resolved = resolveFormats([file.file], formats);
  expect(resolved.problems).toEqual([]);
  return resolved.formats.get('learned') as Format;
}

const items = (document: ListDocument) =>
  JSON.stringify({ ...inspectDocument(document), format: '' }, null, 1);

const findings = (document: ListDocument) =>
  lint(document, rules, 'zh').findings.map(({ ruleId, message }) => `${ruleId} ${message}`);

/** Learns from a document and reads it again with what was learned and written down. */
async function learnAndRead(path: string, content: string | Uint8Array) {
  const source = await sourceOf(path, content);
  const learning = learnFormat(source, base);
  const format = loaded(learning);
  return {
    learning,
    format,
    before: outline(source, formats, 'base'),
    after: outline(source, new Map([...formats, ['learned', format]]), 'learned'),
  };
}

const fixtures = new URL('../../fixtures/ok/', import.meta.url);
const sound = readdirSync(fixtures).filter((name) => /\.(?:md|txt)$/.test(name));

describe.each(sound)('the format learned from %s', (name) => {
  const content = () => new Uint8Array(readFileSync(new URL(name, fixtures)));

  it('reads it as the base format does, and checks find nothing', async () => {
    const { before, after } = await learnAndRead(name, content());
    expect(items(after)).toBe(items(before));
    expect(findings(after)).toEqual([]);
  });

  it('is chosen by itself for it', async () => {
    const { format } = await learnAndRead(name, content());
    const source = await sourceOf(name, content());
    expect(outline(source, new Map([...formats, ['learned', format]])).format.id).toBe('learned');
  });

  it('reads the same matters in another layout, and checks find no more than with the base format', async () => {
    const { format } = await learnAndRead(name, content());
    const plain = plainOf(outline(await sourceOf(name, content()), formats, 'base'));
    const all = new Map([...formats, ['learned', format]]);
    for (const [path, text] of [
      ['a.md', markdown(plain, { categories: 'rows', rowsPerPage: 9 }, 1)],
      ['b.md', markdown(plain, { syntax: 'html', categories: 'merged' }, 1)],
      ['c.txt', pdfText(plain, {}, 1)],
    ] as const) {
      const source = await sourceOf(path, text);
      const document = outline(source, all, 'learned');
      expect(items(document), path).toBe(items(outline(source, formats, 'base')));
    }
  });
});

const MARKDOWN: readonly (readonly [string, Partial<MarkdownOptions>])[] = [
  ['one long table a list', {}],
  ['category rows', { categories: 'rows' }],
  ['category headings', { categories: 'headings', titles: 'plain', categoryTitles: 'plain' }],
  ['merged categories in HTML', { categories: 'merged', syntax: 'html' }],
  ['other header words and the unit 街道', { wording: 1, unit: '街道' }],
  ['a handover in two columns', { wording: 2, handover: 'split' }],
  ['extra columns', { extraColumns: ['法律依据', '备注'] }],
  ['a header of two rows', { headerRows: 'groups', handover: 'split' }],
  ['no titles', { titles: 'none', cover: false, preamble: false }],
];
const PDF: readonly (readonly [string, Partial<PdfOptions>])[] = [
  ['narrow columns', {}],
  ['category headings', { categories: 'headings', titles: true }],
  ['other header words', { wording: 1, headerOn: 'every', linesPerPage: 24 }],
];
const LARGE = { basic: 32, coordinating: 18, withdrawn: 24 };

describe('a format learned from a rendered document', () => {
  /**
   * The learned format gets no field wrong that the base format gets right; what it reads alike it finds no more in.
   */
  async function expectSound(path: string, text: string, plain: PlainDocument, hint: string) {
    const { before, after } = await learnAndRead(path, text);
    const want = expectedLists(plain);
    const wrong = differences(want, readLists(before));
    const more = differences(want, readLists(after)).filter((difference) => !wrong.includes(difference));
    expect(more, hint).toEqual([]);
    if (items(after) !== items(before)) return;
    const known = findings(before);
    expect(
      // Whether the county's name is written in one place and left out in others only shows to who knows it.
      findings(after).filter(
        (finding) => !known.includes(finding) && !finding.startsWith('department-county-name-in-duties '),
      ),
      hint,
    ).toEqual([]);
  }

  it.each(MARKDOWN)('in Markdown with %s is read no worse and finds no more', async (name, options) => {
    for (const seed of [1, 2]) {
      const plain = plainDocument(seed, LARGE);
      await expectSound('sample.md', markdown(plain, options, seed), plain, `${name}, seed ${seed}`);
    }
  });

  it.each(PDF)('as PDF text with %s is read no worse and finds no more', async (name, options) => {
    for (const seed of [1, 2]) {
      const plain = plainDocument(seed, LARGE);
      await expectSound('sample.txt', pdfText(plain, options, seed), plain, `${name}, seed ${seed}`);
    }
  });

  it('in any mixture of layouts is read no worse and finds no more', async () => {
    for (let seed = 1; seed <= 8; seed++) {
      const plain = plainDocument(seed, LARGE);
      await expectSound('sample.md', markdown(plain, randomMarkdownOptions(seed), seed), plain, `md ${seed}`);
      await expectSound('sample.txt', pdfText(plain, randomPdfOptions(seed), seed), plain, `txt ${seed}`);
    }
  });

  it('says that numbers start again in each category where they do', async () => {
    const plain = numberedPerCategory(plainDocument(4, LARGE));
    const { format } = await learnAndRead('sample.md', markdown(plain, {}, 4));
    expect(format.numbering).toBe('category');
    const { format: other } = await learnAndRead('sample.md', markdown(plainDocument(4, LARGE), {}, 4));
    expect(other.numbering).toBe('list');
  });
});

describe('a county in words of its own', () => {
  const shown = ({ document }: Learning) =>
    inspectDocument(document).lists.map(({ kind, items: all }) => ({
      kind,
      rows: all.map((item) => [
        item.number,
        item.category,
        item.name,
        ...(item.departments?.names ?? []),
        ...(item.handover?.departments ?? []),
      ]),
    }));

  it('is read by what stands in its columns, and its category rows by their place', async () => {
    const { learning, after } = await learnAndRead('sample.md', OTHER_WORDS);
    expect(shown(learning)).toEqual([
      {
        kind: 'basic',
        rows: [
          [1, '党群引领', '组织党员冬训，检查各村党支部学习记录'],
          [2, '党群引领', '选配村级后备干部，建好人才台账'],
          [3, '富民兴业', '培育茶叶合作社，开展茶农技术培训'],
          [4, '富民兴业', '摸清闲置农房底数，发布招租信息'],
          [5, '安居乐业', '受理高龄津贴申请并完成初审'],
          [6, '安居乐业', '组织村民开展饮用水源地清洁'],
        ],
      },
      {
        kind: 'coordinating',
        rows: [
          [1, '富民兴业', '茶园绿色防控', '县茶业发展中心', '县农业农村局'],
          [2, '富民兴业', '乡村旅游路线建设', '县茶博园', '县文旅局'],
          [3, '安居乐业', '残疾人家庭无障碍改造', '县残联'],
          [4, '安居乐业', '河道清淤', '县水利局'],
          [5, '安居乐业', '临时遇困人员救助', '县民政局', '县财政局'],
        ],
      },
      {
        kind: 'withdrawn',
        rows: [
          [1, '富民兴业', '茶叶加工厂安全评级', '县茶业发展中心'],
          [2, '安居乐业', '对擅自占用绿地的处罚', '县住建局'],
          [3, '安居乐业', '水质检测', '县水利局'],
        ],
      },
    ]);
    expect(items(after)).toBe(items(learning.document));
    expect(findings(after)).toEqual([]);
  });

  it('gives its words to the format', async () => {
    const { learned } = (await learnAndRead('sample.md', OTHER_WORDS)).learning;
    expect(learned.headers).toEqual({
      name: ['主责的事', '协办的事', '收回的事'],
      departments: ['县里谁牵头'],
      superiorDuties: ['牵头的做什么'],
      townshipDuties: ['镇里做什么'],
      handoverDepartments: ['谁接手'],
      handoverManner: ['怎么办'],
    });
    expect(learned.titles).toEqual({
      basic: ['主责事项清单'],
      coordinating: ['协办事项清单'],
      withdrawn: [],
    });
    expect(learned.categories).toEqual(['党群引领', '富民兴业', '安居乐业']);
    expect(learned.countyNames).toEqual(['沙岭县']);
    expect(learned.detect).toEqual(['沙岭县']);
    expect(learned.departments.names).toEqual(['茶博园']);
    expect(learned.statements.items).toEqual(['{list}计{n}件']);
  });

  it('says of every word how it was understood', async () => {
    const { doubts } = (await learnAndRead('sample.md', OTHER_WORDS)).learning;
    expect(doubts.map(({ code, words }) => `${code} ${words.join(' ')}`.trim())).toEqual([
      'header-by-content 主责的事',
      'header-by-content 协办的事',
      'header-by-content 县里谁牵头',
      'header-by-content 牵头的做什么',
      'header-by-content 镇里做什么',
      'header-by-content 收回的事',
      'header-by-content 谁接手',
      'header-by-content 怎么办',
      'title-new 主责事项清单',
      'title-new 协办事项清单',
      'department-new 茶博园',
      'phrase-new {list}计{n}件',
      'category-row 党群引领 富民兴业 安居乐业',
      'categories-closed',
      'department-short-only 县文旅局 县残联 县住建局',
      'department-once 县农业农村局 县茶博园 县文旅局 县残联 县民政局 县财政局 县住建局',
    ]);
  });

  it('is read from lines too, where its headers stand in one line', async () => {
    const { learning } = await learnAndRead('sample.txt', OTHER_WORDS_LINES);
    expect(shown(learning)).toEqual([
      {
        kind: 'basic',
        rows: [
          [1, '党建引领', '组织党员冬训'],
          [2, '党建引领', '选配村级后备干部'],
          [3, '富民兴业', '培育茶叶合作社'],
        ],
      },
      {
        kind: 'coordinating',
        rows: [
          [1, '富民兴业', '茶园绿色防控', '县农业农村局'],
          [2, '富民兴业', '河道清淤', '县水利局'],
        ],
      },
    ]);
  });
});

describe('what a sample has wrong', () => {
  const doubtsOf = async (text: string) => (await learnAndRead('sample.md', text)).learning;
  const sample = (change: (text: string) => string) => change(markdown(plainDocument(2, LARGE), {}, 2));

  it('does not become the rule: slips of categories are told and left out', async () => {
    const { learned, doubts } = await doubtsOf(
      sample((text) => text.replace(/\| 自然资源 \|(?![\s\S]*\| 自然资源 \|)/, '| 自然资原 |')),
    );
    expect(learned.categories).toContain('自然资源');
    expect(learned.categories).not.toContain('自然资原');
    expect(doubts.find(({ code }) => code === 'category-slip')?.data).toEqual({
      name: '自然资原',
      near: '自然资源',
      count: 1,
    });
  });

  it('is told: a department in two forms', async () => {
    const text = OTHER_WORDS.replace('由县住建局', '由县住房和城乡建设局').replace(
      '| 2 | 对擅自占用绿地的处罚 | 县住建局',
      '| 2 | 对擅自占用绿地的处罚 | 县文化和旅游局',
    );
    const { doubts } = await doubtsOf(text);
    expect(doubts.filter(({ code }) => code === 'department-forms').map(({ data }) => data)).toEqual([
      { name: '县文化和旅游局', forms: '县文旅局（1）、县文化和旅游局（1）' },
    ]);
  });

  it('is told: a list that is not there, and a column that is missing', async () => {
    const cut = OTHER_WORDS.slice(0, OTHER_WORDS.indexOf('## 柳塘镇收回事项清单'))
      .replaceAll('<br>', '')
      .replace('| 序 | 协办的事 | 县里谁牵头 | 牵头的做什么 |', '| 序 | 协办的事 | 县里谁牵头 |')
      .replace('|---|---|---|---|---|', '|---|---|---|---|')
      .replace(/^(\| \d \| [^|]+\| 县[^|]+\|)[^|]+\|/gm, '$1');
    const { doubts, learned } = await doubtsOf(cut);
    expect(doubts.map(({ code, data }) => [code, data.list, data.role])).toContainEqual([
      'list-missing',
      'withdrawn',
      undefined,
    ]);
    expect(learned.missing.coordinating.length).toBe(1);
  });
});

describe('headers and titles in words that nobody knows', () => {
  const TITLES: readonly (readonly [string, string])[] = [
    ['上级部门收回事项清单', '交回县里的清单'],
    ['基本履职事项清单', '自己做的清单'],
    ['配合履职事项清单', '帮着做的清单'],
  ];
  const HEADERS: readonly (readonly [string, string])[] = [
    ['序号', '条'],
    ['事项类别', '归口线条'],
    ['事项名称', '做的事'],
    ['对应上级部门', '谁来管'],
    ['上级部门职责', '上头干啥'],
    ['[乡镇街道苏木]+配合职责', '底下干啥'],
    ['承接部门及工作方式', '交给谁怎么干'],
    ['承接部门', '交给谁'],
    ['承接方式', '怎么干'],
  ];
  const inOtherWords = (text: string): string => {
    let changed = text;
    for (const [word, other] of TITLES)
      changed = changed.replaceAll(new RegExp(`(?<=镇)${word}(?=[\\s|<*]|$)`, 'gm'), other);
    for (const [word, other] of HEADERS)
      changed = changed.replaceAll(new RegExp(`(?<=[|>]\\s*|^)${word}(?=\\s*[|<]|\\s*$)`, 'gm'), other);
    return changed;
  };

  it('are told by what stands below them, whatever the layout and the order of the columns', async () => {
    for (let seed = 1; seed <= 16; seed++) {
      const usual = { headerRows: 'one', wording: 0, strayContentSpaces: false, entities: false } as const;
      const options = { ...randomMarkdownOptions(seed), ...usual };
      const plain = plainDocument(seed, LARGE);
      const text = inOtherWords(markdown(plain, options, seed));
      expect(text).not.toMatch(/事项名称/);
      const { document } = learnFormat(await sourceOf('sample.md', text), base);
      const wrong = differences(expectedLists(plain, options.handover === 'split'), readLists(document));
      expect(wrong, `seed ${seed}`).toEqual([]);
    }
  });
});

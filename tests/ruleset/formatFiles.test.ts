import { describe, expect, it } from 'vitest';
import { rulesetFor } from '../../src/ruleset/load.ts';
import { BASE_FORMAT, BUILTIN, formatOf, load, problemsOf, rulesetOf } from './memoryHost.ts';

const CONFIG = { 'qingdan.config.yaml': 'formats: [counties]\n' };

describe('a county format', () => {
  it('takes from base what it leaves out, but not its title and the words it is recognised by', async () => {
    const config = await load({
      ...CONFIG,
      'counties/liuhe.yaml': 'id: liuhe\ncountyNames: [柳河县]\nnumbering: category\n',
    });
    expect(formatOf(config, 'liuhe')).toEqual({
      ...formatOf(config, 'base'),
      id: 'liuhe',
      title: { zh: 'liuhe', en: 'liuhe' },
      detect: [],
      countyNames: ['柳河县'],
      numbering: 'category',
    });
  });

  it('replaces a list by a list, and changes it by add and remove', async () => {
    const config = await load({
      ...CONFIG,
      'counties/liuhe.yaml': `id: liuhe
categories: { names: { add: [口岸管理], remove: [经济发展] }, closed: true }
headers: { number: [编号], name: { add: [履职事项] } }
departments: { shortForms: { 住房和城乡建设局: [住建局], 人力资源和社会保障局: { add: [人社厅] } } }
`,
    });
    const format = formatOf(config, 'liuhe');
    expect(format.categories).toEqual({ names: ['党的建设', '民生服务', '口岸管理'], closed: true });
    expect(format.headers.number).toEqual(['编号']);
    expect(format.headers.name).toEqual(['事项名称', '履职事项']);
    expect(format.headers.category).toEqual(['事项类别', '类别']);
    expect(format.departments.shortForms).toEqual({
      人力资源和社会保障局: ['人社局', '人社厅'],
      住房和城乡建设局: ['住建局'],
    });
  });

  it('takes an empty list and false for values', async () => {
    const config = await load({
      ...CONFIG,
      'counties/a.yaml': 'id: strict\ncategories: { closed: true }\n',
      'counties/b.yaml': 'id: loose\nextends: strict\ncategories: { closed: false, names: [] }\n',
    });
    expect(formatOf(config, 'loose').categories).toEqual({ names: [], closed: false });
  });

  it('builds on another county of the user or of the tool, whichever file comes first', async () => {
    const config = await load({
      ...CONFIG,
      'counties/a.yaml': 'id: east\nextends: west\nunits: { add: [苏木] }\n',
      'counties/b.yaml': 'id: west\nextends: qinghe\nunits: [乡]\n',
    });
    expect(formatOf(config, 'east').units).toEqual(['乡', '苏木']);
  });

  it('takes the place of a built-in one with its id, and may build on it', async () => {
    const config = await load({
      ...CONFIG,
      'counties/qinghe.yaml': 'id: qinghe\nextends: qinghe\ncountyNames: [清河县]\ndetect: [清河县]\n',
    });
    expect(formatOf(config, 'qinghe')).toMatchObject({ countyNames: ['清河县'], detect: ['清河县'] });
    expect(BUILTIN.formats.get('qinghe')?.countyNames).toEqual([]);
  });

  it('can be asked for by a config', async () => {
    const config = await load({
      'qingdan.config.yaml': 'formats: [counties/liuhe.yaml]\ncounty: liuhe\n',
      'counties/liuhe.yaml': 'id: liuhe\n',
    });
    expect(config.county).toBe('liuhe');
    expect([...rulesetFor(config, 'a.md').formats.keys()]).toEqual(['base', 'qinghe', 'liuhe']);
  });
});

describe('a format file that cannot be used', () => {
  const problems = (text: string) => problemsOf({ ...CONFIG, 'counties/liuhe.yaml': text });

  it('extends a format that is not there', async () => {
    expect(await problems('id: liuhe\nextends: qinhe\n')).toEqual([
      {
        code: 'unknown-county',
        file: 'counties/liuhe.yaml',
        line: 2,
        column: 10,
        length: 5,
        source: 'extends: qinhe',
        message: { zh: '没有 “qinhe” 这个县的格式', en: 'there is no county format "qinhe"' },
        allowed: ['base', 'qinghe', 'liuhe'],
        suggestion: 'qinghe',
      },
    ]);
  });

  it('extends itself, alone or round a circle', async () => {
    expect(await problems('id: liuhe\nextends: liuhe\n')).toMatchObject([
      { code: 'extends-cycle', line: 2, column: 10, message: { zh: 'extends 绕成了圈：liuhe → liuhe' } },
    ]);
    const circle = await problemsOf({
      ...CONFIG,
      'counties/a.yaml': 'id: a\nextends: b\n',
      'counties/b.yaml': 'id: b\nextends: c\n',
      'counties/c.yaml': 'id: c\nextends: a\n',
    });
    expect(circle).toMatchObject([
      { code: 'extends-cycle', file: 'counties/c.yaml', message: { zh: 'extends 绕成了圈：a → b → c → a' } },
    ]);
  });

  it('has an unknown key, with the nearest known one', async () => {
    expect(await problems('id: liuhe\nheaders:\n  departmets: [责任部门]\n')).toMatchObject([
      { code: 'unknown-key', line: 3, column: 3, length: 10, suggestion: 'departments' },
    ]);
    expect(await problems('id: liuhe\nunits: { append: [乡] }\n')).toMatchObject([
      { code: 'unknown-key', line: 2, column: 10, allowed: ['add', 'remove'] },
    ]);
  });

  it('has no id, or an unknown numbering', async () => {
    expect(await problems('numbering: list\n')).toMatchObject([
      { code: 'missing-key', line: 1, column: 1, message: { zh: '缺少 “id”', en: '"id" is missing' } },
    ]);
    expect(await problems('id: liuhe\nnumbering: lists\n')).toMatchObject([
      {
        code: 'bad-value',
        line: 2,
        column: 12,
        message: { zh: '“numbering” 不能是 “lists”', en: '"numbering" cannot be "lists"' },
        allowed: ['list', 'category', 'auto'],
        suggestion: 'list',
      },
    ]);
  });

  it('removes a word that is not there', async () => {
    expect(await problems('id: liuhe\ncategories:\n  names:\n    remove:\n      - 民生服\n')).toEqual([
      {
        code: 'nothing-to-remove',
        file: 'counties/liuhe.yaml',
        line: 5,
        column: 9,
        length: 3,
        source: '      - 民生服',
        message: {
          zh: 'remove 里的 “民生服” 在它扩展的格式里没有',
          en: '"民生服" cannot be removed: the format it extends does not have it',
        },
        suggestion: '民生服务',
      },
    ]);
  });

  it('heads two columns with one word, also through a unit', async () => {
    expect(await problems('id: liuhe\nheaders:\n  note: [街道配合职责]\n')).toMatchObject([
      {
        code: 'header-twice',
        line: 3,
        column: 9,
        message: {
          zh: '表头 “街道配合职责” 同时列在 townshipDuties 和 note 下，分不清是哪一列',
          en: 'the header "街道配合职责" stands under townshipDuties and note; which column it heads cannot be told',
        },
      },
    ]);
  });

  it('has a header word with a space', async () => {
    expect(await problems('id: liuhe\nheaders: { name: [事项 名称] }\n')).toMatchObject([
      {
        code: 'bad-value',
        line: 2,
        column: 19,
        message: { zh: '“name” 的第 1 项不能是空的，也不能有空格' },
      },
    ]);
  });

  it('has a template without a number, or with a placeholder that nothing fills', async () => {
    expect(await problems("id: liuhe\nstatements: { items: ['共若干项'] }\n")).toMatchObject([
      { code: 'bad-value', line: 2, column: 23, message: { zh: '“items” 的第 1 项里要有 {n}，不能有空格' } },
    ]);
    expect(await problems("id: liuhe\nstatements: { items: { add: ['{lists}{n}项'] } }\n")).toMatchObject([
      {
        code: 'placeholder',
        line: 2,
        column: 30,
        message: { zh: '占位符 {lists} 在这里没有值可填' },
        allowed: ['{n}', '{names}', '{name}', '{list}'],
      },
    ]);
  });

  it('takes an id that another file of the user has', async () => {
    const files = { ...CONFIG, 'counties/a.yaml': 'id: liuhe\n', 'counties/b.yaml': 'id: liuhe\n' };
    expect(await problemsOf(files)).toMatchObject([
      {
        code: 'duplicate-id',
        file: 'counties/b.yaml',
        message: { zh: '标识 “liuhe” 已经用在 counties/a.yaml。请改掉其中一个' },
      },
    ]);
  });
});

it('base builds on nothing, and lists what it leaves out as empty', () => {
  const base = rulesetOf({ 'rules/formats/base.yaml': BASE_FORMAT }).formats.get('base');
  expect(base?.headers.note).toEqual([]);
  expect(base?.lists.withdrawn).toEqual({ titles: [], required: [], mayBeEmpty: [] });
  expect(base?.numbering).toBe('auto');
});

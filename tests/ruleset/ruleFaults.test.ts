import { describe, expect, it } from 'vitest';
import type { ConfigProblem } from '../../src/ruleset/configError.ts';
import { formatProblem } from '../../src/ruleset/formatProblem.ts';
import { load, problemsOf } from './memoryHost.ts';

const CONFIG = 'ruleFiles: [own.yaml]\n';
const HEAD = `id: own
severity: warning
title: { zh: 自定, en: own }
message: { zh: 坏了, en: broken }
why: { zh: 自定, en: own }
`;

/** The problems of one rule file. */
function problemsIn(rule: string): Promise<readonly ConfigProblem[]> {
  return problemsOf({ 'qingdan.config.yaml': CONFIG, 'own.yaml': HEAD + rule });
}

/** Where the caret stands: the words under it. */
const caret = ({ source, column, length }: ConfigProblem): string =>
  source.slice(column - 1, column - 1 + length);

describe('a pattern of a rule', () => {
  it('that cannot run in linear time is refused with its line, its column and a sentence', async () => {
    const [problem, ...others] = await problemsIn(`check: pattern
options:
  patterns:
    - forbid: 县(?!级)局
`);
    expect(others).toEqual([]);
    expect(problem && formatProblem(problem, 'zh')).toBe(
      [
        'own.yaml:9:16 不能用 “(?!…)”（前后查看）：它不能保证在线性时间内匹配。请直接写出前后的文字，或用 except 排除不算的情形',
        '  9 │     - forbid: 县(?!级)局',
        '    │                 ^^^',
      ].join('\n'),
    );
    expect(problem && formatProblem(problem, 'en').split('\n')[0]).toBe(
      'own.yaml:9:16 "(?!…)" (look-around) cannot be matched in linear time; write the words around it out, or leave cases out with except',
    );
  });

  it.each([
    ["    - { forbid: '(县|市)\\1' }", '\\1', 'back reference'],
    ["    - { forbid: '县[局' }", '[', 'not closed'],
    ['    - { forbid: "县[局" }', '[', 'not closed'],
    ["    - { forbid: '县$局' }", '局', 'cannot both hold'],
    ["    - { demand: '县*' }", '县*', 'also fits an empty text'],
    ["    - { forbid: '县', replace: '$2' }", '$2', 'names no group of the pattern, which has 0'],
    ["    - { demand: '县', replace: '' }", "''", 'finds nothing that could be replaced'],
    ["    - { forbid: '县', demand: '局' }", "{ forbid: '县', demand: '局' }", 'either forbid'],
    ['    - { reason: 没有 }', '{ reason: 没有 }', 'either forbid'],
    ['    - { forbid: "\\u53bf(?=\\u5c40)" }', '"\\u53bf(?=\\u5c40)"', 'look-around'],
  ])('is told where it is wrong: %s', async (line, under, words) => {
    const problems = await problemsIn(`check: pattern\noptions:\n  patterns:\n${line}\n`);
    expect(problems.map((problem) => [problem.code, problem.line, caret(problem)])).toEqual([
      ['rule-fault', 9, under],
    ]);
    expect(problems[0]?.message.en).toContain(words);
  });

  it('that wants a line break where there is none is told for the scope of the rule', async () => {
    const rule = (on: string) =>
      `check: pattern\non: ${on}\noptions: { patterns: [{ forbid: '做好\\n工作' }] }\n`;
    const [problem] = await problemsIn(rule('{ column: name }'));
    expect(problem && caret(problem)).toBe('\\n');
    expect(problem?.message.zh).toContain('没有换行');
    const sound = { 'qingdan.config.yaml': CONFIG, 'own.yaml': HEAD + rule('{ column: superiorDuties }') };
    expect((await load(sound)).rules.at(-1)?.id).toBe('own');
  });

  it('that nothing proves linear runs in an engine loaded for it', async () => {
    const rule = "check: pattern\noptions: { patterns: [{ forbid: '(a+)+$' }, { forbid: '.*局.*' }] }\n";
    expect((await load({ 'qingdan.config.yaml': CONFIG, 'own.yaml': HEAD + rule })).rules.at(-1)?.id).toBe(
      'own',
    );
  });

  it('is checked in conditions and schemas as well', async () => {
    const [condition] = await problemsIn(
      "check: when\noptions:\n  if: { name: { matches: '(?=县)' } }\n  then: { name: { empty: false } }\n",
    );
    expect(condition && [condition.line, caret(condition)]).toEqual([8, '(?=']);
    const [schema] = await problemsIn(
      "check: schema\noptions:\n  schema:\n    properties:\n      name: { pattern: '(县)\\1' }\n",
    );
    expect(schema && [schema.line, caret(schema)]).toEqual([10, '\\1']);
  });
});

describe('the other general checks', () => {
  it.each([
    ['check: terms\noptions: { entries: [{ wrong: 帐户, right: 帐户 }] }\n', '帐户', 'is to become itself'],
    ["check: terms\noptions: { entries: [{ wrong: ' 帐户' }] }\n", "' 帐户'", 'white space around it'],
    [
      'check: terms\noptions: { entries: [{ wrong: 帐户, except: [台账] }] }\n',
      '台账',
      'shares nothing with',
    ],
    [
      'check: terms\noptions: { entries: [{ wrong: 甲 }, { wrong: [乙, 甲] }] }\n',
      '甲',
      'already stands in entry 1',
    ],
    [
      'check: consistent\noptions: { groups: [{ forms: [甲, 乙] }, { forms: [丙, 乙] }] }\n',
      '乙',
      'already stands in group 1',
    ],
    ['check: length\noptions: { min: 5, max: 3 }\n', '5', 'nothing could fit'],
    ['check: unique\non: { lists: [basic] }\n', '{ lists: [basic] }', 'which column'],
    ['check: required\non: { parts: [title, cell] }\n', 'cell', 'name their column'],
    ['check: vocabulary\non: { column: name }\n', '{ column: name }', 'give the allowed values'],
  ])('refuse what could never work: %j', async (rule, under, words) => {
    const problems = await problemsIn(rule);
    expect(problems.map(caret)).toEqual([under]);
    expect(problems[0]?.message.en).toContain(words);
  });

  it('say what a rule without a scope lacks, at the rule', async () => {
    const [problem] = await problemsIn('check: unique\n');
    expect(problem).toMatchObject({ line: 1, allowed: expect.arrayContaining(['name', 'departments']) });
    const [bounds] = await problemsIn('check: length\non: { column: name }\n');
    expect(bounds).toMatchObject({ code: 'rule-fault', message: { zh: '要写 min 或 max' } });
  });
});

it('a scope that a check does not go by is refused, not passed over', async () => {
  const [problem] = await problemsIn('check: sequence\non: { column: number, categories: [党的建设] }\n');
  expect(problem).toMatchObject({
    code: 'unsupported-scope',
    line: 7,
    message: {
      zh: '检查 sequence 不看 “on.categories”，写了也不起作用',
      en: 'the check sequence does not go by "on.categories"; it would have no effect',
    },
    allowed: ['lists', 'column'],
  });
  expect(problem && caret(problem)).toBe('categories');
});

describe('a rule that extends another', () => {
  const TERMS = `id: words
check: terms
severity: error
title: { zh: 用词, en: words }
options:
  entries:
    - { wrong: [帐户, 帐号], right: 账户 }
    - { wrong: 部份, right: 部分, sure: false }
message: { zh: '{wrong}', en: '{wrong}' }
why: { zh: 用词, en: words }
`;
  const files = (own: string, config = 'ruleFiles: [words.yaml, own.yaml]\n') => ({
    'qingdan.config.yaml': config,
    'words.yaml': TERMS,
    'own.yaml': own,
  });
  const entriesOf = (rule: { options: Readonly<Record<string, unknown>> } | undefined) =>
    (rule?.options.entries as { wrong: unknown }[] | undefined)?.map(({ wrong }) => wrong);

  it('adds to its lists and takes out of them', async () => {
    const own =
      'id: own\nextends: words\noptions:\n  entries: { add: [{ wrong: 机井 }], remove: [{ wrong: 帐号 }] }\n';
    const { rules } = await load(files(own));
    expect(entriesOf(rules.find(({ id }) => id === 'own'))).toEqual(['部份', '机井']);
    expect(entriesOf(rules.find(({ id }) => id === 'words'))).toEqual([['帐户', '帐号'], '部份']);
  });

  it('has its lists changed by a config as well, and by overrides', async () => {
    const { rules, overrides } = await load(
      files(
        'id: own\nextends: words\nseverity: info\noptions: { certainty: unsure }\n',
        `ruleFiles: [words.yaml, own.yaml]
rules: { own: { options: { entries: { add: [{ wrong: 机井, sure: false }] } } } }
overrides: [{ files: '*.md', rules: { own: { options: { entries: { remove: [{ wrong: 部份 }] } } } } }]
`,
      ),
    );
    expect(entriesOf(rules.find(({ id }) => id === 'own'))).toEqual([['帐户', '帐号'], '部份', '机井']);
    expect(overrides[0]?.rules[0]).toMatchObject({
      id: 'own',
      options: { entries: { remove: [{ wrong: '部份' }] } },
    });
  });

  it('is told what it cannot take out, and faults of what it adds, at their places', async () => {
    const own = `id: own
extends: words
options:
  entries:
    add:
      - { wrong: 甲, right: 甲 }
      - { wrng: 乙 }
    remove: [{ wrong: 没有 }]
`;
    const problems = await problemsOf(files(own));
    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ['unknown-key', 7],
      ['nothing-to-remove', 8],
    ]);
    const later = await problemsOf(files(own.replace('wrng', 'wrong')));
    expect(later.map(({ code, line, message }) => [code, line, message.zh])).toEqual([
      ['rule-fault', 6, '“甲” 改来改去还是它自己'],
      ['nothing-to-remove', 8, 'remove 里的 {"wrong":"没有"} 在原来的 “entries” 里没有'],
    ]);
    const last = await problemsOf(files(own.replace('wrng', 'wrong').replace(/ {4}remove.*\n/, '')));
    expect(last.map((problem) => [problem.code, problem.line, caret(problem)])).toEqual([
      ['rule-fault', 6, '甲'],
    ]);
  });

  it('is told what its narrower scope makes impossible, and not what was wrong before', async () => {
    const parent = (forbid: string) =>
      `id: words\ncheck: pattern\nseverity: error\ntitle: { zh: 甲, en: a }\nmessage: { zh: 甲, en: a }\nwhy: { zh: 甲, en: a }\noptions: { patterns: [{ forbid: '${forbid}' }] }\n`;
    const narrow = 'id: own\nextends: words\non: { column: name }\n';
    const now = await problemsOf({ ...files(narrow), 'words.yaml': parent('好\\n工') });
    expect(now.map(({ file, line, message }) => [file, line, message.en.includes('line break')])).toEqual([
      ['own.yaml', 1, true],
    ]);
    const before = await problemsOf({ ...files(narrow), 'words.yaml': parent('(?=工)') });
    expect(before.map(({ file }) => file)).toEqual(['words.yaml']);
  });

  it('remembers where each of its values comes from', async () => {
    const config = `ruleFiles: [words.yaml, own.yaml]
rules:
  own: { severity: warning, options: { entries: { add: [{ wrong: 机井 }] } } }
  sequential-numbering: info
`;
    const own = 'id: own\nextends: words\noptions: { fix: true }\n';
    const { rules } = await load(files(own, config));
    expect(rules.find(({ id }) => id === 'own')?.origins).toEqual([
      {
        by: 'extends',
        file: 'words.yaml',
        line: 1,
        keys: ['check', 'severity', 'title', 'message', 'why', 'options.entries'],
      },
      { by: 'file', file: 'own.yaml', line: 1, keys: ['options.fix'] },
      { by: 'config', file: 'qingdan.config.yaml', line: 3, keys: ['severity', 'options.entries+'] },
    ]);
    expect(rules.find(({ id }) => id === 'sequential-numbering')?.origins?.slice(1)).toEqual([
      { by: 'set', file: 'recommended', line: 0, keys: ['severity'] },
      { by: 'config', file: 'qingdan.config.yaml', line: 4, keys: ['severity'] },
    ]);
  });
});

it('cases of rules test in a folder of rules are no rules', async () => {
  const config = await load({
    'qingdan.config.yaml': 'ruleFiles: [rules]\n',
    'rules/a.yaml': 'id: a\nextends: sequential-numbering\n',
    'rules/a.test.yaml': 'cases: [{ text: 空 }]\n',
  });
  expect(config.rules.map(({ id }) => id)).toContain('a');
});

it('wording that a check brings along needs not be written, and may be', async () => {
  const rule = "check: pattern\noptions: { patterns: [{ forbid: '县', replace: 市 }] }\n";
  const [own] = (await load({ 'qingdan.config.yaml': CONFIG, 'own.yaml': HEAD + rule })).rules.slice(-1);
  expect(own?.messages.replace).toEqual({ zh: '改为“{right}”', en: 'change to “{right}”' });
  const said = "messages: { replace: { zh: '写{right}', en: 'write {right}' } }\n";
  const [other] = (await load({ 'qingdan.config.yaml': CONFIG, 'own.yaml': HEAD + rule + said })).rules.slice(
    -1,
  );
  expect(other?.messages.replace?.zh).toBe('写{right}');
});

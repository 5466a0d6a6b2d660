import { describe, expect, it } from 'vitest';
import type { ConfigProblem } from '../../src/ruleset/configError.ts';
import { BUILTIN, load, NUMBERING_RULE, problemsOf } from './memoryHost.ts';

const CONFIG = { 'qingdan.config.yaml': 'ruleFiles: [own.yaml]\n' };

/** The only problem of a rule file. */
async function problemOfRule(rule: string, requireExamples = false): Promise<ConfigProblem | undefined> {
  const problems = await problemsOf({ ...CONFIG, 'own.yaml': rule }, requireExamples);
  expect(problems.map(({ message }) => message.en)).toHaveLength(1);
  return problems[0];
}

const OWN = NUMBERING_RULE.replace('id: sequential-numbering', 'id: own-numbering');

describe('a rule of the user', () => {
  it('runs beside the built-in ones, at its own severity', async () => {
    const config = await load({ ...CONFIG, 'own.yaml': OWN.replace('severity: error', 'severity: info') });
    expect(config.rules.map(({ id, severity, group, file }) => ({ id, severity, group, file }))).toEqual([
      {
        id: 'sequential-numbering',
        severity: 'error',
        group: 'structure',
        file: 'rules/structure/sequential-numbering.yaml',
      },
      { id: 'own-numbering', severity: 'info', group: 'custom', file: 'own.yaml' },
    ]);
  });

  it('takes from the rule it extends what it leaves out, options and messages one by one, examples not', async () => {
    const config = await load({
      ...CONFIG,
      'own.yaml': `id: from-zero
extends: sequential-numbering
severity: warning
options: { start: 0 }
on: { lists: [basic] }
messages: { gap: { zh: '少了 {missing}', en: '{missing} is missing' } }
`,
    });
    expect(config.rules.find(({ id }) => id === 'from-zero')).toEqual({
      id: 'from-zero',
      check: 'sequence',
      group: 'custom',
      title: { zh: '序号连续', en: 'Sequential numbers' },
      severity: 'warning',
      on: { lists: ['basic'] },
      options: { start: 0, restart: 'format' },
      messages: {
        default: {
          zh: '序号应为 {expected}，实际为 {found}',
          en: 'expected number {expected}, found {found}',
        },
        empty: { zh: '缺少序号 {expected}', en: 'number {expected} is missing' },
        gap: { zh: '少了 {missing}', en: '{missing} is missing' },
        // Of the check, where neither rule words it: how a suggestion is offered.
        renumber: expect.objectContaining({ en: expect.stringContaining('number the items anew') }),
      },
      why: { zh: '序号用来指称事项。', en: 'Numbers name items.' },
      examples: { ok: [], bad: [] },
      file: 'own.yaml',
      origins: [
        {
          by: 'extends',
          file: 'rules/structure/sequential-numbering.yaml',
          line: 1,
          keys: ['check', 'severity', 'title', 'message', 'why', 'options.start', 'messages.empty'],
        },
        {
          by: 'file',
          file: 'own.yaml',
          line: 1,
          keys: ['severity', 'on.lists', 'options.start', 'messages.gap'],
        },
      ],
    });
  });

  it('may extend another rule of the user, whichever file comes first', async () => {
    const config = await load({
      'qingdan.config.yaml': 'ruleFiles: [rules]\n',
      'rules/a.yaml': 'id: a\nextends: b\noptions: { restart: list }\n',
      'rules/b.yaml': 'id: b\nextends: sequential-numbering\noptions: { start: 0 }\n',
    });
    expect(config.rules.find(({ id }) => id === 'a')?.options).toEqual({ start: 0, restart: 'list' });
  });

  it('takes the place of a built-in rule with its id, and may build on it', async () => {
    const config = await load({
      ...CONFIG,
      'own.yaml':
        'id: sequential-numbering\nextends: sequential-numbering\ntitle: { zh: 编号, en: Numbers }\n',
    });
    expect(config.rules.map(({ id, title, severity, file }) => ({ id, title, severity, file }))).toEqual([
      {
        id: 'sequential-numbering',
        title: { zh: '编号', en: 'Numbers' },
        severity: 'error',
        file: 'own.yaml',
      },
    ]);
    expect(BUILTIN.rules[0]?.title.zh).toBe('序号连续');
  });

  it('needs no examples, unless they are asked for', async () => {
    const rule = 'id: own\nextends: sequential-numbering\n';
    await expect(load({ ...CONFIG, 'own.yaml': rule })).resolves.toBeDefined();
    expect(await problemOfRule(rule, true)).toEqual({
      code: 'no-examples',
      file: 'own.yaml',
      line: 1,
      column: 1,
      length: 2,
      source: 'id: own',
      message: {
        zh: '规则 own 没有 examples；示例就是它的测试，不能没有',
        en: 'rule own has no examples; they are its tests and cannot be left out',
      },
    });
  });
});

describe('a rule file that cannot be used', () => {
  it('has an unknown check', async () => {
    const problem = await problemOfRule(OWN.replace('check: sequence', 'check: sequenc'));
    expect(problem).toMatchObject({
      code: 'unknown-check',
      line: 2,
      column: 8,
      length: 7,
      source: 'check: sequenc',
      message: { zh: '没有 “sequenc” 这种检查', en: 'there is no check "sequenc"' },
      suggestion: 'sequence',
    });
    expect(problem?.allowed).toContain('sequence');
  });

  it('has an unknown severity', async () => {
    expect(await problemOfRule(OWN.replace('severity: error', 'severity: fatal'))).toMatchObject({
      code: 'unknown-severity',
      line: 3,
      column: 11,
      length: 5,
      message: { zh: '不认识的级别 “fatal”', en: 'unknown severity "fatal"' },
      allowed: ['error', 'warning', 'info', 'off'],
    });
  });

  it('has an option that does not fit its check', async () => {
    expect(await problemOfRule(OWN.replace('start: 1', 'start: -1'))).toMatchObject({
      code: 'bad-option',
      line: 5,
      column: 19,
      length: 2,
      message: {
        zh: '规则 own-numbering 的选项 “start” 不能小于 0，这里是 -1',
        en: 'option "start" of rule own-numbering must be 0 or more, not -1',
      },
    });
  });

  it('lacks what a rule needs', async () => {
    const problems = await problemsOf({ ...CONFIG, 'own.yaml': 'id: own\nseverity: error\n' });
    expect(problems.map(({ message, line }) => `${line} ${message.zh}`)).toEqual([
      '1 缺少 “check”',
      '1 缺少 “title”',
      '1 缺少 “message”',
      '1 缺少 “why”',
    ]);
  });

  it('lacks a language of its message', async () => {
    expect(await problemOfRule(OWN.replace(/title: .*/, 'title: { zh: 序号 }'))).toMatchObject({
      code: 'missing-key',
      line: 4,
      column: 1,
      message: { zh: '“title” 里缺少 “en”', en: '"title" lacks "en"' },
    });
  });

  it('has an id that is none', async () => {
    expect(await problemOfRule(OWN.replace('own-numbering', 'Own_numbering'))).toMatchObject({
      code: 'bad-value',
      line: 1,
      column: 5,
      message: {
        zh: '“id” 只能用小写字母、数字和连字符，以字母开头',
        en: '"id" takes lower-case letters, digits and hyphens, a letter first',
      },
    });
  });

  it('extends a rule that is not there', async () => {
    expect(await problemOfRule('id: own\nextends: sequential-numbring\n')).toMatchObject({
      code: 'unknown-rule',
      line: 2,
      column: 10,
      length: 19,
      message: { zh: '没有 “sequential-numbring” 这条规则' },
      allowed: ['sequential-numbering'],
      suggestion: 'sequential-numbering',
    });
  });

  it('extends itself round a circle', async () => {
    const problems = await problemsOf({
      'qingdan.config.yaml': 'ruleFiles: [rules]\n',
      'rules/a.yaml': 'id: a\nextends: b\n',
      'rules/b.yaml': 'id: b\nextends: a\n',
    });
    expect(problems).toMatchObject([
      {
        code: 'extends-cycle',
        file: 'rules/b.yaml',
        line: 2,
        column: 10,
        message: { zh: 'extends 绕成了圈：a → b → a', en: 'extends runs in a circle: a → b → a' },
      },
    ]);
    expect(await problemOfRule('id: own\nextends: own\n')).toMatchObject({
      code: 'extends-cycle',
      message: { zh: 'extends 绕成了圈：own → own' },
    });
  });

  it('changes the check of the rule it extends', async () => {
    expect(await problemOfRule('id: own\nextends: sequential-numbering\ncheck: vocabulary\n')).toMatchObject({
      code: 'bad-value',
      line: 3,
      column: 8,
      message: { zh: '规则 sequential-numbering 的检查是 sequence，在它的基础上不能换成别的检查' },
      allowed: ['sequence'],
    });
  });

  it('takes an id that another file of the user has', async () => {
    const problems = await problemsOf({
      'qingdan.config.yaml': 'ruleFiles: [a.yaml, b.yaml]\n',
      'a.yaml': OWN,
      'b.yaml': OWN,
    });
    expect(problems).toMatchObject([
      {
        code: 'duplicate-id',
        file: 'b.yaml',
        line: 1,
        column: 5,
        message: { zh: '标识 “own-numbering” 已经用在 a.yaml。请改掉其中一个' },
      },
    ]);
  });
});

describe('the messages of a rule', () => {
  const withMessage = (message: string, messages = 'messages: { empty: { zh: 缺, en: missing } }') =>
    OWN.replace(/message: .*\nmessages: .*/, `message: ${message}\n${messages}`);

  it('cannot hold a placeholder that the check does not fill', async () => {
    const problems = await problemsOf({
      ...CONFIG,
      'own.yaml': withMessage("{ zh: '应为 {expected}', en: 'expected {expected}, got {fount}' }"),
    });
    expect(problems).toEqual([
      {
        code: 'placeholder',
        file: 'own.yaml',
        line: 6,
        column: 37,
        length: 34,
        source: "message: { zh: '应为 {expected}', en: 'expected {expected}, got {fount}' }",
        message: {
          zh: '占位符 {fount} 在这里没有值可填',
          en: 'there is no value for the placeholder {fount} here',
        },
        allowed: ['{expected}', '{found}', '{missing}'],
        suggestion: '{found}',
      },
    ]);
  });

  it('cannot lose a placeholder in one of the languages', async () => {
    expect(
      await problemOfRule(withMessage("{ zh: '应为 {expected}，实际为 {found}', en: 'found {found}' }")),
    ).toMatchObject({
      code: 'placeholder',
      line: 6,
      message: {
        zh: '占位符 {expected} 只写在中文里，英文里缺少它',
        en: 'the placeholder {expected} is missing: only the Chinese message has it',
      },
    });
  });

  it('cannot be of a variant that the check does not know', async () => {
    const message = "{ zh: '应为 {expected}', en: 'expected {expected}' }";
    expect(
      await problemOfRule(withMessage(message, 'messages: { repeat: { zh: 重复, en: twice } }')),
    ).toMatchObject({
      code: 'unknown-variant',
      line: 7,
      message: {
        zh: '检查 sequence 没有 “repeat” 这种提示',
        en: 'the check sequence has no message "repeat"',
      },
      allowed: expect.arrayContaining(['start', 'gap', 'repeated', 'order', 'notNumber', 'empty']),
      suggestion: 'repeated',
    });
  });

  it('may hold what a variant without a message of its own fills', async () => {
    const message = "{ zh: '缺 {missing}', en: '{missing} missing' }";
    await expect(load({ ...CONFIG, 'own.yaml': withMessage(message) })).resolves.toBeDefined();
    const own = 'messages: { gap: { zh: 缺, en: missing } }';
    expect(await problemsOf({ ...CONFIG, 'own.yaml': withMessage(message, own) })).toMatchObject([
      { code: 'placeholder', column: 16 },
      { code: 'placeholder', column: 35 },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { problemOf, problemsOf } from './memoryHost.ts';

describe('the writing of a config file', () => {
  it('names a key that is written twice, at its second place', async () => {
    expect(await problemOf('rules:\n  sequential-numbering: error\n  sequential-numbering: off\n')).toEqual({
      code: 'duplicate-key',
      file: 'qingdan.config.yaml',
      line: 3,
      column: 3,
      length: 20,
      source: '  sequential-numbering: off',
      message: {
        zh: '键 “sequential-numbering” 写了两次，前一次在第 2 行。请合并到一处，或删去一个',
        en: 'the key "sequential-numbering" is written twice, first in line 2; join the two, or delete one',
      },
    });
  });

  it('asks for spaces where a tab indents', async () => {
    expect(await problemOf('rules:\n\tsequential-numbering: error\n')).toEqual({
      code: 'tab',
      file: 'qingdan.config.yaml',
      line: 2,
      column: 1,
      length: 1,
      source: '\tsequential-numbering: error',
      message: {
        zh: '缩进不能用制表符（Tab），请改为空格',
        en: 'tabs cannot be used for indentation; use spaces',
      },
    });
  });

  it('asks for an ASCII colon where a Chinese one was typed, first line or later', async () => {
    const expected = {
      code: 'colon',
      length: 1,
      message: {
        zh: '键后面要用半角冒号，冒号后空一格',
        en: 'a key is followed by an ASCII colon and a space',
      },
    };
    expect(await problemOf('county：qinghe\n')).toMatchObject({ ...expected, line: 1, column: 7 });
    expect(await problemOf('county：qinghe\nignore: []\n')).toMatchObject({
      ...expected,
      line: 1,
      column: 7,
    });
    expect(await problemOf('ignore: []\ncounty：qinghe\n')).toMatchObject({
      ...expected,
      line: 2,
      column: 7,
    });
    expect(await problemOf('rules:\n  sequential-numbering：error\n')).toMatchObject({
      ...expected,
      line: 2,
      column: 23,
    });
  });

  it('asks for the space that the colon lacks', async () => {
    expect(await problemOf('county:qinghe\nignore: []\n')).toMatchObject({
      code: 'colon',
      line: 1,
      column: 7,
    });
    expect(await problemOf('rules:\n  sequential-numbering:error\n')).toMatchObject({
      code: 'colon',
      line: 2,
      column: 23,
    });
  });

  it('asks for quotes around a pattern that begins with a star', async () => {
    expect(await problemOf('ignore:\n  - *.bak\n')).toEqual({
      code: 'quote-needed',
      file: 'qingdan.config.yaml',
      line: 2,
      column: 5,
      length: 5,
      source: '  - *.bak',
      message: { zh: '“*.bak” 要加引号："*.bak"', en: 'quote this value: "*.bak"' },
    });
  });

  it('points at wrong indentation', async () => {
    expect(await problemOf('rules:\n    sequential-numbering: error\n  known-category: off\n')).toMatchObject(
      {
        code: 'yaml-syntax',
        line: 3,
        column: 3,
        message: { zh: '缩进不对：同一级的内容要左对齐' },
      },
    );
  });

  it('says that the file is not UTF-8', async () => {
    expect(await problemOf('# \uFFFD\uFFFD\ncounty: qinghe\n')).toMatchObject({
      code: 'not-utf8',
      line: 1,
      column: 3,
      message: { zh: '文件不是 UTF-8 编码。请用记事本打开，另存为时编码选 UTF-8' },
    });
  });

  it('keeps lines and columns right behind a byte order mark and with CRLF', async () => {
    expect(await problemOf('\uFEFFignore: []\r\ncountry: qinghe\r\n')).toMatchObject({
      line: 2,
      column: 1,
      source: 'country: qinghe',
    });
  });
});

describe('the content of a config file', () => {
  it('refuses an unknown key with the known ones and the nearest', async () => {
    expect(await problemOf('rule:\n  sequential-numbering: error\n')).toEqual({
      code: 'unknown-key',
      file: 'qingdan.config.yaml',
      line: 1,
      column: 1,
      length: 4,
      source: 'rule:',
      message: { zh: '不认识的键 “rule”', en: 'unknown key "rule"' },
      allowed: ['extends', 'county', 'rules', 'formats', 'ruleFiles', 'overrides', 'ignore'],
      suggestion: 'rules',
    });
  });

  it('refuses an unknown rule with the known ones and the nearest', async () => {
    expect(await problemOf('rules:\n  sequental-numbering: error\n')).toEqual({
      code: 'unknown-rule',
      file: 'qingdan.config.yaml',
      line: 2,
      column: 3,
      length: 19,
      source: '  sequental-numbering: error',
      message: { zh: '没有 “sequental-numbering” 这条规则', en: 'there is no rule "sequental-numbering"' },
      allowed: ['sequential-numbering'],
      suggestion: 'sequential-numbering',
    });
  });

  it('refuses an unknown severity, short or long form', async () => {
    const expected = {
      code: 'unknown-severity',
      message: { zh: '不认识的级别 “eror”', en: 'unknown severity "eror"' },
      allowed: ['error', 'warning', 'info', 'off'],
      suggestion: 'error',
    };
    expect(await problemOf('rules:\n  sequential-numbering: eror\n')).toMatchObject({
      ...expected,
      line: 2,
      column: 25,
      length: 4,
    });
    expect(await problemOf('rules:\n  sequential-numbering:\n    severity: eror\n')).toMatchObject({
      ...expected,
      line: 3,
      column: 15,
      length: 4,
    });
  });

  it('takes 0 and false for values, and says that they are no severities', async () => {
    expect(await problemOf('rules:\n  sequential-numbering: 0\n')).toMatchObject({
      code: 'unknown-severity',
      message: { zh: '不认识的级别 0' },
      suggestion: 'off',
    });
    expect(await problemOf('rules:\n  sequential-numbering: false\n')).toMatchObject({
      code: 'unknown-severity',
      message: { zh: '不认识的级别 false' },
      suggestion: 'off',
    });
  });

  it('refuses an option of the wrong type', async () => {
    expect(await problemOf('rules:\n  sequential-numbering:\n    options: { start: "3" }\n')).toEqual({
      code: 'bad-option',
      file: 'qingdan.config.yaml',
      line: 3,
      column: 23,
      length: 3,
      source: '    options: { start: "3" }',
      message: {
        zh: '规则 sequential-numbering 的选项 “start” 应为整数，这里是文字 “3”',
        en: 'option "start" of rule sequential-numbering must be a whole number, not text "3"',
      },
    });
  });

  it('refuses an option that the check does not have', async () => {
    expect(await problemOf('rules:\n  sequential-numbering:\n    options: { strat: 3 }\n')).toEqual({
      code: 'unknown-option',
      file: 'qingdan.config.yaml',
      line: 3,
      column: 16,
      length: 5,
      source: '    options: { strat: 3 }',
      message: {
        zh: '规则 sequential-numbering 没有 “strat” 这个选项',
        en: 'rule sequential-numbering has no option "strat"',
      },
      allowed: ['start', 'restart'],
      suggestion: 'start',
    });
  });

  it('refuses an option outside its values', async () => {
    expect(await problemOf('rules:\n  sequential-numbering:\n    options: { restart: lists }\n')).toEqual({
      code: 'bad-option',
      file: 'qingdan.config.yaml',
      line: 3,
      column: 25,
      length: 5,
      source: '    options: { restart: lists }',
      message: {
        zh: '规则 sequential-numbering 的选项 “restart” 不能是 “lists”',
        en: 'option "restart" of rule sequential-numbering cannot be "lists"',
      },
      allowed: ['format', 'list', 'category', 'auto'],
      suggestion: 'list',
    });
  });

  it('refuses an unknown county, for all files or in an override', async () => {
    expect(await problemOf('county: qinhe\n')).toEqual({
      code: 'unknown-county',
      file: 'qingdan.config.yaml',
      line: 1,
      column: 9,
      length: 5,
      source: 'county: qinhe',
      message: { zh: '没有 “qinhe” 这个县的格式', en: 'there is no county format "qinhe"' },
      allowed: ['base', 'qinghe'],
      suggestion: 'qinghe',
    });
    expect(await problemOf('overrides:\n  - files: "a/*"\n    county: nowhere\n')).toMatchObject({
      code: 'unknown-county',
      line: 3,
      column: 13,
    });
  });

  it('refuses a value of the wrong type', async () => {
    expect(await problemOf('ignore: drafts\n')).toEqual({
      code: 'wrong-type',
      file: 'qingdan.config.yaml',
      line: 1,
      column: 9,
      length: 6,
      source: 'ignore: drafts',
      message: {
        zh: '“ignore” 应为列表，这里是文字 “drafts”',
        en: '"ignore" must be a list, not text "drafts"',
      },
      suggestion: '[drafts]',
    });
    expect(await problemOf('- sequential-numbering\n')).toMatchObject({
      code: 'wrong-type',
      line: 1,
      column: 1,
      message: { zh: '文件内容应为“键: 值” 的形式，这里是列表。不要在行首写 “-”' },
    });
  });

  it('names what an override lacks', async () => {
    expect(await problemOf('overrides:\n  - county: qinghe\n')).toMatchObject({
      code: 'missing-key',
      line: 2,
      message: { zh: '“overrides” 的第 1 项里缺少 “files”', en: 'entry 1 of "overrides" lacks "files"' },
    });
  });

  it('reports every problem of every file, file by file and line by line', async () => {
    const problems = await problemsOf({
      'qingdan.config.yaml':
        'county: nowhere\nruleFiles: [rules/own.yaml]\nrules:\n  no-such-rule: error\n  own: loud\n',
      'rules/own.yaml': 'id: own\nextends: sequential-numbering\nsevrity: error\n',
    });
    expect(problems.map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual([
      'qingdan.config.yaml:1 unknown-county',
      'qingdan.config.yaml:4 unknown-rule',
      'qingdan.config.yaml:5 unknown-severity',
      'rules/own.yaml:3 unknown-key',
    ]);
  });

  it('reports beside a wrong severity that the rule is unknown too', async () => {
    const problems = await problemsOf({ 'qingdan.config.yaml': 'rules:\n  no-such-rule: loud\n' });
    expect(problems.map(({ code, column }) => `${column} ${code}`)).toEqual([
      '3 unknown-rule',
      '17 unknown-severity',
    ]);
  });

  it('lets a config name a rule whose own file is broken, and reports that file only', async () => {
    const problems = await problemsOf({
      'qingdan.config.yaml': 'ruleFiles: [own.yaml]\nrules:\n  own: error\n',
      'own.yaml': 'id: own\nextends: sequential-numbering\nsevrity: error\n',
    });
    expect(problems).toMatchObject([
      { file: 'own.yaml', line: 3, code: 'unknown-key', suggestion: 'severity' },
    ]);
  });
});

describe('files that a config names', () => {
  it('says without a place that the config itself cannot be read', async () => {
    expect(await problemsOf({})).toEqual([
      {
        code: 'missing-file',
        file: 'qingdan.config.yaml',
        line: 0,
        column: 0,
        length: 0,
        source: '',
        message: { zh: '读不到文件：qingdan.config.yaml', en: 'cannot read the file qingdan.config.yaml' },
      },
    ]);
  });

  it('points at the entry whose file cannot be read', async () => {
    expect(await problemOf('extends:\n  - recommended\n  - ../shared/qingdan.yaml\n')).toEqual({
      code: 'missing-file',
      file: 'qingdan.config.yaml',
      line: 3,
      column: 5,
      length: 22,
      source: '  - ../shared/qingdan.yaml',
      message: {
        zh: '读不到文件：shared/qingdan.yaml。请检查路径；相对路径从写它的文件所在的文件夹算起',
        en: 'cannot read the file shared/qingdan.yaml; check the path, which counts from the folder of the file that names it',
      },
    });
    expect(await problemOf('formats: [counties]\n')).toMatchObject({
      code: 'missing-file',
      line: 1,
      column: 11,
      message: { zh: '读不到文件夹：counties。请检查路径；如果是文件，要以 .yaml 结尾' },
    });
    expect(await problemOf('ruleFiles: [own/rule.yaml]\n')).toMatchObject({
      code: 'missing-file',
      line: 1,
      column: 13,
    });
  });

  it('says that a folder holds no YAML', async () => {
    const problems = await problemsOf({
      'qingdan.config.yaml': 'formats: [counties]\n',
      'counties/notes.txt': '',
    });
    expect(problems).toMatchObject([
      { code: 'empty-folder', message: { zh: '文件夹里没有 .yaml 文件：counties' } },
    ]);
  });

  it('refuses an unknown set', async () => {
    expect(await problemOf('extends: [recommend]\n')).toEqual({
      code: 'unknown-extends',
      file: 'qingdan.config.yaml',
      line: 1,
      column: 11,
      length: 9,
      source: 'extends: [recommend]',
      message: {
        zh: 'extends 里的 “recommend” 既不是内置的规则集，也不是配置文件的路径',
        en: '"recommend" in extends is neither a built-in set nor the path of a config file',
      },
      allowed: ['recommended'],
      suggestion: 'recommended',
    });
  });

  it('refuses configs that extend each other, at the entry that closes the circle', async () => {
    const problems = await problemsOf({
      'qingdan.config.yaml': 'extends: [a.yaml]\n',
      'a.yaml': 'extends: [./b.yaml]\n',
      'b.yaml': 'extends: [a.yaml]\n',
    });
    expect(problems).toMatchObject([
      {
        code: 'extends-cycle',
        file: 'b.yaml',
        line: 1,
        column: 11,
        message: {
          zh: 'extends 绕成了圈：a.yaml → b.yaml → a.yaml',
          en: 'extends runs in a circle: a.yaml → b.yaml → a.yaml',
        },
      },
    ]);
  });
});

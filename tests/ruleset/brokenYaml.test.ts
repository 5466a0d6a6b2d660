import { describe, expect, it } from 'vitest';
import { BUILTIN, problemOf, problemsOf } from './memoryHost.ts';

/** `line:column sentence → suggestion` of a config's only problem. */
async function told(config: string): Promise<string> {
  const { line, column, message, suggestion } = await problemOf(config);
  return `${line}:${column} ${message.zh}${suggestion === undefined ? '' : ` → ${suggestion}`}`;
}

const COLON = '键后面要用半角冒号，冒号后空一格';
const INDENT = '缩进不对：同一级的内容要左对齐';

describe('a bracket or quotation mark that is not closed is told where it opens', () => {
  it.each([
    ['ignore: [归档/, 旧/\nrules: {}\ncounty: qinghe\n', '1:9 括号 [ 从这里开始，后面没有结束。请补上 ]'],
    ['ignore:\n  [ 归档/,\n    旧/\nrules: {}\n', '2:3 括号 [ 从这里开始，后面没有结束。请补上 ]'],
    [
      'rules:\n  sequential-numbering: { severity: off\ncounty: qinghe\n',
      '2:25 括号 { 从这里开始，后面没有结束。请补上 }',
    ],
    [
      'rules:\n  sequential-numbering: { severity: off, options: {\n',
      '2:51 括号 { 从这里开始，后面没有结束。请补上 }',
    ],
    ['rules: {\n  sequential-numbering: off\n', '1:8 括号 { 从这里开始，后面没有结束。请补上 }'],
    ['ignore: [归档/, 旧/}\n', '1:9 括号 [ 从这里开始，却用 } 结束。请改为 ]，或补上缺少的 ]'],
    ['ignore: [归档/, 旧/】\n', '1:17 这里要用半角的 ] 结束，现在是 】'],
    ['county: "qinghe\nignore: []\n', '1:9 引号 " 从这里开始，后面没有结束。请在值的末尾补上 "'],
    ["rules: {}\nignore:\n  - '归档/\n", "3:5 引号 ' 从这里开始，后面没有结束。请在值的末尾补上 '"],
    [
      'ignore:\n  - "归档/\n  - "旧/"\nrules: {}\n',
      '2:5 引号 " 从这里开始，后面没有结束。请在值的末尾补上 "',
    ],
    ['county: "qinghe”\nignore: []\n', '1:16 这里要用半角的 " 结束，现在是 ”'],
    ['ignore: [归档/]]\n', '1:14 这里多了一个括号，或者前面少了与它成对的'],
    ['{ "county": "qinghe"\n  "rules": {} }', '2:3 这里前面少了一个半角逗号：括号里的各项要用 “, ” 隔开'],
    [
      'ignore:\n  - "归档/"旧\n',
      '2:10 引号已经结束，后面还有内容。整个值要放在一对引号里；值里面的引号请用中文引号，或者外层改用单引号',
    ],
    ['ignore: [归档[1]/旧]\n', '1:12 值里有 { } 或 [ ] 的，整个值要加引号'],
  ])('%j', async (config, expected) => expect(await told(config)).toBe(expected));
});

describe('what a Chinese keyboard makes of the marks of YAML is told at the mark', () => {
  it.each([
    ['rules:\n  sequential-numbering: { severity：off }\n', `2:35 ${COLON}`],
    ['rules:\n  sequential-numbering: {severity:off}\n', `2:34 ${COLON}`],
    ['overrides:\n  - files：清单/**\n    county: qinghe\n', `2:10 ${COLON}`],
    ['规则：\n  sequential-numbering: off\n', `1:3 ${COLON}`],
    ['ignore: 【归档/】\n', '1:9 括号要用半角的 [，这里是 【'],
    ['rules:\n  sequential-numbering: ｛severity: off｝\n', '2:25 括号要用半角的 {，这里是 ｛'],
    ['ignore:\n  －归档/\n', '2:3 列表的每一项要以半角的 “-” 开头，后面空一格'],
    ['ignore:\n  -归档/\n  -旧/\n', '2:3 列表的每一项要以半角的 “-” 开头，后面空一格'],
    ['county: qinghe\n＃注释\n', '2:1 注释要用半角的 # 开头，这里是全角的'],
    ['rules:\n　　sequential-numbering: off\n', '2:1 缩进里有全角空格（或不间断空格），请改为半角空格'],
    [
      'rules:\n  sequential-numbering: { severity: off，options: {} }\n',
      '2:40 括号里的各项要用半角逗号隔开，逗号后空一格；这里是 ，',
    ],
    ['ignore:\n  - “*.bak”\n', '2:5 引号要用半角的；全角引号会算作内容的一部分 → "*.bak"'],
    [
      'ignore: [归档/，旧/]\n',
      '1:13 ， 不能把两项隔开，请改为半角逗号加空格；内容里真有 ， 的，请加引号 → 归档/, 旧/',
    ],
    ['county: “qinghe”\n', '1:9 没有 ““qinghe”” 这个县的格式 → qinghe'],
  ])('%j', async (config, expected) => expect(await told(config)).toBe(expected));

  it('leaves them alone where they are meant', async () => {
    const sound = 'ignore: ["归档，旧/", “一”和二/, 甲（乙、丙）.md]\n';
    await expect(problemOf(sound)).rejects.toThrow('was accepted');
    await expect(problemOf('ignore:\n  - 归档，旧/\n')).rejects.toThrow('was accepted');
  });
});

describe('lines that do not stand where they should', () => {
  it.each([
    [
      'rules:\n sequential-numbering: off\n  known-category: error\n',
      '3:3 这一行缩进得比上一行深，而上一行已经有值：与它同一级的，要和它左对齐',
    ],
    ['overrides:\n  - files: a\n   county: qinghe\n', `3:4 ${INDENT}`],
    ['  county: qinghe\nrules: {}\n', `2:1 ${INDENT}`],
    [
      'rules:\nsequential-numbering: off\n',
      '2:1 不认识的键 “sequential-numbering”。如果它属于上面的 “rules”，请在行首加两个空格',
    ],
    [
      'rules:\n  sequential-numbering:\n    severity: error\n    restart: list\n',
      '4:5 不认识的键 “restart”。规则的选项要写在 options 下面：options: { restart: … }',
    ],
    ['rules\n  sequential-numbering: off\n', '1:1 这一行缺少冒号：键后面要有半角冒号和空格'],
    ['rules:\n  sequential-numbering off\n', '2:3 这一行缺少冒号：键后面要有半角冒号和空格'],
    ['county: qinghe: x\n', '1:9 一行里只能有一个 “键: 值”；值里有冒号的，整个值要加引号'],
    ['ignore:\n  - "C:\\用户\\旧"\n', '2:8 双引号里的 \\ 写法不对；路径请用 / 或单引号'],
    ['rules:\n  sequential-numbering:\n', '2:3 规则后面没有写级别'],
    [
      'overrides:\n  files: 清单/**\n  county: qinghe\n',
      '2:3 “overrides” 应为列表，这里是“键: 值” 的形式。每一项要以 “- ” 开头',
    ],
  ])('%j', async (config, expected) => expect(await told(config)).toBe(expected));
});

describe('values that have an English name', () => {
  it.each([
    ['rules:\n  sequential-numbering: 关闭\n', '2:25 不认识的级别 “关闭” → off'],
    ['rules:\n  sequential-numbering: Off\n', '2:25 不认识的级别 “Off” → off'],
    ['rules:\n  sequential-numbering: “off”\n', '2:25 不认识的级别 ““off”” → off'],
    ['rules:\n  sequential-numbering: 0\n', '2:25 不认识的级别 0 → off'],
    ['rules:\n  序号连续: off\n', '2:3 没有 “序号连续” 这条规则 → sequential-numbering'],
    ['county: 清河县\n', '1:9 没有 “清河县” 这个县的格式 → qinghe'],
  ])('%j', async (config, expected) => expect(await told(config)).toBe(expected));
});

describe('files that are no YAML', () => {
  const withFormat = (text: string) =>
    problemsOf({ 'qingdan.config.yaml': 'formats: [own.yaml]\n', 'own.yaml': text });
  it.each([
    [
      'PK\x03\x04\x14\0\x06\0',
      '0:0 这不是文本文件，可能是 Word、Excel 文件或压缩包改了名。请用记事本写，存为 UTF-8 的 .yaml 文件',
    ],
    ['\uFFFD\uFFFDi\0d\0:\0', '1:1 文件不是 UTF-8 编码。请用记事本打开，另存为时编码选 UTF-8'],
    ['', '1:1 文件是空的，或者只有注释'],
    ['# 以后再写\n', '1:1 文件是空的，或者只有注释'],
  ])('%j', async (text, expected) => {
    const problems = await withFormat(text);
    expect(problems.map(({ line, column, message }) => `${line}:${column} ${message.zh}`)).toEqual([
      expected,
    ]);
  });
});

it('asks for the mark of longer text where its lines are taken for YAML', async () => {
  const rule = (text: string) => ({
    'qingdan.config.yaml': 'ruleFiles: [own.yaml]\n',
    'own.yaml': `id: own\nextends: sequential-numbering\nexamples:\n  ok:\n    - ${text}\n`,
  });
  const message =
    '这像是几行文字中的一行：键后面要写 “|”（例如 text: |），文字从下一行起，每行比键多缩进两格';
  const problems = await problemsOf(rule('\n      # 清单\n\n      | 序号 |\n      |---|'));
  expect(problems.map(({ line, message: { zh } }) => [line, zh])).toEqual([[8, message]]);
  expect(BUILTIN.rules.map(({ id }) => id)).toEqual(['sequential-numbering']);
});

it('says one thing of a key that is misspelt and therefore missing', async () => {
  const problems = await problemsOf({
    'qingdan.config.yaml': 'overrides:\n  - file: 清单/**\n    county: qinghe\n',
  });
  expect(problems.map(({ code, line, suggestion }) => [code, line, suggestion])).toEqual([
    ['unknown-key', 2, 'files'],
  ]);
});

/** A config of rules, a format and documents as a maintainer writes them, for the commands about rules. */
const LIST = (rows: string, name = '事项名称'): string => `# 清河镇基本履职事项清单

| 序号 | 事项类别 | ${name} |
|---|---|---|
${rows}
`;

/** A document with two wrong words. */
export const DRAFT = LIST('| 1 | 党的建设 | 公开村级帐户 |\n| 2 | 党的建设 | 开挖机井 |');

const indented = (text: string, by: string): string =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '' : by + line))
    .join('\n');

/** The files of a folder, by name. */
export const FILES: Readonly<Record<string, string>> = {
  'qingdan.config.yaml': `county: qinghe
formats: [qinghe.yaml]
ruleFiles: [rules]
rules:
  our-words: { options: { entries: { add: [{ wrong: 机井, right: 水井 }] } } }
overrides:
  - files: [old.md]
    rules: { our-words: off }
ignore: [old.md]
`,
  'qinghe.yaml': `id: qinghe
title: { zh: 清河县, en: Qinghe }
headers:
  name: { add: [任务名称, 事项简称] }
statements:
  items: { add: ['本清单列明{n}项'] }
`,
  'rules/words.yaml': `id: our-words
check: terms
severity: error
title: { zh: 用词, en: words }
options:
  entries:
    - { wrong: [帐户, 帐号], right: 账户, reason: 钱物用“账” }
message: { zh: '“{wrong}”应为“{right}”', en: '“{wrong}” should be “{right}”' }
why: { zh: 《现代汉语词典》。, en: By the dictionary. }
examples:
  ok:
    - |
${indented(LIST('| 1 | 党的建设 | 公开账户 |'), '      ')}
  bad:
    - text: |
${indented(LIST('| 1 | 党的建设 | 公开帐户 |'), '        ')}
      findings: [{ item: 1, column: name, message: 账户 }]
`,
  'rules/names.yaml': `id: our-names
check: pattern
severity: warning
on: { column: name }
title: { zh: 名称, en: names }
options:
  patterns:
    - { forbid: '[（(]试行[）)]', reason: 不写试行 }
message: { zh: '名称里有“{found}”：{reason}', en: 'the name has “{found}”: {reason}' }
why: { zh: 名称要稳定。, en: Names should last. }
`,
  'draft.md': DRAFT,
  'old.md': DRAFT,
};

/** A test file with a case that is right, one that is wrong in three ways, and one without findings. */
export const CASES = `# 我们的用例
rule: our-words
cases:
  # 两处都要找到
  - name: 两个词 # 名字
    text: |
${indented(DRAFT, '      ')}
    findings:
      - { item: 1, column: name, message: 账户 } # 对的
      - { item: 2, message: 水井 }
  - name: 三种不对
    text: |
${indented(DRAFT, '      ')}
    findings:
      - { item: 3, message: 水井 } # 位置不对
      - { item: 9, message: 没有的 }
  - text: |
${indented(LIST('| 1 | 党的建设 | 公开账户 |'), '      ')}
`;

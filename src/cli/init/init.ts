import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { Rule } from '../../model/rule.ts';
import type { Language } from '../../reports/words.ts';
import { builtinRuleset } from '../../ruleset/load.ts';
import type { CommandLine } from '../commandLine.ts';
import type { Context } from '../context.ts';
import { systemCode } from '../inputs/paths.ts';
import { noteText } from '../messages.ts';
import { writeStream } from '../output.ts';
import { CONFIG_NAMES } from '../settings/settings.ts';
import { UsageError } from '../usageError.ts';
import { writeFailure } from '../writeFailure.ts';

/**
 * `qingdan init`: writes a commented config that changes nothing yet, and never over one that is there; with `--from`
 * it learns a county format from a document.
 */
export async function init(line: CommandLine, context: Context): Promise<number> {
  const { language } = context;
  const [surplus] = line.operands;
  if (surplus !== undefined) {
    throw new UsageError('too-many-operands', { data: { word: surplus, command: 'init' }, command: 'init' });
  }
  if (line.from !== null) {
    const { initFrom } = await import('./initFrom.ts');
    return initFrom(line.from, line, context);
  }
  const { county, output, stdinFilename } = line;
  for (const [option, value] of Object.entries({ county, output, 'stdin-filename': stdinFilename })) {
    if (value !== null)
      throw new UsageError('from-missing', { data: { option: `--${option}` }, command: 'init' });
  }
  const [file] = CONFIG_NAMES;
  const existing = CONFIG_NAMES.find((name) => existsSync(name));
  if (existing !== undefined)
    throw new UsageError('config-exists', { data: { file: existing }, command: 'init' });
  try {
    await writeFile(file, configText(language), { flag: 'wx' });
  } catch (error) {
    if (systemCode(error) === 'EEXIST')
      throw new UsageError('config-exists', { data: { file }, command: 'init' });
    throw writeFailure(file, error, 'init', language);
  }
  await writeStream(process.stdout, `${noteText('config-written', { file }, language)}\n`);
  return 0;
}

/** The config with a comment on everything that can be set; all settings are commented out. */
export function configText(language: Language): string {
  const { rules, formats } = builtinRuleset();
  const counties = [...formats.values()].map(({ id, title }) => `# - ${id}  ${title[language]}`);
  const template = TEMPLATES[language];
  return template
    .replace('#COUNTIES', () => counties.join('\n'))
    .replaceAll('#EXAMPLE', () => [...formats.keys()].find((id) => id !== 'base') ?? 'base')
    .replace('#RULES', () => ruleLines(rules, language).join('\n'));
}

function ruleLines(rules: readonly Rule[], language: Language): readonly string[] {
  const width = Math.max(...rules.map(({ id, severity }) => id.length + severity.length));
  return rules.map(({ id, severity, title }) => {
    const gap = ' '.repeat(width - id.length - severity.length + 2);
    return `#  ${id}: ${severity}${gap}# ${title[language]}`;
  });
}

const TEMPLATES: Readonly<Record<Language, string>> = {
  zh: `# qingdan 的配置。放在运行 qingdan 的文件夹，或者它的上级文件夹。
# 下面的设置都没有启用；要启用一项，去掉行首的 #（只去掉 #，空格留着）。

# 本县的格式。不写则根据文件内容自动识别。可用的有：
#COUNTIES
#county: #EXAMPLE

# 规则的级别：error 错误，warning 警告，info 提示，off 关闭。
# 每条规则的说明和选项：qingdan rules explain 规则名
# 同时设置选项的写法：规则名: { severity: error, options: { start: 1 } }
#rules:
#RULES

# 个别文件另行设置。写法同 .gitignore，从这个文件所在的文件夹算起。
#overrides:
#  - files: ["草稿/**"]
#    county: #EXAMPLE
#    rules:
#      stated-count: info

# 检查文件夹时跳过的文件，写法同 .gitignore。
#ignore:
#  - 归档/
#  - "*.旧.md"

# 自己的县格式和规则：文件，或者存放它们的文件夹。
#formats: [格式/本县.yaml]
#ruleFiles: [规则/]
`,
  en: `# The configuration of qingdan. Put it into the folder where qingdan is run, or into one above.
# No setting below is in use; to use one, take away the # before it (only the #, not the spaces).

# The county's format. Left out: recognised from the document. There are:
#COUNTIES
#county: #EXAMPLE

# Severity of rules: error, warning, info or off.
# What a rule checks and its options: qingdan rules explain ID
# To set options as well: ID: { severity: error, options: { start: 1 } }
#rules:
#RULES

# Settings for some of the files. Patterns as in .gitignore, relative to the folder of this file.
#overrides:
#  - files: ["drafts/**"]
#    county: #EXAMPLE
#    rules:
#      stated-count: info

# Files that are passed over in folders; patterns as in .gitignore.
#ignore:
#  - archive/
#  - "*.old.md"

# County formats and rules of your own: files, or folders that hold them.
#formats: [formats/our-county.yaml]
#ruleFiles: [rules/]
`,
};

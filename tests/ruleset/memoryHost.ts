import { compileBuiltins } from '../../src/build/compile.ts';
import type { Format } from '../../src/model/format.ts';
import type { Ruleset } from '../../src/model/ruleset.ts';
import type { Config } from '../../src/ruleset/config.ts';
import { ConfigError, type ConfigProblem } from '../../src/ruleset/configError.ts';
import type { Host } from '../../src/ruleset/host.ts';
import { loadUserConfig } from '../../src/ruleset/userConfig.ts';

/** A disk in memory: path to text. Relative paths only; `..` is understood. */
export function memoryHost(files: Readonly<Record<string, string>>): Host {
  return {
    readFile: async (path) => {
      const text = files[path];
      if (text === undefined) throw new Error(`no such file: ${path}`);
      return text;
    },
    listFiles: async (folder) => {
      const inside = Object.keys(files).filter((path) => path.startsWith(`${folder}/`));
      if (inside.length === 0) throw new Error(`no such folder: ${folder}`);
      return inside;
    },
    resolve: (from, to) => {
      const parts = from.split('/').slice(0, -1);
      for (const part of to.split('/')) {
        if (part === '..') parts.pop();
        else if (part !== '.') parts.push(part);
      }
      return parts.join('/');
    },
  };
}

/** A rule of the kind `sequence` with everything a rule needs. */
export const NUMBERING_RULE = `id: sequential-numbering
check: sequence
severity: error
title: { zh: 序号连续, en: Sequential numbers }
options: { start: 1 }
message: { zh: '序号应为 {expected}，实际为 {found}', en: 'expected number {expected}, found {found}' }
messages: { empty: { zh: '缺少序号 {expected}', en: 'number {expected} is missing' } }
why: { zh: 序号用来指称事项。, en: Numbers name items. }
examples: { ok: [空表], bad: [{ text: 坏表, findings: [{ item: 3, column: number }] }] }
`;

/** The smallest base format that reads anything. */
export const BASE_FORMAT = `id: base
title: { zh: 通用格式, en: Any county }
units: [镇, 街道]
lists:
  basic: { titles: [基本履职事项清单], required: [number, name] }
headers:
  number: [序号]
  category: [事项类别, 类别]
  name: [事项名称]
  townshipDuties: ['{unit}配合职责']
categories: { names: [党的建设, 经济发展, 民生服务], closed: false }
departments:
  shortForms: { 人力资源和社会保障局: [人社局] }
statements:
  items: ['共{n}项']
`;

/** Built-in rules and formats that do not change when the project's own do. */
export const BUILTIN: Ruleset = rulesetOf({
  'rules/structure/sequential-numbering.yaml': NUMBERING_RULE,
  'rules/formats/base.yaml': BASE_FORMAT,
  'rules/formats/qinghe.yaml': 'id: qinghe\ntitle: { zh: 清河县, en: Qinghe }\ndetect: [清河]\n',
});

/** Rules and formats compiled from YAML texts by path. */
export function rulesetOf(files: Readonly<Record<string, string>>): Ruleset {
  const compiled = compileBuiltins(Object.entries(files).map(([path, text]) => ({ path, text })));
  return { rules: compiled.rules, formats: new Map(compiled.formats.map((format) => [format.id, format])) };
}

/** The config `qingdan.config.yaml` of some files. */
export function load(files: Readonly<Record<string, string>>, requireExamples = false): Promise<Config> {
  return loadUserConfig({ ...memoryHost(files), requireExamples }, 'qingdan.config.yaml', BUILTIN);
}

/** The problems that loading ends with; fails when there are none. */
export async function problemsOf(
  files: Readonly<Record<string, string>>,
  requireExamples = false,
): Promise<readonly ConfigProblem[]> {
  try {
    await load(files, requireExamples);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  throw new Error('the configuration was accepted');
}

/** The only problem of a config file by itself. */
export async function problemOf(config: string): Promise<ConfigProblem> {
  const problems = await problemsOf({ 'qingdan.config.yaml': config });
  if (problems.length !== 1)
    throw new Error(`${problems.length} problems: ${problems.map((p) => p.message.en).join('; ')}`);
  return problems[0] as ConfigProblem;
}

/** A format of a config, which must be there. */
export function formatOf(config: Pick<Config, 'formats'>, id: string): Format {
  const format = config.formats.get(id);
  if (!format) throw new Error(`no format ${id}`);
  return format;
}

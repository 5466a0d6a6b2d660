import { resolve } from 'node:path';
import type { Rule } from '../../model/rule.ts';
import { displayWidth } from '../../reports/displayWidth.ts';
import { type Paint, painter } from '../../reports/paint.ts';
import { hang } from '../../reports/wrap.ts';
import { builtinRuleset, ConfigError } from '../../ruleset/load.ts';
import type { CommandLine } from '../commandLine.ts';
import type { Context } from '../context.ts';
import { writeStream } from '../output.ts';
import { loadSettings } from '../settings/settings.ts';
import { wantsColor, widthOf } from '../terminal.ts';
import { UsageError } from '../usageError.ts';
import { effectOn, exampleReports } from './ruleEffect.ts';
import { explainRule } from './ruleExplanation.ts';
import { RULE_WORDS } from './ruleWords.ts';
import { unknownRule } from './unknownRule.ts';

/** `qingdan rules list`, `qingdan rules explain ID [FILE]` and `qingdan rules test [DIR]`. Severities and options are those of the config. */
export async function rules(line: CommandLine, context: Context): Promise<number> {
  const [word = 'list', id, ...more] = line.operands;
  const json = wantsJson(line);
  if (word !== 'list' && word !== 'explain' && word !== 'test') {
    const unknown = { word, known: ['list', 'explain', 'test'] };
    throw new UsageError('unknown-subcommand', { data: { word }, command: 'rules', unknown });
  }
  if (line.update && word !== 'test')
    throw new UsageError('update-without-test', { data: {}, command: 'rules' });
  const surplus = word === 'list' ? id : word === 'explain' ? more[1] : more[0];
  if (surplus !== undefined) {
    const data = { word: surplus, command: `rules ${word}` };
    throw new UsageError('too-many-operands', { data, command: 'rules' });
  }
  if (word === 'test') {
    const { rulesTest } = await import('./rulesTest.ts');
    return rulesTest(line, id, context);
  }
  const paint = painter(wantsColor(line.color, process.stdout));
  const page = { language: context.language, paint, width: Math.min(widthOf(process.stdout), 120) };
  const settings = await loadSettings(line).catch(async (error: unknown) => {
    // Someone who mistyped a rule in the config is sent here for its name; the config's faults follow.
    if (error instanceof ConfigError && word === 'list' && !json)
      await writeStream(process.stdout, listRules(builtinRuleset().rules, page));
    throw error;
  });
  const [file] = more;
  const all = settings.rulesetFor(file === undefined ? process.cwd() : resolve(file)).rules;
  if (word === 'list') {
    await writeStream(process.stdout, json ? jsonText(all.map(ruleSummary)) : listRules(all, page));
    return 0;
  }
  const rule = findRule(all, id);
  const onFile = file === undefined ? null : await effectOn(file, rule, settings, context);
  const text = json
    ? jsonText(onFile === null ? rule : { ...rule, onFile })
    : explainRule(rule, { ...page, onFile, examples: await exampleReports(rule, settings, context) });
  await writeStream(process.stdout, text);
  return onFile?.report.error ? (onFile.report.error.code === 'internal' ? 3 : 2) : 0;
}

/** What the texts about rules need to know of the terminal. */
export interface RulePage {
  readonly language: Context['language'];
  readonly paint: Paint;
  readonly width: number;
}

function wantsJson({ formats }: CommandLine): boolean {
  const format = formats.at(-1) ?? 'text';
  if (format === 'json') return true;
  if (format === 'text') return false;
  const known = ['text', 'json'];
  const data = { format, known: known.join(', ') };
  throw new UsageError('bad-format', { data, command: 'rules', unknown: { word: format, known } });
}

function findRule(all: readonly Rule[], id: string | undefined): Rule {
  if (id === undefined) throw new UsageError('rule-missing', { data: {}, command: 'rules' });
  const rule = all.find((candidate) => candidate.id === id);
  if (rule) return rule;
  throw unknownRule(id, all, 'rules');
}

function ruleSummary({ id, severity, check, group, title, file }: Rule): object {
  return { id, severity, check, group, title, file };
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The rules under their groups: id, severity, title. */
function listRules(all: readonly Rule[], { language, paint, width }: RulePage): string {
  const words = RULE_WORDS[language];
  const idWidth = Math.max(...all.map(({ id }) => displayWidth(id)));
  const severityWidth = Math.max(...all.map(({ severity }) => displayWidth(words.severities[severity])));
  const lines: string[] = [];
  for (const group of new Set(all.map((rule) => rule.group))) {
    lines.push(paint(group, 'cyan'));
    for (const rule of all.filter((candidate) => candidate.group === group)) {
      const severity = words.severities[rule.severity];
      const id = rule.id.padEnd(idWidth);
      const first = `  ${id}  ${severity}${' '.repeat(severityWidth - displayWidth(severity))}  `;
      const narrow = width - displayWidth(first) < 16;
      if (narrow) lines.push(`  ${rule.id}  ${severity}`, ...hang('    ', rule.title[language], width, 4));
      else lines.push(...hang(first, rule.title[language], width, displayWidth(first)));
    }
    lines.push('');
  }
  lines.push(words.count(all.length));
  return `${lines.join('\n')}\n`;
}

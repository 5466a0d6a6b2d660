import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compileBuiltins, type RulesetSource } from '../../src/build/compile.ts';
import { checks } from '../../src/checks/index.ts';
import { ConfigError } from '../../src/ruleset/configError.ts';
import { builtinRuleset, loadConfig, rulesetFor } from '../../src/ruleset/load.ts';
import { BASE_FORMAT, memoryHost, NUMBERING_RULE } from './memoryHost.ts';

const root = new URL('../../', import.meta.url);

function sources(): readonly RulesetSource[] {
  return readdirSync(new URL('rules', root), { recursive: true })
    .map((name) => `rules/${String(name).replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }));
}

describe('the generated built-ins', () => {
  it('equal what the YAML files say', () => {
    const compiled = compileBuiltins(sources());
    expect(builtinRuleset()).toEqual({
      rules: compiled.rules,
      formats: new Map(compiled.formats.map((format) => [format.id, format])),
    });
  });

  it('are one rule for each file, named like it, in the group of its folder', () => {
    const files = sources().filter(({ path }) => !path.startsWith('rules/formats/'));
    expect(
      builtinRuleset()
        .rules.map(({ file }) => file)
        .sort(),
    ).toEqual(files.map(({ path }) => path).sort());
    for (const { id, group, file } of builtinRuleset().rules) expect(file).toBe(`rules/${group}/${id}.yaml`);
  });

  it('carry the words of a rule file through unchanged', () => {
    for (const rule of builtinRuleset().rules) {
      const written = parse(readFileSync(new URL(rule.file, root), 'utf8'));
      expect(rule).toMatchObject({ title: written.title, why: written.why, examples: written.examples });
      expect(rule.messages).toEqual({
        ...checks.get(rule.check)?.messages,
        default: written.message,
        ...written.messages,
      });
      expect(rule.options).toMatchObject(written.options ?? {});
    }
  });

  it('are what a config builds on', async () => {
    const config = await loadConfig(memoryHost({ 'qingdan.config.yaml': '' }), 'qingdan.config.yaml');
    const { rules, formats } = rulesetFor(config, 'a.md');
    expect(formats).toEqual(builtinRuleset().formats);
    expect(rules.map(({ origins, ...rule }) => rule)).toEqual(
      builtinRuleset().rules.map(({ origins, ...rule }) => rule),
    );
  });
});

describe('the build', () => {
  const build = (files: Readonly<Record<string, string>>) => () =>
    compileBuiltins(Object.entries(files).map(([path, text]) => ({ path, text })));
  const base = { 'rules/formats/base.yaml': BASE_FORMAT };

  it('is broken by a rule that does not fit the schema', () => {
    const run = build({
      ...base,
      'rules/a/numbers.yaml': NUMBERING_RULE.replace('severity: error', 'severity: bad'),
    });
    expect(run).toThrow(ConfigError);
    expect(run).toThrow('rules/a/numbers.yaml:3:11 unknown severity "bad"');
  });

  it('is broken by a rule without examples', () => {
    expect(build({ ...base, 'rules/a/numbers.yaml': NUMBERING_RULE.replace(/examples: .*\n/, '') })).toThrow(
      'rule sequential-numbering has no examples',
    );
  });

  it('is broken by an option that the check refuses', () => {
    expect(
      build({ ...base, 'rules/a/numbers.yaml': NUMBERING_RULE.replace('start: 1', 'start: one') }),
    ).toThrow(
      'rules/a/numbers.yaml:5:19 option "start" of rule sequential-numbering must be a whole number, not text "one"',
    );
  });

  it('is broken by a format that is no YAML', () => {
    expect(build({ ...base, 'rules/formats/liuhe.yaml': 'id: liuhe\n\tunits: []\n' })).toThrow(
      'rules/formats/liuhe.yaml:2:1',
    );
  });

  it('is broken by two rules with one id', () => {
    expect(build({ ...base, 'rules/a/a.yaml': NUMBERING_RULE, 'rules/b/b.yaml': NUMBERING_RULE })).toThrow(
      'rules/b/b.yaml:1:5 the id "sequential-numbering" is already used in rules/a/a.yaml',
    );
  });

  it('sorts rules by group and formats with base first, whatever the order of the files', () => {
    const files = {
      'rules/formats/a.yaml': 'id: a\n',
      'rules/z/numbers.yaml': NUMBERING_RULE,
      'rules/b/more.yaml': NUMBERING_RULE.replace('id: sequential-numbering', 'id: more'),
      ...base,
    };
    const { rules, formats } = build(files)();
    expect(rules.map(({ group, id }) => `${group}/${id}`)).toEqual(['b/more', 'z/sequential-numbering']);
    expect(formats.map(({ id }) => id)).toEqual(['base', 'a']);
  });
});

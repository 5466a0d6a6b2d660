import { describe, expect, it } from 'vitest';
import { countyFor, isIgnored, rulesetFor } from '../../src/ruleset/load.ts';
import { BUILTIN, load, NUMBERING_RULE } from './memoryHost.ts';

/** Severity and start option of the numbering rule for a file. */
async function numberingFor(files: Readonly<Record<string, string>>, path = 'a.md') {
  const rule = rulesetFor(await load(files), path).rules.find(({ id }) => id === 'sequential-numbering');
  return { severity: rule?.severity, start: rule?.options.start };
}

describe('extends', () => {
  it('is the recommended set when it is left out or the file says nothing', async () => {
    expect(await numberingFor({ 'qingdan.config.yaml': '' })).toEqual({ severity: 'error', start: 1 });
    expect(await numberingFor({ 'qingdan.config.yaml': '# nothing yet\nrules:\n' })).toEqual({
      severity: 'error',
      start: 1,
    });
  });

  it('starts with every built-in rule off when it is empty', async () => {
    expect(await numberingFor({ 'qingdan.config.yaml': 'extends: []\n' })).toMatchObject({ severity: 'off' });
    expect(
      await numberingFor({ 'qingdan.config.yaml': 'extends: []\nrules: { sequential-numbering: info }\n' }),
    ).toMatchObject({ severity: 'info' });
  });

  it('lays a config over those it names, in order, options one by one', async () => {
    const shared = {
      'shared/one.yaml': 'rules: { sequential-numbering: { severity: warning, options: { start: 5 } } }\n',
      'shared/two.yaml': 'extends: []\nrules: { sequential-numbering: { options: { restart: list } } }\n',
    };
    const config = await load({
      ...shared,
      'qingdan.config.yaml':
        'extends: [shared/one.yaml, shared/two.yaml]\nrules: { sequential-numbering: { options: { start: 0 } } }\n',
    });
    const [rule] = rulesetFor(config, 'a.md').rules;
    expect(rule?.severity).toBe('warning');
    expect(rule?.options).toEqual({ start: 0, restart: 'list' });
  });

  it('reads what a config in another folder names from that folder', async () => {
    const config = await load({
      'qingdan.config.yaml': 'extends: [shared/base.yaml]\n',
      'shared/base.yaml': 'ruleFiles: [rules]\ncounty: qinghe\nignore: ["old/*"]\n',
      'shared/rules/own.yaml': NUMBERING_RULE.replace('id: sequential-numbering', 'id: own'),
    });
    expect(config.rules.map(({ id }) => id)).toEqual(['sequential-numbering', 'own']);
    expect(config.county).toBe('qinghe');
    expect([isIgnored(config, 'shared/old/a.md'), isIgnored(config, 'old/a.md')]).toEqual([true, false]);
  });
});

describe('rules', () => {
  it('sets severities, options, or both', async () => {
    const files = (settings: string) => ({
      'qingdan.config.yaml': `rules:\n  sequential-numbering: ${settings}\n`,
    });
    expect(await numberingFor(files('off'))).toEqual({ severity: 'off', start: 1 });
    expect(await numberingFor(files('{ options: { start: 0 } }'))).toEqual({ severity: 'error', start: 0 });
    expect(await numberingFor(files('{ severity: info, options: { start: 7 } }'))).toEqual({
      severity: 'info',
      start: 7,
    });
  });
});

describe('overrides', () => {
  const CONFIG = `county: base
overrides:
  - files: lists/**/*.md
    county: qinghe
    rules: { sequential-numbering: warning }
  - files: ["*.{draft,old}.md", "!keep.draft.md"]
    rules: { sequential-numbering: { options: { start: 0 } } }
  - files: /lists/2024/
    rules: { sequential-numbering: off }
`;

  it('hold for the files they name, the later one before the earlier', async () => {
    const config = await load({ 'qingdan.config.yaml': CONFIG });
    const settingOf = (path: string) => {
      const rule = rulesetFor(config, path).rules[0];
      return `${rule?.severity} ${String(rule?.options.start)} ${countyFor(config, path)}`;
    };
    expect(settingOf('a.md')).toBe('error 1 base');
    expect(settingOf('./lists/north/a.md')).toBe('warning 1 qinghe');
    expect(settingOf('lists\\north\\a.md')).toBe('warning 1 qinghe');
    expect(settingOf('a.draft.md')).toBe('error 0 base');
    expect(settingOf('deep/down/a.old.md')).toBe('error 0 base');
    expect(settingOf('keep.draft.md')).toBe('error 1 base');
    expect(settingOf('lists/a.draft.md')).toBe('warning 0 qinghe');
    expect(settingOf('lists/2024/a.md')).toBe('off 1 qinghe');
    expect(settingOf('more/lists/2024/a.md')).toBe('error 1 base');
    expect(settingOf('../a.draft.md')).toBe('error 1 base');
  });

  it('make one ruleset for all files to which the same ones apply', async () => {
    const config = await load({ 'qingdan.config.yaml': CONFIG });
    expect(rulesetFor(config, 'lists/a.md')).toBe(rulesetFor(config, 'lists/b.md'));
    expect(rulesetFor(config, 'lists/a.md')).not.toBe(rulesetFor(config, 'b.md'));
  });

  it('are matched from the folder of the config, however that is written', async () => {
    const relative = await load({ 'qingdan.config.yaml': CONFIG });
    const absolute = {
      ...relative,
      file: 'C:\\work\\qingdan.config.yaml',
      overrides: relative.overrides.map((override) => ({
        ...override,
        files: { ...override.files, folder: 'C:/work' },
      })),
    };
    expect(rulesetFor(absolute, 'C:\\work\\lists\\a.md').rules[0]?.severity).toBe('warning');
    expect(rulesetFor(absolute, 'C:\\elsewhere\\lists\\a.md').rules[0]?.severity).toBe('error');
  });
});

describe('without a config', () => {
  it('the built-in rules hold and nothing is ignored', () => {
    expect(rulesetFor(null, 'a.md').formats.has('base')).toBe(true);
    expect(countyFor(null, 'a.md')).toBeNull();
    expect(isIgnored(null, 'a.md')).toBe(false);
  });
});

it('leaves the built-in rules as they were', async () => {
  await load({
    'qingdan.config.yaml': 'rules: { sequential-numbering: { severity: off, options: { start: 9 } } }\n',
  });
  expect(BUILTIN.rules[0]).toMatchObject({ severity: 'error', options: { start: 1, restart: 'format' } });
});

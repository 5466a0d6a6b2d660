import { describe, expect, test } from 'vitest';
import { type CommandLine, parseCommandLine } from '../../src/cli/commandLine.ts';
import { UsageError } from '../../src/cli/usageError.ts';

const nothing: CommandLine = {
  command: null,
  operands: [],
  help: false,
  version: false,
  lang: null,
  debug: false,
  quiet: false,
  ignore: true,
  color: null,
  county: null,
  config: null,
  formats: [],
  output: null,
  maxWarnings: null,
  failOn: 'error',
  baseline: null,
  updateBaseline: false,
  changedSince: null,
  stdinFilename: null,
  cache: null,
  jobs: null,
  shard: null,
  fix: false,
  fixSuggestions: [],
  fixDryRun: false,
  watch: false,
  timing: false,
  unused: false,
  update: false,
  from: null,
};

function failure(...args: string[]): { code: string; data: object; meant?: readonly string[] } {
  try {
    parseCommandLine(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { code: error.code, data: error.facts.data };
  }
  throw new Error('the command line was understood');
}

describe('a command line', () => {
  test('is read whole', () => {
    const line = parseCommandLine([
      ...['check', 'a.md', '-', '--county', 'bachu', '-c', 'x.yaml', '--format', 'text', '-f', 'json=r.json'],
      ...['-o', 'r.txt', '--lang=en', '-q', '--max-warnings', '0', '--no-color', '--debug', '--no-ignore'],
      ...['--stdin-filename', 'draft.md', '--timing', '--unused', '--shard', '2/4', '-j', '3', '--cache'],
      ...['--fail-on', 'info', '--baseline', 'known.json', '--update-baseline', '--changed-since', 'main'],
      ...['--fix', '--fix-suggestions', 'a, b', '--fix-suggestions', 'c，d', '--fix-dry-run', '--watch'],
    ]);
    expect(line).toEqual({
      command: 'check',
      operands: ['a.md', '-'],
      help: false,
      version: false,
      lang: 'en',
      debug: true,
      quiet: true,
      ignore: false,
      color: false,
      county: 'bachu',
      config: 'x.yaml',
      formats: ['text', 'json=r.json'],
      output: 'r.txt',
      maxWarnings: 0,
      failOn: 'info',
      baseline: 'known.json',
      updateBaseline: true,
      changedSince: 'main',
      stdinFilename: 'draft.md',
      cache: '.qingdan-cache',
      jobs: 3,
      shard: { index: 2, count: 4 },
      fix: true,
      fixSuggestions: ['a', 'b', 'c', 'd'],
      fixDryRun: true,
      watch: true,
      timing: true,
      unused: true,
      update: false,
      from: null,
    });
  });

  test('may have options before the command', () => {
    expect(parseCommandLine(['--lang', 'en', 'check', 'a.md'])).toEqual({
      ...nothing,
      command: 'check',
      operands: ['a.md'],
      lang: 'en',
    });
  });

  test('takes everything after -- as a path', () => {
    expect(parseCommandLine(['check', '--', '-q.md', '--quiet'])).toEqual({
      ...nothing,
      command: 'check',
      operands: ['-q.md', '--quiet'],
    });
  });

  test('lets the last of several values hold', () => {
    expect(parseCommandLine(['check', '--color', '--no-color', '--county', 'a', '--county', 'b'])).toEqual({
      ...nothing,
      command: 'check',
      color: false,
      county: 'b',
    });
  });

  test('gives help to those who ask, whatever else is wrong with it', () => {
    const help = { ...nothing, help: true };
    expect(parseCommandLine(['check', '--nonsense', '-h'])).toEqual({ ...help, command: 'check' });
    expect(parseCommandLine(['help', 'inspect'])).toEqual({
      ...help,
      command: 'inspect',
      operands: ['inspect'],
    });
    expect(parseCommandLine(['--help'])).toEqual(help);
  });

  test('may be empty', () => {
    expect(parseCommandLine([])).toEqual(nothing);
  });
});

describe('a command line that cannot be used', () => {
  test('names the option or command that is unknown', () => {
    expect(failure('check', '--confg', 'x')).toEqual({ code: 'unknown-option', data: { option: '--confg' } });
    expect(failure('chekc')).toEqual({ code: 'unknown-command', data: { command: 'chekc' } });
    expect(failure('check', '-x')).toEqual({ code: 'unknown-option', data: { option: '-x' } });
  });

  test('names the option that belongs to another command', () => {
    expect(failure('init', '--quiet')).toEqual({
      code: 'option-of-other-command',
      data: { option: '--quiet', command: 'init' },
    });
  });

  test('notices a value that is missing, empty, or the next option', () => {
    const missing = { code: 'value-missing', data: { option: '--config' } };
    expect(failure('check', 'a.md', '--config')).toEqual(missing);
    expect(failure('check', 'a.md', '--config=')).toEqual(missing);
    expect(failure('check', '--config', '--quiet', 'a.md')).toEqual(missing);
  });

  test('notices a value where none belongs', () => {
    expect(failure('check', '--quiet=yes')).toEqual({
      code: 'value-not-wanted',
      data: { option: '--quiet', value: 'yes' },
    });
  });

  test('refuses what is no count and no language', () => {
    for (const value of ['-1', '1.5', 'many', '0x10', '']) {
      expect(failure('check', `--max-warnings=${value}`).code).toBe(
        value === '' ? 'value-missing' : 'bad-max-warnings',
      );
    }
    expect(failure('check', '--lang', 'de')).toEqual({ code: 'bad-lang', data: { value: 'de' } });
  });
});

import { expect, it } from 'vitest';
import type { ConfigProblem } from '../../src/ruleset/configError.ts';
import { formatProblem } from '../../src/ruleset/formatProblem.ts';
import { problemOf, problemsOf } from './memoryHost.ts';

it('shows place, sentence, line, caret, allowed values and the one that was meant, in both languages', async () => {
  const problem = await problemOf('rules:\n  sequential-numbering: eror\n');
  expect(formatProblem(problem, 'zh')).toBe(
    [
      'qingdan.config.yaml:2:25 不认识的级别 “eror”',
      '  2 │   sequential-numbering: eror',
      '    │                         ^^^^',
      '    是不是想写 “error”？',
      '    可用的值：error、warning、info、off',
    ].join('\n'),
  );
  expect(formatProblem(problem, 'en')).toBe(
    [
      'qingdan.config.yaml:2:25 unknown severity "eror"',
      '  2 │   sequential-numbering: eror',
      '    │                         ^^^^',
      '    did you mean "error"?',
      '    allowed: error, warning, info, off',
    ].join('\n'),
  );
});

it('counts a full-width character as two columns', async () => {
  const problem = await problemOf('overrides: [{ files: 清单, county: 昭苏 }]\n');
  expect(formatProblem(problem, 'zh').split('\n').slice(0, 3)).toEqual([
    'qingdan.config.yaml:1:34 没有 “昭苏” 这个县的格式',
    '  1 │ overrides: [{ files: 清单, county: 昭苏 }]',
    '    │                                    ^^^^',
  ]);
});

it('says only what is wrong when there is no line to show', async () => {
  const [problem] = await problemsOf({});
  expect(problem && formatProblem(problem, 'zh')).toBe('qingdan.config.yaml 读不到文件：qingdan.config.yaml');
});

it('shows a tab as one space, so that the caret stands below its character', async () => {
  const problem = await problemOf('rules:\n\tsequential-numbering: error\n');
  expect(formatProblem(problem, 'en').split('\n').slice(1)).toEqual([
    '  2 │  sequential-numbering: error',
    '    │ ^',
  ]);
});

it('shows the stretch around the fault of a long line', () => {
  const source = `${'a'.repeat(200)}错${'b'.repeat(200)}`;
  const problem: ConfigProblem = {
    code: 'bad-value',
    file: 'x.yaml',
    line: 12,
    column: 201,
    length: 1,
    source,
    message: { zh: '错', en: 'wrong' },
  };
  expect(formatProblem(problem, 'zh').split('\n')).toEqual([
    'x.yaml:12:201 错',
    `  12 │ …${'a'.repeat(25)}错${'b'.repeat(74)}…`,
    `     │ ${' '.repeat(26)}^^`,
  ]);
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ConfigError } from '../../src/ruleset/configError.ts';
import { formatProblem } from '../../src/ruleset/formatProblem.ts';
import { load, problemOf } from './memoryHost.ts';

const WORDS = [
  'extends',
  'county',
  'rules',
  'formats',
  'ruleFiles',
  'overrides',
  'files',
  'ignore',
  'severity',
  'options',
  'start',
  'sequential-numbering',
  'recommended',
  'qinghe',
  'own.yaml',
  'error',
  'off',
  'id',
  'check',
  'sequence',
  'message',
  'messages',
  'constructor',
  '__proto__',
  'toString',
  '0',
  '-1',
  'true',
  'null',
  '~',
  '清单',
  '：',
  ':',
  ': ',
  '\n',
  '\n  ',
  '\n    ',
  '\n  - ',
  '\t',
  '- ',
  '[',
  ']',
  '{',
  '}',
  ', ',
  '"',
  "'",
  '&a',
  '*a',
  '!x',
  '|',
  '>',
  '#',
  '---',
  '\r\n',
  '\uFFFD',
  '*.md',
];

it('ends every broken config in problems that lie inside the file, never in another error', async () => {
  const yaml = fc.array(fc.constantFrom(...WORDS), { maxLength: 25 }).map((words) => words.join(''));
  await fc.assert(
    fc.asyncProperty(yaml, yaml, async (config, rule) => {
      const files = {
        'qingdan.config.yaml': config,
        'own.yaml': `id: own\nextends: sequential-numbering\n${rule}`,
        'wrap.yaml': 'extends: [qingdan.config.yaml]\nruleFiles: [own.yaml]\nformats: [own.yaml]\n',
      };
      for (const entry of [
        files,
        { ...files, 'qingdan.config.yaml': files['wrap.yaml'], 'wrap.yaml': config },
      ]) {
        const error = await load(entry).then(
          () => null,
          (thrown: unknown) => thrown,
        );
        if (error === null) continue;
        expect(error).toBeInstanceOf(ConfigError);
        if (!(error instanceof ConfigError)) continue;
        for (const problem of error.problems) {
          if (problem.line > 0) {
            expect(problem.column).toBeLessThanOrEqual(problem.source.length + 1);
            expect(problem.length).toBeGreaterThan(0);
          }
          expect(formatProblem(problem, 'zh')).not.toMatch(/undefined|NaN|\[object/);
          expect(formatProblem(problem, 'en')).not.toMatch(/undefined|NaN|\[object/);
        }
      }
    }),
    { numRuns: 400 },
  );
});

it('refuses aliases that grow without end, and nesting without bottom', async () => {
  const lines = ['a: &a0 [x, x, x, x, x, x, x, x, x]'];
  for (let i = 1; i < 9; i++)
    lines.push(
      `b${i}: &a${i} [${Array(9)
        .fill(`*a${i - 1}`)
        .join(', ')}]`,
    );
  expect(await problemOf(lines.join('\n'))).toMatchObject({ code: 'yaml-syntax', line: 1 });
  expect(await problemOf(`rules: ${'['.repeat(20000)}`)).toMatchObject({ code: 'yaml-syntax' });
});

it('takes names of built-in objects for unknown ones', async () => {
  expect(await problemOf('rules: { constructor: error }\n')).toMatchObject({ code: 'unknown-rule' });
  expect(await problemOf('toString: []\n')).toMatchObject({ code: 'unknown-key' });
});

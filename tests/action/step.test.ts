import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, run } from '../cli/qingdan.ts';
import { schemaErrors } from '../support/reportSchema.ts';
import { runStep } from './step.ts';

const DEMO = readFileSync(new URL('../../fixtures/demo.md', import.meta.url), 'utf8');
const SOUND = readFileSync(new URL('../../fixtures/ok/wangchuan.md', import.meta.url), 'utf8');

describe('a step of the action', () => {
  it('marks the findings at their lines, most serious first, and fails with what the command says', async () => {
    const folder = emptyFolder({ 'lists/demo.md': DEMO });
    const step = await runStep(folder, { inputs: { language: 'en' } });
    const command = await run(['check', '.', '--lang', 'en'], { cwd: folder });
    expect(step.code).toBe(command.code);
    expect(step.annotations).toEqual([
      'error lists/demo.md:7:39-40 Basic duties (stated-count)',
      'error lists/demo.md:16:3-4 Basic duties, item 3 · number (sequential-numbering)',
      'error lists/demo.md:26:23-27 Coordinating duties, item 3 · departments (department-named)',
      'error lists/demo.md:26:38-40 Coordinating duties, item 3 · superior duties (clause-numbering)',
      'warning lists/demo.md:14:7-11 Basic duties, item 2 · category (known-category)',
      'warning lists/demo.md:25:28-33 Coordinating duties, item 2 · departments (department-assigned)',
      'warning lists/demo.md:27:48-49 Coordinating duties, item 4 · township duties (clause-ending)',
      'warning lists/demo.md:34:42-46 Withdrawn duties, item 2 · handover (handover-department)',
      'notice lists/demo.md:34:17-21 Withdrawn duties, item 2 · name (questionable-terms)',
    ]);
    expect(step.messages).toEqual(['error: Not passed: 4 errors, 4 warnings, 1 info (1 file, 12 items)']);
  });

  it('gives counts, conclusion and the paths of the reports as outputs', async () => {
    const folder = emptyFolder({ 'demo.md': DEMO });
    const { outputs } = await runStep(folder, {
      inputs: { paths: 'demo.md', reports: 'json=out.json text=out.txt' },
    });
    expect(outputs).toEqual({
      conclusion: 'failure',
      'exit-code': '1',
      errors: '4',
      warnings: '4',
      infos: '1',
      suppressed: '0',
      files: '1',
      failed: '0',
      json: join(folder, 'out.json'),
      sarif: '',
      reports: `${join(folder, 'out.json')}\n${join(folder, 'out.txt')}`,
    });
    expect(schemaErrors(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')))).toEqual([]);
  });

  it('offers the SARIF report that is made for GitHub, else the other, for the upload', async () => {
    const sarifOf = async (reports: string) => {
      const folder = emptyFolder({ 'demo.md': DEMO });
      const { outputs } = await runStep(folder, { inputs: { reports } });
      return outputs.sarif?.replace(folder, '');
    };
    expect(await sarifOf('sarif=all.sarif')).toBe('/all.sarif');
    expect(await sarifOf('sarif=all.sarif sarif-github=open.sarif')).toBe('/open.sarif');
  });

  it('passes a sound list, in Chinese unless told otherwise, and writes a summary', async () => {
    const step = await runStep(emptyFolder({ '清单/望川.md': SOUND }));
    expect(step.code).toBe(0);
    expect(step.annotations).toEqual([]);
    expect(step.messages).toEqual([]);
    expect(step.stdout).toContain('通过：0 个错误，0 个警告，0 个提示（1 个文件，254 个事项）');
    expect(step.outputs.conclusion).toBe('success');
    expect(step.summary).toContain('清单/望川.md');
  });

  it('fails with 2 where a file holds no list, marks the file, and still checks the others', async () => {
    const step = await runStep(emptyFolder({ 'a.md': '# 通知\n\n没有清单。\n', 'b.md': DEMO }), {
      inputs: { language: 'en' },
    });
    expect(step.code).toBe(2);
    expect(step.annotations[0]).toBe('error a.md not checked (no-list)');
    expect(step.outputs).toMatchObject({ failed: '1', errors: '4', conclusion: 'failure', 'exit-code': '2' });
    expect(step.messages.at(-1)).toContain('1 file could not be checked');
  });

  it('shows ten of a level at most, from every file before the second of any, and says how many more there are', async () => {
    const files = Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`${i + 1}.md`, DEMO]));
    const step = await runStep(emptyFolder(files), { inputs: { language: 'en' } });
    const errors = step.annotations.filter((words) => words.startsWith('error'));
    expect(errors.map((words) => words.split(' ')[1]?.split(':').slice(0, 2).join(':'))).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7].map((i) => `${i}.md:7`),
      '1.md:16',
      '2.md:16',
    ]);
    const warnings = step.annotations.filter((words) => words.startsWith('warning'));
    expect(warnings).toHaveLength(10);
    expect(step.annotations.filter((words) => words.startsWith('notice'))).toHaveLength(7);
    // 63 findings; the verdict is the tenth error.
    expect(step.messages).toEqual([
      'error: Not passed: 28 errors, 28 warnings, 7 infos (7 files, 84 items)\n' +
        '26 are shown beside the lines; 37 more are in the summary of this run.',
    ]);
  });

  it.each([
    ['false', 0],
    ['0', 0],
    ['2', 2],
    ['true', 4],
  ])('shows no more annotations of a level than annotations: %s asks for', async (annotations, errors) => {
    const step = await runStep(emptyFolder({ 'demo.md': DEMO }), { inputs: { annotations } });
    expect(step.annotations.filter((words) => words.startsWith('error'))).toHaveLength(errors);
    expect(step.code).toBe(1);
  });

  it('runs in working-directory, with annotations from the top of the repository', async () => {
    const folder = emptyFolder({ '.git/HEAD': '', 'east/a/demo.md': DEMO, 'west/demo.md': DEMO });
    const step = await runStep(folder, {
      inputs: { 'working-directory': 'east', paths: 'a', reports: 'json=r.json' },
    });
    expect(new Set(step.annotations.map((words) => words.split(' ')[1]?.split(':')[0]))).toEqual(
      new Set(['east/a/demo.md']),
    );
    expect(step.outputs.json).toBe(join(folder, 'east/r.json'));
  });

  it('takes paths line by line, with spaces in them', async () => {
    const folder = emptyFolder({ 'a b.md': DEMO, '-c.md': DEMO, 'd/e.md': DEMO, 'other.md': DEMO });
    const step = await runStep(folder, { inputs: { paths: 'a b.md\n  -c.md  \n\nd/*.md\n' } });
    expect(step.outputs.files).toBe('3');
  });

  it('uses the config of the repository, or the one that is named', async () => {
    const folder = emptyFolder({
      'demo.md': DEMO,
      'qingdan.config.yaml': 'rules: { stated-count: off }\n',
      'other.yaml': 'extends: []\nrules: { department-named: warning }\n',
    });
    expect((await runStep(folder)).outputs).toMatchObject({ errors: '3' });
    expect((await runStep(folder, { inputs: { config: 'other.yaml' } })).outputs).toMatchObject({
      errors: '0',
      warnings: '1',
      conclusion: 'success',
    });
  });
});

describe('an input that cannot be used', () => {
  it.each([
    [{ annotations: 'many' }, 'The input annotations must be true, false or a whole number from 0 to 10'],
    [{ annotations: '11' }, 'The input annotations must be'],
    [{ 'changed-only': 'yes' }, 'The input changed-only must be one of true, false, not “yes”.'],
    [{ 'config-from': 'main' }, 'The input config-from must be one of head, base, not “main”.'],
    [{ language: 'fr' }, '输入 language 只能是 zh, en，不能是“fr”。'],
    [{ paths: '-' }, 'The input paths cannot be “-”'],
    [{ reports: 'sarif' }, 'The input reports is written FORMAT=FILE'],
    [{ reports: 'nothing=out.txt' }, 'There is no output format “nothing”.'],
    [{ county: 'nowhere' }, 'There is no format “nowhere”.'],
    [{ config: 'gone.yaml' }, 'There is no config file “gone.yaml”.'],
    [{ 'max-warnings': 'few' }, '--max-warnings must be a whole number'],
    [{ 'working-directory': 'gone' }, 'The input working-directory, “gone”, is no folder of the workspace.'],
    [{ 'working-directory': 'demo.md' }, 'is no folder of the workspace'],
    [{ merge: 'parts', county: 'bachu' }, 'The input county does not go with merge'],
    [{ merge: 'gone' }, 'gone'],
    [{ shard: '5/4' }, '--shard'],
    [{ base: '--output=x' }, 'The input base must be a branch, tag or commit'],
    [{ 'changed-only': 'true' }, 'is not in a git repository, which changed-only needs'],
    [{ 'config-from': 'base' }, 'is not in a git repository, which config-from: base needs'],
  ])('%o fails with 2 and says what to do', async (inputs, message) => {
    const folder = emptyFolder({ 'demo.md': DEMO });
    const step = await runStep(folder, { inputs: { language: 'en', ...inputs } });
    expect(step.messages.join('\n')).toContain(message);
    expect(step.code).toBe(2);
    expect(step.outputs).toMatchObject({
      conclusion: 'failure',
      'exit-code': '2',
      errors: '',
      files: '',
      json: '',
    });
    expect(step.summary).toContain(message);
  });

  it('has every problem of a config shown', async () => {
    const folder = emptyFolder({ 'demo.md': DEMO, 'qingdan.config.yaml': 'rules: { stated-cout: off }\n' });
    const step = await runStep(folder, { inputs: { language: 'en' } });
    expect(step.code).toBe(2);
    expect(step.messages.join('\n')).toContain('stated-cout');
    expect(step.messages.join('\n')).toContain('stated-count');
  });
});

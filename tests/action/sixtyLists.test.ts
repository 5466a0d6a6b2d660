import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type SixtyLists, sixtyLists } from './sixtyLists.ts';
import { commitAll, git, pullRequest, repository, runStep } from './step.ts';

let lists: SixtyLists;

beforeAll(async () => {
  lists = await sixtyLists();
});

const changes = (): Readonly<Record<string, string>> =>
  Object.fromEntries(lists.broken.map(({ path, text }) => [path, text]));

describe('a repository of sixty lists', () => {
  it('is sound, and passes', async () => {
    const step = await runStep(repository(lists.files), { inputs: { paths: 'lists' } });
    expect(step.annotations).toEqual([]);
    expect(step.outputs).toMatchObject({
      files: '60',
      errors: '0',
      warnings: '0',
      failed: '0',
      conclusion: 'success',
    });
  });

  it('fails on a pull request that breaks five, with these five findings at the lines that were changed', async () => {
    const folder = repository(lists.files);
    const step = await runStep(folder, { ...pullRequest(folder, changes()), inputs: { paths: 'lists' } });
    console.log(
      step.annotations,
      lists.broken.map(({ path, line, rules }) => [path, line, rules]),
    );
    expect(step.code).toBe(1);
    const found = step.commands.flatMap(({ properties: { file, line, title } }) =>
      file === undefined ? [] : [{ file, line: Number(line), rule: /\((.*)\)$/.exec(title ?? '')?.[1] }],
    );
    expect(found.map(({ file, line }) => `${file}:${line}`).sort()).toEqual(
      lists.broken.map(({ path, line }) => `${path}:${line}`).sort(),
    );
    for (const { path, rules } of lists.broken) {
      expect(rules).toContain(found.find(({ file }) => file === path)?.rule);
    }
  });

  it('checked in four parts that are joined gives what one run gives', async () => {
    const folder = repository({ ...lists.files, ...changes() });
    for (const part of [1, 2, 3, 4]) {
      const step = await runStep(folder, {
        inputs: {
          paths: 'lists',
          shard: `${part}/4`,
          annotations: 'false',
          reports: `json=part-${part}.json`,
        },
      });
      expect(Number(step.outputs.files)).toBeGreaterThan(5);
    }
    const reports = 'json=all.json markdown=all.md csv=all.csv';
    const joined = await runStep(folder, { inputs: { merge: 'part-*.json', reports } });
    const read = (): readonly string[] =>
      ['all.json', 'all.md', 'all.csv'].map((name) => readFileSync(join(folder, name), 'utf8'));
    const [json, ...others] = read();
    const whole = await runStep(folder, { inputs: { paths: 'lists', reports } });
    const [wholeJson, ...wholeOthers] = read();
    expect(JSON.parse(json ?? '')).toEqual(JSON.parse(wholeJson ?? ''));
    expect(others).toEqual(wholeOthers);
    const seen = ({ code, commands, summary, outputs }: typeof joined) => ({
      code,
      commands,
      summary,
      outputs,
    });
    expect(seen(joined)).toEqual(seen(whole));
    expect(joined.code).toBe(1);
  });
});
void [commitAll, git];

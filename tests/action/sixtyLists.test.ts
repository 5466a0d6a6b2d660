import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { run } from '../cli/qingdan.ts';
import { type SixtyLists, sixtyLists } from './sixtyLists.ts';
import { commitAll, pullRequest, repository, runStep, type StepResult } from './step.ts';

const guide = fileURLToPath(new URL('../../docs/github-actions.md', import.meta.url));

let lists: SixtyLists;
let changes: Readonly<Record<string, string>> = {};

beforeAll(async () => {
  lists = await sixtyLists();
  changes = Object.fromEntries(lists.broken.map(({ path, text }) => [path, text]));
});

/** Where the findings of a step are, and of which rules. */
function found({
  commands,
}: StepResult): readonly { readonly place: string; readonly rule: string | undefined }[] {
  return commands.flatMap(({ properties: { file, line, title } }) =>
    file === undefined ? [] : [{ place: `${file}:${line}`, rule: /\((.*)\)$/.exec(title ?? '')?.[1] }],
  );
}

describe('a repository of sixty lists', () => {
  it('is sound, and passes', async () => {
    const step = await runStep(repository(lists.files), { inputs: { paths: 'lists' } });
    expect(step.annotations).toEqual([]);
    expect(step.outputs).toMatchObject({ files: '60', errors: '0', warnings: '0', infos: '0', failed: '0' });
    expect(step.code).toBe(0);
  });

  it('fails on a pull request that breaks five, with these five findings at the lines that were changed', async () => {
    const folder = repository(lists.files);
    const request = pullRequest(folder, changes);
    const step = await runStep(folder, { ...request, inputs: { paths: 'lists', language: 'en' } });
    expect(step.code).toBe(1);
    const places = lists.broken.map(({ path, line }) => `${path}:${line}`);
    expect(
      found(step)
        .map(({ place }) => place)
        .sort(),
    ).toEqual([...places].sort());
    for (const [i, { rules }] of lists.broken.entries()) {
      expect(rules).toContain(found(step).find(({ place }) => place === places[i])?.rule);
    }
    expect(shownInGuide([...step.annotations, ...step.messages])).toBe(true);
  });

  it('passes once the five are in the baseline of the branch that it goes into', async () => {
    const folder = repository({ ...lists.files, ...changes });
    const update = await run(['check', 'lists', '--baseline', 'known.json', '--update-baseline'], {
      cwd: folder,
    });
    expect(update.code).toBe(0);
    commitAll(folder, 'known');
    const inputs = { paths: 'lists', baseline: 'known.json' };
    const touched = lists.broken[0]?.path ?? '';
    const request = pullRequest(folder, { [touched]: `${changes[touched]}\n` });
    const known = await runStep(folder, { ...request, inputs: { ...inputs, 'config-from': 'base' } });
    expect(known.annotations).toEqual([]);
    expect(known.outputs).toMatchObject({
      errors: '0',
      warnings: '0',
      suppressed: '5',
      conclusion: 'success',
    });
  });

  it('checked in four parts that are joined gives what one run gives', async () => {
    const folder = repository({ ...lists.files, ...changes });
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
    const reports = 'json=all.json html=all.html csv=all.csv';
    const joined = await runStep(folder, { inputs: { merge: 'part-*.json', reports } });
    const read = (): readonly string[] =>
      ['all.json', 'all.html', 'all.csv'].map((name) => readFileSync(join(folder, name), 'utf8'));
    const [json, ...others] = read();
    const whole = await runStep(folder, { inputs: { paths: 'lists', reports } });
    const [wholeJson, ...wholeOthers] = read();
    expect(JSON.parse(json ?? '')).toEqual(JSON.parse(wholeJson ?? ''));
    expect(others).toEqual(wholeOthers);
    const seen = ({ code, commands, summary, outputs }: StepResult) => ({ code, commands, summary, outputs });
    expect(seen(joined)).toEqual(seen(whole));
    expect(found(joined)).toHaveLength(5);
  });
});

/** Whether the guide quotes these lines; `UPDATE=1` writes them there. */
function shownInGuide(told: readonly string[]): boolean {
  const [begin, end] = ['<!-- sixty:begin -->', '<!-- sixty:end -->'];
  const page = readFileSync(guide, 'utf8');
  const quoted = `${begin}\n\n\`\`\`text\n${told.join('\n')}\n\`\`\`\n\n${end}`;
  const [before = '', rest = ''] = page.split(begin);
  const wanted = before + quoted + (rest.split(end)[1] ?? '');
  if (process.env.UPDATE === '1') writeFileSync(guide, wanted);
  return process.env.UPDATE === '1' || page === wanted;
}

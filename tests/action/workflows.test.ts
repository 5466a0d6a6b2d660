import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { githubParser } from './githubParser.ts';
import { ACTION } from './step.ts';

const { NoOperationTraceWriter, parseAction, parseWorkflow } = await githubParser();

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (name: string): string => readFileSync(`${root}${name}`, 'utf8');

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly {
    readonly id?: string;
    readonly uses?: string;
    readonly run?: string;
    readonly with?: Readonly<Record<string, unknown>>;
  }[];
  readonly 'timeout-minutes'?: number;
}

interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** A workflow with where it stands. */
interface Named {
  readonly name: string;
  readonly text: string;
}

const OWN: readonly Named[] = readdirSync(`${root}.github/workflows`).map((file) => ({
  name: `.github/workflows/${file}`,
  text: read(`.github/workflows/${file}`),
}));

/** Every block of YAML in the pages for users that is a workflow. */
const SHOWN: readonly Named[] = ['docs/github-actions.md', 'README.md', 'README.zh-CN.md'].flatMap((page) =>
  [...read(page).matchAll(/^```yaml\n(.*?)^```/gms)]
    .map(([, text = ''], index) => ({ name: `${page}, YAML ${index + 1}`, text }))
    .filter(({ text }) => /^jobs:/m.test(text)),
);

const jobsOf = ({ text }: Named): readonly Job[] => Object.values((parse(text) as Workflow).jobs);
const stepsOf = (workflow: Named): Job['steps'] => jobsOf(workflow).flatMap(({ steps }) => steps);

/** What GitHub's own parser says of a workflow. */
function problemsOf({ name, text }: Named): readonly string[] {
  const { context } = parseWorkflow({ name, content: text }, new NoOperationTraceWriter());
  return context.errors.getErrors().map(({ message }) => message);
}

describe('workflows', () => {
  it.each([...OWN, ...SHOWN])('$name is what GitHub takes', (workflow) => {
    expect(problemsOf(workflow)).toEqual([]);
  });

  it.each([...OWN, ...SHOWN])(
    '$name gives the action inputs that it has, and asks for outputs that it gives',
    (workflow) => {
      const own = stepsOf(workflow).filter(({ uses }) => uses === './' || uses?.startsWith('qingdan-lint/'));
      expect(
        own.flatMap((step) => Object.keys(step.with ?? {})).filter((name) => !(name in ACTION.inputs)),
      ).toEqual([]);
      const ids = own.flatMap(({ id }) => id ?? []);
      const asked = [...workflow.text.matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)].filter(([, id]) =>
        ids.includes(id ?? ''),
      );
      expect(
        asked.map(([, , output]) => output).filter((output) => !((output ?? '') in ACTION.outputs)),
      ).toEqual([]);
    },
  );

  it.each(OWN)('$name pins every action to a commit, and says which version it is', ({ text }) => {
    const uses = [...text.matchAll(/uses: (.*)$/gm)].map(([, words = '']) => words);
    expect(
      uses.filter(
        (words) => words !== './' && !/^[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(words),
      ),
    ).toEqual([]);
  });

  it.each([...OWN, ...SHOWN])('$name has no more rights than it needs', (workflow) => {
    const { permissions } = parse(workflow.text) as Workflow;
    expect(permissions).toBeDefined();
    for (const rights of [permissions ?? {}, ...jobsOf(workflow).map((job) => job.permissions ?? {})]) {
      for (const [scope, level] of Object.entries(rights)) {
        const wanted = ['contents: read', 'security-events: write'];
        if (workflow.name.endsWith('release.yml')) wanted.push('id-token: write', 'contents: write');
        expect(wanted).toContain(`${scope}: ${level}`);
      }
    }
  });

  it.each(OWN)('$name ends by itself, and runs nothing that an event wrote', (workflow) => {
    expect(jobsOf(workflow).filter((job) => job['timeout-minutes'] === undefined)).toEqual([]);
    const scripts = stepsOf(workflow).flatMap(({ run }) => run ?? []);
    expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
    expect(workflow.text).not.toMatch(/pull_request_target|secrets\./);
  });

  it('of a release has the right to publish in one job only, behind the gates', () => {
    const { jobs, permissions } = parse(read('.github/workflows/release.yml')) as Workflow & {
      readonly jobs: Readonly<Record<string, Job & { readonly needs?: string }>>;
    };
    expect(permissions).toEqual({});
    const publishing = Object.entries(jobs).filter(([, job]) => job.permissions?.['id-token'] === 'write');
    expect(publishing.map(([name]) => name)).toEqual(['publish']);
    expect(jobs.publish?.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
    expect(jobs.publish).toMatchObject({ needs: 'gates', environment: 'npm' });
  });

  it('of the project run the gates on every system and Node', () => {
    const { jobs } = parse(read('.github/workflows/ci.yml'));
    expect(jobs.gates.strategy.matrix).toEqual({
      os: ['ubuntu-latest', 'windows-latest', 'macos-latest'],
      node: [20, 22, 24],
    });
    expect(jobs.gates.steps.at(-1).run).toBe('.ci/run');
  });

  it('would be caught with a word that GitHub does not know', () => {
    const [first] = SHOWN;
    const text = (first?.text ?? '').replace('runs-on:', 'run-on:');
    expect(problemsOf({ name: 'wrong', text }).length).toBeGreaterThan(0);
  });
});

describe('action.yml', () => {
  it('is what GitHub takes', () => {
    const file = { name: 'action.yml', content: read('action.yml') };
    const { context } = parseAction(file, new NoOperationTraceWriter());
    expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
    expect(ACTION.runs).toEqual({ using: 'node24', main: 'action/index.js' });
  });

  it('and the guide name the same inputs and outputs, with the same defaults', () => {
    const page = read('docs/github-actions.md');
    const rowsOf = (heading: string): readonly string[] =>
      (page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '')
        .split('\n')
        .filter((line) => line.startsWith('| `'));
    const namesOf = (row: string): readonly string[] =>
      [...(row.split('|')[1] ?? '').matchAll(/`([\w-]+)`/g)].map((match) => match[1] ?? '');
    const inputs = rowsOf('Inputs');
    expect(inputs.flatMap(namesOf).sort()).toEqual(Object.keys(ACTION.inputs).sort());
    for (const row of inputs) {
      const shown = /^`(.*)`$/.exec(row.split('|')[3]?.trim() ?? '')?.[1];
      const [name = ''] = namesOf(row);
      if (name !== 'fail-on') expect([name, shown]).toEqual([name, ACTION.inputs[name]?.default]);
    }
    expect(rowsOf('Outputs').flatMap(namesOf).sort()).toEqual(Object.keys(ACTION.outputs).sort());
  });
});

describe('other places that run the tool', () => {
  it('.pre-commit-hooks.yaml has what pre-commit asks for, and looks at folders of lists only', () => {
    const hooks = parse(read('.pre-commit-hooks.yaml')) as readonly Readonly<Record<string, unknown>>[];
    expect(hooks.map(({ id, entry, language }) => ({ id, entry, language }))).toEqual([
      { id: 'qingdan', entry: 'qingdan check', language: 'node' },
    ]);
    const files = new RegExp(String(hooks[0]?.files));
    expect(['lists/a.md', '清单/乙/b.txt', 'x/lists/c.csv'].filter((name) => !files.test(name))).toEqual([]);
    expect(
      ['README.md', 'lists.md', 'lists/a.docx', 'mylists/a.md'].filter((name) => files.test(name)),
    ).toEqual([]);
  });

  it('every other block of YAML in the guide is YAML', () => {
    const blocks = [...read('docs/github-actions.md').matchAll(/^```yaml\n(.*?)^```/gms)];
    expect(blocks).toHaveLength(6);
    for (const [, text = ''] of blocks) expect(parse(text)).toBeTypeOf('object');
  });
});

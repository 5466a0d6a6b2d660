import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import type { PlainDocument } from '../support/layouts/plain.ts';
import { schemaErrors } from '../support/reportSchema.ts';
import { placeOf, township } from '../support/townships.ts';
import { emptyFolder, run } from './qingdan.ts';
import { townDraft as draft, SMALL } from './townDrafts.ts';

const RULES = ['same-county-departments', 'same-item-differs'];

function folderOf(drafts: Readonly<Record<string, string>>): string {
  return emptyFolder(drafts);
}

async function check(cwd: string, ...args: string[]): Promise<Report> {
  const { stdout, stderr } = await run(['check', '.', '-f', 'json', ...args], { cwd });
  expect(stderr).toBe('');
  const report = JSON.parse(stdout) as Report;
  expect(schemaErrors(report)).toEqual([]);
  return report;
}

/** What the two rules say, by file. */
function found({ files }: Report): readonly string[] {
  return files.flatMap(({ path, findings }) =>
    findings
      .filter(({ ruleId }) => RULES.includes(ruleId))
      .map(({ ruleId, severity, excerpt, message, location: { item } }) =>
        [path, ruleId, severity, item, excerpt, message].join(' | '),
      ),
  );
}

function outcomes({ files }: Report): readonly string[] {
  return files.map(({ path, rules }) => {
    const own = rules.filter(({ id }) => RULES.includes(id));
    return `${path} ${own.map((rule) => (rule.status === 'notApplicable' ? rule.reason : rule.status)).join(' ')}`;
  });
}

const towns = (county: number, count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, town) => [`${county}/${town}.md`, draft({ county, town })]),
  );

/** The item that a township of the first county has as its `n`th, with two departments or more. */
function cellOf(
  document: PlainDocument,
  departments: number,
): { name: string; cell: string; number: string } {
  const list = document.lists.find(({ kind }) => kind === 'coordinating');
  const item = list?.items.find((one) => (one.departments ?? '').split('、').length === departments);
  return { name: item?.name ?? '', cell: item?.departments ?? '', number: item?.number ?? '' };
}

const NOTHING = '检查的内容里没有同县其他乡镇的配合清单';

describe('townships of one county', () => {
  test('that agree are silent, and are not compared with those of another county', async () => {
    // The two counties have other items, and by chance the same: nothing is said of either.
    const report = await check(
      folderOf({ ...towns(0, 3), ...towns(1, 2), 'alone.md': draft({ county: 5, town: 0 }) }),
    );
    expect(found(report)).toEqual([]);
    expect(outcomes(report)).toEqual([
      `alone.md ${NOTHING} ${NOTHING}`,
      ...['0/0', '0/1', '0/2', '1/0', '1/1'].map((name) => `${name}.md passed passed`),
    ]);
  });

  test('are told which of them writes a department in another way, once in each document', async () => {
    const cwd = folderOf({
      ...towns(0, 5),
      '0/3.md': draft({ county: 0, town: 3 }, (text) => text.replaceAll('住房和城乡建设局', '住建局')),
    });
    const report = await check(cwd);
    const forms = found(report);
    expect(forms).toHaveLength(1);
    expect(forms[0]).toMatch(
      /^0\/3\.md \| same-county-departments \| warning \| \d+ \| 县?住建局 \| “住建局”在同县4个乡镇的清单里写作“住房和城乡建设局”（例如.+镇）。请全县统一写法$/,
    );
  });

  test('are told where an item has other departments than most of them give it', async () => {
    const { cell, number } = cellOf(township({ county: 0, town: 2 }, SMALL), 2);
    const [one = '', other = ''] = cell.split('、');
    const cwd = folderOf({
      ...towns(0, 4),
      '0/2.md': draft({ county: 0, town: 2 }, (text) =>
        text.replace(`| ${cell} |`, `| ${one} |`).replaceAll(`县${other}：`, `${one}：`),
      ),
    });
    const example = placeOf({ county: 0, town: 0 }).town;
    expect(found(await check(cwd))).toEqual([
      `0/2.md | same-item-differs | info | ${number} | ${one} | 同一事项在同县3个乡镇的清单里对应“${[one, `县${other}`].sort().join('、')}”（例如${example}），这里少了县${other}。请核对`,
    ]);
  });

  test('give one finding where sixty of them are divided, not fifty-nine', async () => {
    const { cell, name } = cellOf(township({ county: 0, town: 0 }, SMALL), 1);
    const drafts = Object.fromEntries(
      Array.from({ length: 60 }, (_, town) => [
        `${town}.md`,
        draft({ county: 0, town }, (text) =>
          town % 3 === 0
            ? text
            : text.replace(`${name} | ${cell} |`, `${name} | ${town % 3 === 1 ? '县档案馆' : '县气象局'} |`),
        ),
      ]),
    );
    const divided = found(await check(folderOf(drafts)));
    expect(divided).toHaveLength(1);
    expect(divided[0]).toMatch(
      /同一事项在同县60个乡镇的清单里对应的部门不一：“[^”]+”（.+等20个）、“[^”]+”（.+等20个）、/,
    );
  });

  test('say the same however the run was made: in threads, from memory, in parts that are merged', async () => {
    const cwd = folderOf({
      ...towns(0, 3),
      ...towns(1, 2),
      '0/1.md': draft({ county: 0, town: 1 }, (text) =>
        text.replaceAll('农业农村局', '农业局').replaceAll('市场监督管理局', '市场监管局'),
      ),
      '1/1.md': draft({ county: 1, town: 1 }, (text) => text.replaceAll('卫生健康委员会', '卫健委')),
      '.gitignore': 'part*.json\n',
    });
    const whole = await run(['check', '.', '-f', 'json'], { cwd });
    expect(found(JSON.parse(whole.stdout) as Report).length).toBeGreaterThan(1);
    expect(await run(['check', '.', '-f', 'json', '-j', '3', '--cache'], { cwd })).toEqual(whole);
    expect(await run(['check', '.', '-f', 'json', '--cache'], { cwd })).toEqual(whole);
    const args = ['-f', 'json=part1.json', '-q', '--shard'];
    await run(['check', '.', ...args, '1/2'], { cwd });
    await run(['check', '.', '-f', 'json=part2.json', '-q', '--shard', '2/2'], { cwd });
    expect(await run(['merge', 'part1.json', 'part2.json', '-f', 'json'], { cwd })).toEqual(whole);
    // Complete reports are compared anew as well; what each of them found by itself is not counted twice.
    await run(['check', '0', '-f', 'json=part1.json', '-q'], { cwd });
    await run(['check', '1', '-f', 'json=part2.json', '-q'], { cwd });
    expect(await run(['merge', 'part1.json', 'part2.json', '-f', 'json'], { cwd })).toEqual(whole);
  });

  test('are in a baseline like other findings, also where parts of a run are merged', async () => {
    const odd = (text: string) => text.replaceAll('农业农村局', '农业局').replaceAll('公安局', '县公安局');
    const cwd = folderOf({ ...towns(0, 4), '0/1.md': draft({ county: 0, town: 1 }, odd) });
    expect(found(await check(cwd)).length).toBeGreaterThan(0);
    await run(['check', '.', '--baseline', 'known.json', '--update-baseline', '-q'], { cwd });
    const args = ['check', '.', '--baseline', 'known.json', '-q', '-f'];
    const whole = await run([...args, 'json'], { cwd });
    const { summary, baseline } = JSON.parse(whole.stdout) as Report;
    expect(summary).toMatchObject({ errors: 0, warnings: 0, infos: 0 });
    expect(baseline?.gone).toEqual([]);
    for (const part of ['1', '2'])
      await run([...args, `json=part${part}.json`, '--shard', `${part}/2`], { cwd });
    expect((await run(['merge', 'part1.json', 'part2.json', '-f', 'json'], { cwd })).stdout).toBe(
      whole.stdout,
    );
    // Of a report that was complete, what its baseline knew stays known when it is compared anew.
    await run([...args, 'json=all.json'], { cwd });
    expect((await run(['merge', 'all.json', '-f', 'json'], { cwd })).stdout).toBe(whole.stdout);
  });

  test('can be told to leave one place, or one file, alone', async () => {
    const odd = (text: string) => text.replaceAll('住房和城乡建设局', '住建局');
    const ignored = (text: string) =>
      `<!-- qingdan-ignore-file same-county-departments -- 批复原文 -->\n\n${odd(text)}`;
    const cwd = folderOf({ ...towns(0, 4), '0/1.md': draft({ county: 0, town: 1 }, ignored) });
    const report = await check(cwd);
    expect(found(report)).toEqual([]);
    expect(
      report.files[1]?.suppressed.map(({ by, reason, finding }) => [by, reason, finding.ruleId]),
    ).toEqual([['ignore', '批复原文', 'same-county-departments']]);
    const off = folderOf({
      ...towns(0, 4),
      '0/1.md': draft({ county: 0, town: 1 }, odd),
      'qingdan.config.yaml': 'overrides: [ { files: 0/1.md, rules: { same-county-departments: off } } ]\n',
    });
    expect(found(await check(off))).toEqual([]);
  });

  test('cannot be compared where nothing says whose list it is', async () => {
    const unknown = (text: string) => text.replace(/^(#+ ).*镇(?=基本|配合|上级|履职)/gm, '$1');
    const report = await check(
      folderOf({ ...towns(0, 2), '0/1.md': draft({ county: 0, town: 1 }, unknown) }),
    );
    const reason = '没有读出是哪个县哪个乡镇的配合清单，无法与同县的对照';
    expect(outcomes(report)).toEqual([`0/0.md ${NOTHING} ${NOTHING}`, `0/1.md ${reason} ${reason}`]);
  });

  test('are not compared in two drafts of one township', async () => {
    const report = await check(
      folderOf({
        'new.md': draft({ county: 0, town: 0 }),
        'old.md': draft({ county: 0, town: 0 }, (text) => text.replaceAll('公安局', '民政局')),
      }),
    );
    expect(outcomes(report)).toEqual([`new.md ${NOTHING} ${NOTHING}`, `old.md ${NOTHING} ${NOTHING}`]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Check } from '../../src/checks/check.ts';
import { usedWords } from '../../src/engine/formatUse.ts';
import { lint, lintWith } from '../../src/engine/lint.ts';
import { formatWords } from '../../src/ruleset/formatWords.ts';
import { documentOf, rowsNumbered, testRule } from '../support/document.ts';

const document = documentOf({
  lists: [{ kind: 'basic', title: '柳河镇基本履职事项清单', rows: rowsNumbered(['1', '2']) }],
  statements: [{ phrase: '共有基本履职事项2项', what: 'items', list: 'basic', stated: 2 }],
});
const made = (run: Check['run']): ReadonlyMap<string, Check> =>
  new Map([['made', { kind: 'made', options: {}, variants: { default: [] }, run }]]);

describe('whoever watches a run', () => {
  it('gets what a rule threw, stack and all, while the report says it in a sentence', () => {
    const failures: unknown[] = [];
    const broken = new TypeError('no such thing');
    const kinds = made(() => {
      throw broken;
    });
    const report = lintWith(kinds, document, [testRule('made')], 'zh', {
      onFailure: (error) => failures.push(error),
    });
    expect(failures).toEqual([broken]);
    expect(report.error?.code).toBe('internal');
  });

  it('gets the time of each rule by its own clock', () => {
    let now = 0;
    const times: unknown[] = [];
    const kinds = made(() => {
      now += 7;
      return [];
    });
    const rules = [
      testRule('made', { id: 'a' }),
      testRule('made', { id: 'b' }),
      testRule('made', { severity: 'off' }),
    ];
    lintWith(kinds, document, rules, 'zh', { now: () => now, onTime: (id, time) => times.push([id, time]) });
    expect(times).toEqual([
      ['a', 7],
      ['b', 7],
    ]);
  });

  it('gets the pieces of rules that matched', () => {
    const used: unknown[] = [];
    const rule = testRule('terms', {
      id: 'words',
      options: { entries: [{ wrong: '没有' }, { wrong: '走访' }] },
    });
    const report = lint(document, [rule], 'zh', { onUse: (id, piece) => used.push([id, piece]) });
    expect(used).toEqual([
      ['words', 1],
      ['words', 1],
    ]);
    expect(report.findings).toHaveLength(2);
  });

  it('changes nothing of the report', () => {
    const rule = testRule('sequence', { options: { start: 5 } });
    const watch = {
      now: () => 0,
      onTime: () => undefined,
      onUse: () => undefined,
      onFailure: () => undefined,
    };
    expect(lint(document, [rule], 'zh', watch)).toEqual(lint(document, [rule], 'zh'));
  });
});

it('the words of a format that occur in a document are told, whole phrases and units included', () => {
  const words = formatWords({
    id: 'own',
    title: { zh: '本县', en: 'own' },
    units: ['镇'],
    headers: {
      name: ['事项名称', '任务名称'],
      townshipDuties: { add: ['{unit}配合职责'], remove: ['别的'] },
    },
    lists: { basic: { titles: ['基本履职 事项清单'] } },
    departments: { shortForms: { 民政局: ['民局'] } },
    statements: { items: ['共有{list}{n}项', '列明{n}项'] },
  });
  expect(words.map(({ path, word }) => `${path.join('.')} ${word}`)).toEqual([
    'lists.basic.titles.0 基本履职 事项清单',
    'headers.name.0 事项名称',
    'headers.name.1 任务名称',
    'headers.townshipDuties.add.0 {unit}配合职责',
    'departments.shortForms.民政局.0 民局',
    'statements.items.0 共有{list}{n}项',
    'statements.items.1 列明{n}项',
  ]);
  expect([...usedWords(document, words)].map((index) => words[index]?.word)).toEqual([
    '基本履职 事项清单',
    '事项名称',
    '共有{list}{n}项',
  ]);
});

import { describe, expect, it } from 'vitest';
import { terms } from '../../src/checks/general/terms.ts';
import type { Finding } from '../../src/model/finding.ts';
import { documentOf, testRule } from '../support/document.ts';

const document = documentOf({
  lists: [
    {
      kind: 'basic',
      rows: [
        ['1', '党的建设', '公开村级帐户，登记帐篷'],
        ['2', '党的建设', '配合开展部份宣传，积极配合'],
        ['3', '经济发展', '核对帐目与帐户'],
      ],
    },
  ],
});

function run(
  entries: readonly object[],
  more: object = {},
  used?: (piece: number) => void,
): readonly Finding[] {
  const result = terms.run(document, testRule('terms', { options: { entries, ...more } }), used);
  return 'notApplicable' in result ? [] : result;
}
const cut = ({ span }: Finding): string => document.source.text.slice(span.start, span.end);
const words = (findings: readonly Finding[]): readonly string[] =>
  findings.map((finding) => `${finding.item} ${finding.variant} ${cut(finding)}`);

describe('a table of terms', () => {
  it('reports each wrong word with what is right and why, in order of the text', () => {
    const findings = run([
      { wrong: ['帐户', '帐目'], right: '账户', reason: { zh: '钱物用“账”', en: 'money takes 账' } },
      { wrong: '核对', right: ['比对', '复核'] },
    ]);
    expect(words(findings)).toEqual(['1 term 帐户', '3 term 核对', '3 term 帐目', '3 term 帐户']);
    expect(findings[0]?.data).toEqual({
      wrong: '帐户',
      right: '账户',
      reason: { zh: '钱物用“账”', en: 'money takes 账' },
    });
    expect(findings[1]?.suggestions?.map(({ variant, data }) => [variant, data?.right])).toEqual([
      ['replace', '比对'],
      ['replace', '复核'],
    ]);
  });

  it('takes the longest word at a place, and a shorter one where the longer is right', () => {
    expect(words(run([{ wrong: '帐' }, { wrong: '帐目' }]))).toEqual([
      '1 term 帐',
      '1 term 帐',
      '3 term 帐目',
      '3 term 帐',
    ]);
    expect(words(run([{ wrong: '帐' }, { wrong: '帐目', except: ['帐目与'] }]))).toContain('3 term 帐');
  });

  it('is silent in a context that makes the word right, also one that only overlaps it', () => {
    expect(words(run([{ wrong: '帐', right: '账', except: ['帐篷'] }]))).toEqual([
      '1 term 帐',
      '3 term 帐',
      '3 term 帐',
    ]);
    expect(words(run([{ wrong: '记帐', except: ['登记'] }]))).toEqual([]);
    expect(words(run([{ wrong: '配合', right: '积极配合' }]))).toEqual(['2 term 配合']);
  });

  it('reports what is sure, unless asked for the rest', () => {
    const table = [
      { wrong: '帐户', right: '账户' },
      { wrong: '部份', right: '部分', sure: false },
    ];
    expect(words(run(table))).toEqual(['1 term 帐户', '3 term 帐户']);
    expect(words(run(table, { certainty: 'unsure' }))).toEqual(['2 unsure 部份']);
    expect(words(run(table, { certainty: 'all' }))).toEqual(['1 term 帐户', '2 unsure 部份', '3 term 帐户']);
  });

  it('applies by itself only what is sure and has one right form, and only where told', () => {
    const table = [
      { wrong: '帐户', right: '账户' },
      { wrong: '核对', right: ['比对', '复核'] },
      { wrong: '部份', right: '部分', sure: false },
    ];
    const fixes = run(table, { certainty: 'all', fix: true }).map((finding) => [
      cut(finding),
      finding.fix?.[0]?.text,
    ]);
    expect(fixes).toEqual([
      ['帐户', '账户'],
      ['部份', undefined],
      ['核对', undefined],
      ['帐户', '账户'],
    ]);
  });

  it('says when a word is to be left out', () => {
    const [finding] = run([{ wrong: '积极', right: '' }]);
    expect([finding?.variant, finding?.suggestions?.[0]?.variant]).toEqual(['remove', 'delete']);
  });

  it('tells which words were met, right ones included', () => {
    const used: number[] = [];
    run([{ wrong: ['帐篷', '帐棚'], except: ['登记帐篷'] }, { wrong: '部份' }], {}, (piece) =>
      used.push(piece),
    );
    expect([...new Set(used)].sort()).toEqual([0, 2]);
  });

  it('takes time by the length of the text, however many words there are', () => {
    // One look for each word at each place would not end within the time a test has.
    const many = Array.from({ length: 50_000 }, (_, i) => ({
      wrong: `词${String(i).padStart(5, '0')}`,
      except: ['词典'],
    }));
    const long = documentOf({
      lists: [{ kind: 'basic', rows: [['1', '党的建设', '词'.repeat(2_000_000)]] }],
    });
    const rule = testRule('terms', { options: { entries: many } });
    expect(terms.run(long, rule)).toEqual([]);
  });
});

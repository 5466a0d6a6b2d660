import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixesOf, nextPass } from '../../src/engine/fixChoice.ts';
import { applyEdits, composeEdits } from '../../src/engine/fixEdits.ts';
import { fixText, MAX_PASSES } from '../../src/engine/fixText.ts';
import type { FileReport, ReportEdit, ReportedFinding } from '../../src/model/report.ts';
import { sampleFinding } from '../reports/sampleReport.ts';

function reportOf(
  findings: readonly ReportedFinding[],
  items = 3,
  error: FileReport['error'] = null,
): FileReport {
  return {
    path: 'lists.md',
    reader: 'markdown',
    format: 'base',
    lists: [{ kind: 'basic', title: null, items, categories: [], departments: [] }],
    statedCounts: [],
    rules: [],
    unread: [],
    ignores: [],
    findings,
    suppressed: [],
    error,
  };
}

function fixing(ruleId: string, ...edits: readonly (readonly [number, number, string])[]): ReportedFinding {
  return sampleFinding({
    ruleId,
    suggestions: [],
    fix: { edits: edits.map(([start, end, text]) => ({ start, end, text })) },
  });
}

/** A check that replaces the first of each of these words by another. */
function replacing(words: Readonly<Record<string, readonly [string, string]>>) {
  return async (text: string): Promise<FileReport> =>
    reportOf(
      Object.entries(words).flatMap(([ruleId, [found, expected]]) => {
        const at = text.indexOf(found);
        return at < 0 ? [] : [fixing(ruleId, [at, at + found.length, expected])];
      }),
    );
}

/** Sets of edits, each in order, apart from each other and within the text that the ones before it left. */
const textAndPasses = fc
  .tuple(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.array(
      fc.array(fc.tuple(fc.nat(8), fc.nat(4), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 5 }),
      { maxLength: 4 },
    ),
  )
  .map(([text, plans]) => {
    let current = text;
    const passes = plans.map((plan) => {
      const edits: ReportEdit[] = [];
      let at = 0;
      for (const [gap, length, words] of plan) {
        const start = Math.min(current.length, at + gap);
        const end = Math.min(current.length, start + length);
        edits.push({ start, end, text: words });
        at = end + 1;
        if (at > current.length) break;
      }
      current = applyEdits(current, edits);
      return edits;
    });
    return { text, passes, result: current };
  });

describe('edits', () => {
  it('that were applied one set after the other amount to one set', () => {
    fc.assert(
      fc.property(textAndPasses, ({ text, passes, result }) => {
        expect(applyEdits(text, composeEdits(text, passes))).toBe(result);
      }),
    );
  });

  it('that come to nothing in the end are none', () => {
    const passes = [[{ start: 1, end: 2, text: 'xy' }], [{ start: 1, end: 3, text: 'b' }]];
    expect(composeEdits('abc', passes)).toEqual([]);
  });

  it('are told at their smallest, and a pair of surrogates stays whole', () => {
    expect(composeEdits('党的建没', [[{ start: 0, end: 4, text: '党的建设' }]])).toEqual([
      { start: 3, end: 4, text: '设' },
    ]);
    expect(composeEdits('\u{20000}', [[{ start: 0, end: 2, text: '\u{20001}' }]])).toEqual([
      { start: 0, end: 2, text: '\u{20001}' },
    ]);
  });
});

describe('which fixes go together', () => {
  const text = '0123456789';
  const pass = (...findings: readonly ReportedFinding[]) => {
    const { now, waiting } = nextPass(fixesOf(text, reportOf(findings), new Set()));
    return { now: now.map(({ ruleId }) => ruleId), waiting };
  };

  it('the first by place goes first; one that overlaps or touches it waits', () => {
    expect(pass(fixing('late', [3, 5, 'x']), fixing('early', [2, 4, 'y']))).toEqual({
      now: ['early'],
      waiting: true,
    });
    expect(pass(fixing('a', [2, 4, 'x']), fixing('b', [4, 5, 'y']))).toEqual({ now: ['a'], waiting: true });
    expect(pass(fixing('a', [2, 4, 'x']), fixing('b', [5, 6, 'y']))).toEqual({
      now: ['a', 'b'],
      waiting: false,
    });
  });

  it('a fix between the places of another one waits', () => {
    expect(pass(fixing('pair', [1, 2, '“'], [8, 9, '”']), fixing('inside', [4, 5, '']))).toEqual({
      now: ['pair'],
      waiting: true,
    });
  });

  it('a fix that swallows a line break, or changes one place twice, is none', () => {
    const findings = [fixing('break', [2, 5, 'x']), fixing('twice', [6, 8, 'x'], [7, 9, 'y'])];
    expect(fixesOf('012\n456789', reportOf(findings), new Set())).toEqual([]);
  });

  it('suggestions count for the rules named, and the first of them only', () => {
    const finding = sampleFinding({
      ruleId: 'a',
      suggestions: [
        { message: '', edits: [{ start: 0, end: 1, text: 'x' }] },
        { message: '', edits: [{ start: 0, end: 1, text: 'y' }] },
      ],
    });
    expect(fixesOf(text, reportOf([finding]), new Set(['b']))).toEqual([]);
    expect(fixesOf(text, reportOf([finding]), new Set(['a']))).toEqual([
      { ruleId: 'a', edits: [{ start: 0, end: 1, text: 'x' }] },
    ]);
  });
});

describe('fixing a text', () => {
  it('goes on until nothing is left, and tells what was done', async () => {
    const fixed = await fixText('。，。，一,二', replacing({ marks: ['。，', '。'], width: [',', '，'] }));
    expect({ ...fixed, before: null, after: fixed.after.findings }).toEqual({
      text: '。。一，二',
      edits: [
        { start: 1, end: 2, text: '' },
        { start: 3, end: 4, text: '' },
        { start: 5, end: 6, text: '，' },
      ],
      before: null,
      after: [],
      fixed: new Map([
        ['marks', 2],
        ['width', 1],
      ]),
      stopped: null,
    });
  });

  it('stops where fixes undo each other, in the same state whichever came first', async () => {
    const check = replacing({ there: ['甲', '乙'], back: ['乙', '甲'] });
    const one = await fixText('甲方', check);
    expect([one.text, one.edits, one.fixed.size]).toEqual(['甲方', [], 0]);
    expect(one.stopped).toEqual({ why: 'circular', rules: ['there', 'back'] });
    expect((await fixText('乙方', check)).text).toBe('乙方');
  });

  it('stops after ten passes', async () => {
    const growing = async (text: string) => reportOf([fixing('more', [text.length, text.length, '啊'])]);
    const fixed = await fixText('', growing);
    expect([fixed.text.length, fixed.stopped]).toEqual([MAX_PASSES, { why: 'passes', rules: ['more'] }]);
  });

  it('leaves out fixes that would cost a list, an item, or the whole file', async () => {
    for (const worse of [
      reportOf([], 2),
      { ...reportOf([]), lists: [] },
      reportOf([], 3, { code: 'no-list', message: '' }),
    ]) {
      const check = async (text: string) => (text === 'ab' ? reportOf([fixing('bad', [0, 1, ''])]) : worse);
      const fixed = await fixText('ab', check);
      expect([fixed.text, fixed.stopped]).toEqual(['ab', { why: 'damage', rules: ['bad'] }]);
    }
  });

  it('changes nothing in a file that cannot be checked', async () => {
    const check = async () => reportOf([fixing('a', [0, 1, ''])], 0, { code: 'no-items', message: '' });
    expect((await fixText('ab', check)).text).toBe('ab');
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { pattern } from '../../src/checks/general/pattern.ts';
import type { Rule } from '../../src/model/rule.ts';
import { loadEngine } from '../../src/patterns/pattern.ts';
import { documentOf, testRule } from '../support/document.ts';
import { type Found, findIn } from '../support/found.ts';

const document = documentOf({
  title: '青石县柳河镇履职事项清单（试行）',
  lists: [
    {
      kind: 'basic',
      title: '柳河镇基本履职事项清单',
      rows: [
        ['1', '党的建设', '做好做好村级\n活动场所管理等等'],
        ['2', '经济发展', '统计2024年用电量'],
      ],
    },
    {
      kind: 'coordinating',
      rows: [
        ['1', '民生服务', '残疾人证换发', '县残联', '1.负责复核；\n2.负责制证。', '负责收集等等工作。'],
        ['2', '平安法治', '夜间巡查', '县公安局', '负责巡查', '配合巡查。'],
      ],
    },
  ],
});

const options = (...patterns: readonly object[]): Partial<Rule> => ({ options: { patterns } });
/** Place, variant and words of each finding. */
function found(changes: Partial<Rule>): readonly string[] | string {
  const findings = findIn(document, 'pattern', changes);
  if (typeof findings === 'string') return findings;
  return findings.map(({ at, variant, excerpt }) => `${at} ${variant} ${JSON.stringify(excerpt)}`);
}

beforeAll(loadEngine);

describe('a pattern that must not match', () => {
  it('is reported at each match, in every text of the document', () => {
    expect(found(options({ forbid: '等等' }))).toEqual([
      'basic 1 name forbidden "等等"',
      'coordinating 1 townshipDuties forbidden "等等"',
    ]);
    expect(found(options({ forbid: '（试行）' }))).toEqual(['- - - forbidden "（试行）"']);
  });

  it('is looked for in the lists, columns, categories and parts that the rule names', () => {
    const rule = options({ forbid: '[。县等]' });
    expect(found({ ...rule, on: { column: 'departments' } })).toEqual([
      'coordinating 1 departments forbidden "县"',
      'coordinating 2 departments forbidden "县"',
    ]);
    expect(found({ ...rule, on: { lists: ['coordinating'], categories: ['平安 法治'] } })).toEqual([
      'coordinating 2 departments forbidden "县"',
      'coordinating 2 townshipDuties forbidden "。"',
    ]);
    expect(found({ ...rule, on: { parts: ['title'] } })).toEqual(['- - - forbidden "县"']);
    expect(found({ ...rule, on: { parts: ['contents'] } })).toBe('文中没有规则要看的内容（见规则的 on）');
  });

  it('finds words over a line break in a name, and the ends of lines in a cell of clauses', () => {
    expect(found({ ...options({ forbid: '村级活动' }), on: { column: 'name' } })).toEqual([
      'basic 1 name forbidden "村级\\n活动"',
    ]);
    expect(found({ ...options({ forbid: '^\\d\\..*[；。]$' }), on: { column: 'superiorDuties' } })).toEqual([
      'coordinating 1 superiorDuties forbidden "1.负责复核；"',
      'coordinating 1 superiorDuties forbidden "2.负责制证。"',
    ]);
  });

  it('leaves out what an exception covers or overlaps', () => {
    expect(found(options({ forbid: '等', except: ['等等'] }))).toEqual([]);
    expect(found(options({ forbid: '等', except: ['理等'] }))).toEqual([
      'basic 1 name forbidden "等"',
      'coordinating 1 townshipDuties forbidden "等"',
      'coordinating 1 townshipDuties forbidden "等"',
    ]);
  });

  it('gives its own reason in both languages, and says what stands there', () => {
    const rule = options(
      { forbid: '等等', reason: { zh: '空话', en: 'says nothing' } },
      { forbid: '试行', reason: '草稿' },
    );
    const data = (findIn(document, 'pattern', rule) as readonly Found[]).map((one) => one.data);
    expect(data).toEqual([
      { found: '等等', reason: { zh: '空话', en: 'says nothing' }, pattern: '等等' },
      { found: '等等', reason: { zh: '空话', en: 'says nothing' }, pattern: '等等' },
      { found: '试行', reason: { zh: '草稿', en: '草稿' }, pattern: '试行' },
    ]);
  });

  it('offers its replacement, groups filled in, or applies it where that is safe', () => {
    const run = (entry: object) => {
      const result = pattern.run(
        document,
        testRule('pattern', { ...options(entry), on: { column: 'name' } }),
      );
      const [first] = 'notApplicable' in result ? [] : result;
      const place = first?.span ?? { start: 0, end: 0 };
      return { first, edits: (text: string) => [{ span: place, text }] };
    };
    const twice = run({ forbid: '(?<词>做好)(做好)', replace: '$<词>：$2$$' });
    expect(twice.first?.suggestions).toEqual([
      {
        variant: 'replace',
        data: { found: '做好做好', right: '做好：做好$' },
        edits: twice.edits('做好：做好$'),
      },
    ]);
    const gone = run({ forbid: '等等', replace: '' });
    expect(gone.first?.suggestions?.map(({ variant }) => variant)).toEqual(['remove']);
    const fixed = run({ forbid: '等等', replace: '等', fix: true });
    expect([fixed.first?.fix, fixed.first?.suggestions]).toEqual([fixed.edits('等'), undefined]);
  });
});

it('a pattern that must match is reported where a text of the scope has none', () => {
  expect(found({ ...options({ demand: '[。；]$' }), on: { column: 'superiorDuties' } })).toEqual([
    'coordinating 2 superiorDuties missing "负责巡查"',
  ]);
});

it('patterns that need the engine find what they should', () => {
  expect(found(options({ forbid: '(做好)+' }))).toEqual(['basic 1 name forbidden "做好做好"']);
});

it('tells which patterns matched, reported or not', () => {
  const used: number[] = [];
  const rule = testRule(
    'pattern',
    options({ forbid: '没有' }, { forbid: '等', except: ['等等'] }, { demand: '县' }),
  );
  pattern.run(document, rule, (piece) => used.push(piece));
  expect([...new Set(used)]).toEqual([1, 2]);
  expect(pattern.pieces?.(rule)).toEqual([
    { path: ['options', 'patterns', 0, 'forbid'], label: '没有' },
    { path: ['options', 'patterns', 1, 'forbid'], label: '等' },
    { path: ['options', 'patterns', 2, 'demand'], label: '县' },
  ]);
});

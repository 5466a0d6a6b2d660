import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lint } from '../../src/engine/lint.ts';
import { outline } from '../../src/outline/outline.ts';
import { read } from '../../src/readers/read.ts';
import { currentRuleset } from '../support/builtins.ts';
import { documentOf, type ListPlan, testRule } from '../support/document.ts';

/** Fingerprints of the findings of a basic list with these rows. */
function fingerprints(
  check: string,
  rows: ListPlan['rows'],
  before: readonly string[] = [],
): readonly string[] {
  const document = documentOf({ paragraphs: before, lists: [{ kind: 'basic', rows }] });
  return lint(document, [testRule(check)], 'zh').findings.map((finding) => finding.fingerprint);
}

describe('fingerprints', () => {
  it('stay when lines move and items are renumbered', () => {
    const first = fingerprints('sequence', [
      ['1', '党的建设', '慰问老党员'],
      ['3', '党的建设', '走访农户'],
    ]);
    const later = fingerprints(
      'sequence',
      [
        ['1', '党的建设', '组织学习'],
        ['2', '党的建设', '慰问老党员'],
        ['14', '党的建设', '走访\n农户'],
      ],
      ['编制说明一行'],
    );
    expect(first).toHaveLength(1);
    expect(later).toEqual(first);
  });

  it('differ between two findings of one kind in two items', () => {
    const found = fingerprints('row-shape', [
      ['1', '', '慰问老党员'],
      ['2', '', '走访农户'],
    ]);
    expect(new Set(found).size).toBe(2);
  });

  it('differ between equal findings of items with the same name', () => {
    const found = fingerprints('row-shape', [
      ['1', '', '走访农户'],
      ['2', '', '走访农户'],
    ]);
    expect(new Set(found).size).toBe(2);
  });

  it('differ when the words found differ', () => {
    const rows = (category: string): ListPlan['rows'] => [
      ['1', '党的建设', '慰问老党员'],
      ['2', category, '走访农户'],
      ['3', '党的建设', '组织学习'],
      ['4', '党的建设', '发放读本'],
    ];
    const [one] = fingerprints('vocabulary', rows('党的建没'));
    const [other] = fingerprints('vocabulary', rows('党的健设'));
    expect(one).toBeDefined();
    expect(other).toBeDefined();
    expect(one).not.toBe(other);
  });
});

describe('fingerprints of findings that nobody touched', () => {
  const { rules, formats } = currentRuleset();
  const CHECKED = [
    'fullwidth-punctuation',
    'vague-wording',
    'preferred-terms',
    'repeated-words',
    'trailing-space',
  ];
  const names = Array.from(
    { length: 12 },
    (_, i) =>
      `开展第${'一二三四五六七八九十百千'.charAt(i)}类走访,${i % 3 === 0 ? '扶恤' : '慰问'}困难群众;建立台帐`,
  );

  /** Fingerprints by the name of the item. */
  async function fingerprintsOf(items: readonly string[], firstNumber: number, before: string) {
    const rows = items.map((name, i) => `| ${firstNumber + i} | 民生服务 | ${name} |`);
    const text = [
      before,
      '# 云溪乡基本履职事项清单',
      '',
      '| 序号 | 事项类别 | 事项名称 |',
      '|---|---|---|',
      ...rows,
      '',
    ];
    const document = outline(await read('a.md', new TextEncoder().encode(text.join('\n'))), formats, 'base');
    const { findings } = lint(
      document,
      rules.filter(({ id }) => CHECKED.includes(id)),
      'zh',
    );
    const found = new Map<string, string[]>();
    for (const { subject, fingerprint } of findings)
      found.set(subject.itemName ?? '', [...(found.get(subject.itemName ?? '') ?? []), fingerprint]);
    return found;
  }

  it('stay when others are deleted, added, put in another order or renumbered', async () => {
    const all = await fingerprintsOf(names, 1, '');
    expect(all.size).toBe(names.length);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(names, { minLength: 1 }),
        fc.array(fc.constantFrom('发放政策读本', '排查隐患,上报情况', '登记台帐'), { maxLength: 4 }),
        fc.nat(30),
        fc.constantFrom('', '编制说明：新增一段。\n', '\n\n<!-- 核过 -->\n'),
        async (kept, added, first, before) => {
          const now = await fingerprintsOf([...added, ...kept], first, before);
          for (const name of kept) expect(now.get(name)).toEqual(all.get(name));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('stay when a mark in the name of their item is corrected', async () => {
    const [name = ''] = names;
    const one = (await fingerprintsOf([name], 1, '')).get(name) ?? [];
    const corrected = name.replace(',', '，');
    const other = (await fingerprintsOf([corrected], 1, '')).get(corrected) ?? [];
    expect(one.filter((fingerprint) => !other.includes(fingerprint))).toHaveLength(1);
    expect(other.filter((fingerprint) => !one.includes(fingerprint))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { lint } from '../../src/engine/lint.ts';
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

import { describe, expect, it } from 'vitest';
import { withDepartments } from '../support/countedLists.ts';
import { documentOf } from '../support/document.ts';
import { findIn, shortFindings } from '../support/found.ts';

/** A coordinating list whose items have these department cells. */
function documentWith(...cells: readonly string[]) {
  return documentOf({ lists: [withDepartments(...cells)] });
}
const named = { options: { report: ['none', 'notName'] } };

describe('departments of items', () => {
  it('is silent about names in every sound form', () => {
    const document = documentWith(
      '县委组织部、编办，县人社局',
      '青石县民政局',
      '县残联',
      '民政局',
      '县民政局、公安局等其他负有安全生产监督管理职责的部门',
    );
    expect(findIn(document, 'departments', named)).toEqual([]);
  });

  it('reports a cell that names nobody, and an empty one', () => {
    expect(shortFindings(documentWith('县民政局', '相关部门', ''), 'departments', named)).toEqual([
      'coordinating 2 departments default “相关部门”',
      'coordinating 3 departments empty “”',
    ]);
  });

  it('reports exactly the words that are no department name', () => {
    const document = documentWith('县民政局、王建国');
    expect(shortFindings(document, 'departments', named)).toEqual([
      'coordinating 1 departments notName “王建国”',
    ]);
  });

  it('leaves duties beside the names and names without a separator to the rules about them', () => {
    const document = documentWith('县民政局、组织村民代表到现场查看。', '县民政局县残联');
    expect(shortFindings(document, 'departments', named)).toEqual([]);
  });

  it('reports 有关部门 beside real names only where the rule asks for it', () => {
    const document = documentWith('县民政局、有关部门');
    expect(shortFindings(document, 'departments', named)).toEqual([]);
    expect(shortFindings(document, 'departments', { options: { report: ['nobody'] } })).toEqual([
      'coordinating 1 departments nobody “有关部门”',
    ]);
  });

  it('cannot be applied without a coordinating list', () => {
    const document = documentOf({ lists: [{ kind: 'basic', rows: [['1', '党的建设', '走访']] }] });
    expect(findIn(document, 'departments')).toBe('文中没有带部门一栏的配合履职事项清单');
  });
});

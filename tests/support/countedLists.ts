import { type ListPlan, rowsNumbered, type StatementPlan } from './document.ts';

/** A basic list with these categories, one item each. */
export function listOf(...categories: readonly string[]): ListPlan {
  return {
    kind: 'basic',
    rows: rowsNumbered(
      categories.map((_, i) => String(i + 1)),
      categories,
    ),
  };
}

/** A coordinating list with these department cells. */
export function withDepartments(...cells: readonly string[]): ListPlan {
  return {
    kind: 'coordinating',
    rows: cells.map((cell, i) => [
      String(i + 1),
      '民生服务',
      `第${i + 1}件事`,
      cell,
      '负责复核。',
      '负责收集。',
    ]),
  };
}

/** A statement that names categories of the basic list and how many there are. */
export function categoriesStated(names: readonly string[], stated: number): StatementPlan {
  return {
    phrase: `包括${names.join('、')}等${stated}个类别`,
    what: 'categories',
    list: 'basic',
    stated,
    names,
  };
}

/** A basic list of four items in three categories. */
export const three = listOf('党的建设', '党的建设', '经济发展', '民生服务');

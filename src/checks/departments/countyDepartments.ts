import type { DepartmentName } from '../../grammar/departments.ts';
import { isBranchName, isKnownBase, plainPrefix } from '../../grammar/prefixes.ts';
import type { ListDocument } from '../../model/document.ts';
import { departmentsOf } from '../../outline/reading.ts';
import { baseOf } from './sameDepartment.ts';

const listedByDocument = new WeakMap<ListDocument, ReadonlySet<string>>();

/** Canonical names of all departments that some item of the document lists. */
export function departmentsListed(document: ListDocument): ReadonlySet<string> {
  const known = listedByDocument.get(document);
  if (known) return known;
  const names = document.lists.flatMap((list) =>
    list.items.flatMap((item) => departmentsOf(document, item)?.names ?? []),
  );
  const listed = new Set(names.map((name) => name.canonical));
  listedByDocument.set(document, listed);
  return listed;
}

/** Whether a name brings the prefix of the county: 县, 县委, 昭苏县. */
export function isCountys(name: DepartmentName, { format }: ListDocument): boolean {
  return /^[县市区旗]/.test(plainPrefix(name.prefix, format.departments));
}

/** Endings of bodies that are departments wherever they stand. */
const DEPARTMENT_ENDS = /(?:局|厅|委员会|办公室|联合会|总工会|检察院|法院|研究室)$/;
/** Endings of bodies that are departments when the vocabulary knows them. */
const KNOWN_ENDS = /(?:局|委|部|办|联|会|中心|公司|馆|台)$/;
/** Bodies that are set up for a task, or serve the people, and are nobody's superior. */
const NO_DEPARTMENT =
  /(?:组|专班|指挥部|领导小组|工作队|机构|站|疾病预防控制中心|便民服务中心|保险公司|安全委员会|减灾委员会)$/;

/**
 * Whether a name is that of a department of the county's own height or a branch that the document lists elsewhere, not
 * a team, a hospital or a body of a place above.
 */
export function isCountyDepartment(name: DepartmentName, document: ListDocument): boolean {
  const { departments, countyNames } = document.format;
  const base = baseOf(name);
  const isListed = departmentsListed(document).has(name.canonical);
  if (isBranchName(base, departments, countyNames)) return isListed;
  if (NO_DEPARTMENT.test(name.canonical) || !isCountys(name, document)) return false;
  return (
    isListed ||
    DEPARTMENT_ENDS.test(name.canonical) ||
    (KNOWN_ENDS.test(base) && isKnownBase(base, departments))
  );
}

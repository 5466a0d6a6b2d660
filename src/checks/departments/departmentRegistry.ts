import { parseDepartments } from '../../grammar/departments.ts';
import { nearest } from '../../grammar/nearest.ts';
import { isBranchName, plainPrefix } from '../../grammar/prefixes.ts';
import type { ListDocument } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import type { DepartmentVocabulary } from '../../model/format.ts';
import { type Check, notApplicable } from '../check.ts';
import { atItem, columnId, listsOf, relatedItem } from '../places.ts';
import { type DepartmentUse, departmentUses, useSpan } from './departmentUses.ts';

/** Departments are ones that the county has, by the registry of its format; branches of bodies above are left alone. */
export const departmentRegistry: Check = {
  kind: 'department-registry',
  options: { type: 'object', additionalProperties: false, properties: {} },
  variants: {
    default: ['department', 'county'],
    near: ['department', 'near', 'county'],
    replace: ['near'],
  },
  run(document, rule) {
    const { format } = document;
    if (format.departments.registry.length === 0)
      return notApplicable(
        '本县格式没有登记部门名录',
        'the format of the document knows no register of the county’s departments',
      );
    const known = canonicalRegistry(document);
    const unknown = new Map<string, DepartmentUse[]>();
    for (const entry of listsOf(document, rule)) {
      for (const use of departmentUses(document, entry)) {
        if (use.where !== 'column' || !isCountys(document, use) || known.has(use.canonical)) continue;
        unknown.set(use.name, [...(unknown.get(use.name) ?? []), use]);
      }
    }
    return [...unknown.values()].flatMap((uses) => findingFor(document, uses));
  },
};

const registries = new WeakMap<DepartmentVocabulary, ReadonlySet<string>>();

/** The registry in the form that names are compared in, branches and short forms among it. */
function canonicalRegistry({ format }: ListDocument): ReadonlySet<string> {
  const { departments, countyNames } = format;
  const before = registries.get(departments);
  if (before) return before;
  const names = departments.registry.flatMap((entry) => [
    entry,
    ...parseDepartments(entry, departments, countyNames).names.map((name) => name.canonical),
  ]);
  const made = new Set(names);
  registries.set(departments, made);
  return made;
}

/** Whether a name is that of a body of the county itself: no branch, no body of a place above, no national one. */
function isCountys(document: ListDocument, use: DepartmentUse): boolean {
  const { departments, countyNames } = document.format;
  if (isBranchName(use.base, departments, countyNames)) return false;
  return use.prefix === ''
    ? '县市区旗'.includes(use.canonical.charAt(0))
    : /^[县市区旗]/.test(plainPrefix(use.prefix, departments));
}

function findingFor(
  document: ListDocument,
  [first, ...others]: readonly DepartmentUse[],
): readonly Finding[] {
  if (!first) return [];
  const { departments, title } = document.format;
  const forms = departments.registry.flatMap((entry) => {
    const base = entry.replace(/^[县市区旗]委?/, '');
    return [base, ...(departments.shortForms[base] ?? [])];
  });
  const near = nearest(first.base, forms)?.word ?? null;
  const uses = [first, ...others];
  const nearName = near === null ? '' : `${plainPrefix(first.prefix, departments)}${near}`;
  return [
    {
      ...atItem(first.placed, first.item, columnId(first.role), useSpan(first)),
      variant: near === null ? 'default' : 'near',
      data: { department: first.name, near: nearName, county: title.zh },
      related: others.map((use) => relatedItem(use.placed, use.item, columnId(use.role), useSpan(use))),
      suggestions:
        near === null
          ? []
          : [
              {
                variant: 'replace',
                data: { near: nearName },
                edits: uses.map((use) => ({
                  span: useSpan(use),
                  text: use.carried ? near : `${use.prefix}${near}`,
                })),
              },
            ],
    },
  ];
}

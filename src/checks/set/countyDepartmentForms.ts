import type { Check } from '../check.ts';
import { mostFrequent } from '../departments/departmentForms.ts';
import { type AcrossCheck, type AcrossFinding, withinDocument } from './acrossTownships.ts';
import { type ComparedDepartment, countiesOf, type Township } from './townships.ts';

const EXEMPT = ['人大', '人大常委会', '政协', '人民法院', '法院', '人民检察院', '检察院', '纪委监委', '纪委'];

const across: AcrossCheck = {
  compare(townships, { exempt }) {
    const left = new Set(Array.isArray(exempt) ? exempt.map(String) : EXEMPT);
    return countiesOf(townships).flatMap((members) => inCounty(townships, members, left));
  },
};

/** Townships of one county write its departments alike. */
export const countyDepartmentForms: Check = {
  kind: 'county-department-forms',
  scope: [],
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      exempt: {
        description:
          'Names, written without their prefix, that are not compared: laws and people write them in several ways.',
        type: 'array',
        uniqueItems: true,
        items: { type: 'string', minLength: 1 },
        default: EXEMPT,
      },
    },
  },
  variants: { default: ['found', 'usual', 'count', 'example'] },
  across,
  run: (document, rule) => withinDocument(document, rule, across),
};

interface Use<P> extends ComparedDepartment<P> {
  readonly township: number;
}

function inCounty<P>(
  townships: readonly Township<P>[],
  members: readonly number[],
  exempt: ReadonlySet<string>,
): readonly AcrossFinding<P>[] {
  const byDepartment = new Map<string, Use<P>[]>();
  for (const township of members) {
    for (const one of townships[township]?.departments ?? []) {
      const uses = byDepartment.get(one.department) ?? [];
      uses.push({ ...one, township });
      byDepartment.set(one.department, uses);
    }
  }
  return [...byDepartment.values()].flatMap((uses): readonly AcrossFinding<P>[] => {
    if (uses.some(({ form }) => exempt.has(form))) return [];
    const usual = usualForm(uses);
    const model = uses.filter(({ form }) => form === usual);
    const odd = uses.filter(({ form }) => form !== usual);
    return odd.flatMap((use): readonly AcrossFinding<P>[] => {
      const own = townships[use.township]?.township;
      const others = model.flatMap(({ township }) => townships[township]?.township ?? []);
      // Two drafts of one township are no neighbours.
      const neighbours = [...new Set(others)].filter((name) => name !== own);
      const [example] = neighbours;
      if (example === undefined) return [];
      const data = { found: use.form, usual, count: neighbours.length, example };
      return [{ township: use.township, place: use.place, variant: 'default', data }];
    });
  });
}

/** The form that most townships use; of forms used equally often a full name, then the first. */
function usualForm(uses: readonly Use<unknown>[]): string {
  const times = (form: string): number => uses.filter((use) => use.form === form).length;
  const most = Math.max(...uses.map(({ form }) => times(form)));
  const best = uses.filter(({ form }) => times(form) === most);
  const full = best.filter(({ short }) => !short);
  return mostFrequent((full.length > 0 ? full : best).map(({ form }) => form)) ?? '';
}

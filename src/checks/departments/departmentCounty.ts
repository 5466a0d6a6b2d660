import { isBranchName, plainPrefix } from '../../grammar/prefixes.ts';
import type { DutyList, ListDocument } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import { spanOf } from '../../model/text.ts';
import { type Check, notApplicable } from '../check.ts';
import { numberOption, wordsOption, wordsSchema } from '../options.ts';
import { atItem, columnId, listsOf, relatedItem } from '../places.ts';
import { mostFrequent } from './departmentForms.ts';
import { type DepartmentUse, departmentUses, useSpan } from './departmentUses.ts';

const PLACES = ['column', 'heading', 'text'] as const;

/**
 * In one kind of place (the department column, the headings of duties, their sentences) the county's name stands before
 * all of its departments or before none. Each place has a habit of its own: 巴楚县民政局 in the column and 县民政局
 * in the duties is usual.
 */
export const departmentCounty: Check = {
  kind: 'department-county-name',
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      in: wordsSchema(
        'The kinds of places looked at: the department column and the departments that take over (column), headings of department names in the duties (heading), sentences (text).',
        PLACES,
      ),
      atLeast: {
        description:
          'How many times as many names of a place must follow a habit for the others to be reported.',
        type: 'number',
        minimum: 1,
        default: 10,
      },
    },
  },
  variants: {
    default: ['found', 'usual', 'county', 'count', 'uses'],
    surplus: ['found', 'usual', 'county', 'count', 'uses'],
    replace: ['usual'],
  },
  run(document, rule) {
    const placed = listsOf(document, rule);
    const places = wordsOption(rule, 'in', PLACES);
    const uses = placed
      .flatMap((entry) => departmentUses(document, entry))
      .filter((use) => places.has(use.where) && isCountys(document, use));
    if (uses.length === 0)
      return notApplicable('文中没有写明县级部门', 'the document names no departments of the county');
    const atLeast = numberOption(rule, 'atLeast', 10);
    const parts = [...new Set(placed.map((entry) => entry.list.part))];
    return parts.flatMap((part) =>
      PLACES.flatMap((where) => {
        const here = uses.filter((use) => use.where === where && partOf(use) === part);
        return oddFindings(document, here, atLeast);
      }),
    );
  },
};

function partOf(use: DepartmentUse): DutyList['part'] {
  return use.placed.list.part;
}

const COUNTY_UNIT = /^(?:县|市|区|旗|自治县|自治旗)委?$/;

/** Whether a name stands for a body of the county and brings a prefix of its own. */
function isCountys(document: ListDocument, use: DepartmentUse): boolean {
  const { departments, countyNames } = document.format;
  return (
    !use.carried &&
    COUNTY_UNIT.test(plainPrefix(use.prefix, departments)) &&
    !isBranchName(use.base, departments, countyNames)
  );
}

function oddFindings(
  document: ListDocument,
  uses: readonly DepartmentUse[],
  atLeast: number,
): readonly Finding[] {
  const { departments } = document.format;
  const placeOf = (use: DepartmentUse) =>
    use.prefix.slice(0, use.prefix.length - plainPrefix(use.prefix, departments).length);
  const withName = uses.filter((use) => placeOf(use) !== '');
  const without = uses.filter((use) => placeOf(use) === '');
  const [odd, usual] = withName.length > without.length ? [without, withName] : [withName, without];
  if (odd.length === 0 || usual.length < atLeast * odd.length) return [];
  const county = mostFrequent(withName.map(placeOf)) ?? '';
  const wanted = odd === without ? county : '';
  const byName = new Map<string, DepartmentUse[]>();
  for (const use of odd) byName.set(use.name, [...(byName.get(use.name) ?? []), use]);
  return [...byName].flatMap(([name, [first, ...others]]): readonly Finding[] => {
    if (!first) return [];
    const shownAs = `${wanted}${plainPrefix(first.prefix, departments)}${first.base}`;
    return [
      {
        ...atItem(first.placed, first.item, columnId(first.role), useSpan(first)),
        variant: odd === without ? 'default' : 'surplus',
        data: {
          found: name,
          usual: shownAs,
          county: `${county}${plainPrefix(first.prefix, departments)}`,
          count: others.length + 1,
          uses: usual.length,
        },
        related: others.map((use) => relatedItem(use.placed, use.item, columnId(use.role), useSpan(use))),
        suggestions: [
          {
            variant: 'replace',
            data: { usual: shownAs },
            edits: [first, ...others].map((use) => ({
              span: prefixSpan(use),
              text: `${wanted}${plainPrefix(use.prefix, departments)}`,
            })),
          },
        ],
      },
    ];
  });
}

/** Where the prefix of a name stands. */
function prefixSpan(use: DepartmentUse) {
  let left = use.prefix.length;
  let end = use.start;
  while (left > 0 && end < use.end) {
    if (use.text.value.charAt(end).trim() !== '') left--;
    end++;
  }
  return spanOf(use.text, use.start, end);
}

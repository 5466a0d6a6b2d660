import type { DepartmentName } from '../../grammar/departments.ts';
import { nearest } from '../../grammar/nearest.ts';
import { isKnownBase, plainPrefix } from '../../grammar/prefixes.ts';
import type { ListDocument } from '../../model/document.ts';
import type { Edit, Finding } from '../../model/finding.ts';
import { spanOf, type Text } from '../../model/text.ts';
import { type Check, notApplicable } from '../check.ts';
import { stringsOption } from '../options.ts';
import { atItem, columnId, listsOf, type PlacedList, relatedItem } from '../places.ts';
import { assignmentsOf } from './departmentAssignments.ts';
import { type DepartmentForms, departmentForms, mostFrequent } from './departmentForms.ts';
import { type DepartmentSlip, departmentSlips } from './departmentSlips.ts';
import { type DepartmentUse, departmentUses, useSpan } from './departmentUses.ts';
import { baseOf } from './sameDepartment.ts';
import { isSuspected } from './suspectedName.ts';

const EXEMPT = ['人大', '人大常委会', '政协'];
const WITHOUT_PREFIX = ['人民法院', '人民检察院', '法院', '检察院', '纪委监委', '纪委'];

/** One department is written in one form throughout a document. */
export const departmentConsistency: Check = {
  kind: 'department-consistency',
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      exempt: {
        description:
          'Names, written without their prefix, that are never compared: they stand for more than one body, as 人大 does for the congress and its standing committee.',
        type: 'array',
        uniqueItems: true,
        items: { type: 'string', minLength: 1 },
        default: EXEMPT,
      },
      withoutPrefix: {
        description: 'Names that may stand without 县: laws speak of 人民法院.',
        type: 'array',
        uniqueItems: true,
        items: { type: 'string', minLength: 1 },
        default: WITHOUT_PREFIX,
      },
    },
  },
  variants: {
    default: ['found', 'usual', 'count', 'uses'],
    prefix: ['found', 'usual', 'count', 'uses'],
    noPrefix: ['found', 'usual', 'count', 'uses'],
    renamed: ['found', 'listed'],
    slip: ['found', 'usual'],
    cut: ['found', 'usual'],
    replace: ['usual'],
  },
  run(document, rule) {
    const placed = listsOf(document, rule).filter((entry) => departmentUses(document, entry).length > 0);
    if (placed.length === 0) return notApplicable('文中没有写明部门', 'the document names no departments');
    const exempt = {
      always: new Set(stringsOption(rule, 'exempt', EXEMPT)),
      withoutPrefix: new Set(stringsOption(rule, 'withoutPrefix', WITHOUT_PREFIX)),
    };
    const parts = [...new Set(document.lists.map((list) => list.part))];
    const lists = new Set(placed.map((entry) => entry.index));
    return [
      ...parts.flatMap((part) =>
        departmentForms(document, part, exempt).flatMap((forms) => formFindings(document, forms, lists)),
      ),
      ...placed.flatMap((entry) => {
        const slips = departmentSlips(document, entry);
        return [...slips.map(slipFinding), ...renamedFindings(document, entry, slips)];
      }),
    ];
  },
};

function slipFinding({ placed, item, role, text, start, end, found, meant, by }: DepartmentSlip): Finding {
  const span = spanOf(text, start, end);
  return {
    ...atItem(placed, item, columnId(role), span),
    variant: by,
    data: { found, usual: meant },
    suggestions: [{ variant: 'replace', data: { usual: meant }, edits: [{ span, text: meant }] }],
  };
}

/** A department that the item lists and another that acts in its duties, when they are most likely one. */
function renamedFindings(
  document: ListDocument,
  placed: PlacedList,
  slips: readonly DepartmentSlip[],
): readonly Finding[] {
  return placed.list.items.flatMap((item): readonly Finding[] => {
    const text = item.fields.superiorDuties?.text;
    const cell = item.fields.departments?.text;
    if (!text || !cell) return [];
    const { departments } = document.format;
    // Where all departments are registered, another rule tells of an unknown one.
    const isTold = (words: Text, name: DepartmentName) =>
      slips.some((slip) => slip.text === words && slip.start < name.end && name.start < slip.end) ||
      (words === cell && departments.registry.length > 0 && !isKnownBase(baseOf(name), departments));
    return (assignmentsOf(document, item)?.renamed ?? [])
      .filter(({ listed, acting }) => !isTold(text, acting.name) && !isTold(cell, listed))
      .map(({ listed, acting }): Finding => {
        const inDuties = { text, name: acting.name, column: 'superiorDuties' } as const;
        const inCell = { text: cell, name: listed, column: 'departments' } as const;
        const spanIn = (one: Written) => spanOf(one.text, one.name.start, one.name.end);
        const slip = slipOf(document, inDuties, inCell) ?? slipOf(document, inCell, inDuties);
        const [told, other] = slip ? [slip.wrong, slip.right] : [inDuties, inCell];
        return {
          ...atItem(placed, item, told.column, spanIn(told)),
          related: [relatedItem(placed, item, other.column, spanIn(other))],
          ...(slip
            ? {
                variant: 'slip',
                data: { found: told.name.name, usual: slip.usual },
                suggestions: [
                  {
                    variant: 'replace',
                    data: { usual: slip.usual },
                    edits: [
                      { span: spanIn(told), text: told.name.carried ? baseOf(other.name) : slip.usual },
                    ],
                  },
                ],
              }
            : { variant: 'renamed', data: { found: told.name.name, listed: other.name.name } }),
        };
      });
  });
}

interface Written {
  readonly text: Text;
  readonly name: DepartmentName;
  readonly column: 'superiorDuties' | 'departments';
}

/** Of two names for one department that are hardly apart, the one that nobody knows is a slip for the one that is known. */
function slipOf({ format }: ListDocument, wrong: Written, right: Written) {
  const base = baseOf(right.name);
  if (!isKnownBase(base, format.departments) || isKnownBase(baseOf(wrong.name), format.departments))
    return null;
  const usual = `${wrong.name.prefix}${base}`;
  return nearest(baseOf(wrong.name), [base], 1) === null ? null : { wrong, right, usual };
}

function formFindings(
  document: ListDocument,
  { usual, odd }: DepartmentForms,
  lists: ReadonlySet<number>,
): readonly Finding[] {
  return odd.flatMap((form): readonly Finding[] => {
    const uses = form.uses.filter((use) => lists.has(use.placed.index));
    const [first, ...others] = uses;
    if (!first) return [];
    return [
      {
        ...atItem(first.placed, first.item, columnId(first.role), useSpan(first)),
        variant: form.by === 'name' ? 'default' : form.by,
        data: { found: form.name, usual: usual.name, count: form.uses.length, uses: usual.uses.length },
        related: others.map((use) => relatedItem(use.placed, use.item, columnId(use.role), useSpan(use))),
        suggestions: usual.uses.some((use) => isSuspected(use.base, document.format.departments))
          ? []
          : [
              {
                variant: 'replace',
                data: { usual: usual.name },
                edits: uses.map((use) => editOf(document, use, usual.name, usual.uses)),
              },
            ],
      },
    ];
  });
}

/** Writes the usual form, with the county's name where the use has it, or where names like it do. */
function editOf(
  document: ListDocument,
  use: DepartmentUse,
  usualName: string,
  usual: readonly DepartmentUse[],
): Edit {
  const { departments } = document.format;
  const span = useSpan(use);
  const [model] = usual;
  if (!model || (model.prefix === '' && model.base === usualName)) return { span, text: usualName };
  if (use.carried) return { span, text: model.base };
  const written = usual.filter((other) => other.where === use.where && other.prefix !== '' && !other.carried);
  const unit = usualName.slice(0, usualName.length - model.base.length);
  if (use.prefix === '')
    return { span, text: `${mostFrequent(written.map((other) => other.prefix)) ?? unit}${model.base}` };
  const place = use.prefix.slice(0, use.prefix.length - plainPrefix(use.prefix, departments).length);
  return { span, text: usualName.endsWith(model.base) ? `${place}${unit}${model.base}` : usualName };
}

import type { Finding, RelatedPlace } from '../../model/finding.ts';
import type { Rule } from '../../model/rule.ts';
import { type WordIndex, wordIndex } from '../../patterns/wordIndex.ts';
import type { Check, RuleFault } from '../check.ts';
import { REASON_SCHEMA, type Reason, reasonOf } from '../reasons.ts';
import { inContext } from '../texts/contexts.ts';
import { joinedTexts, scanUnits } from '../texts/joinedTexts.ts';
import { nothingInScope } from '../texts/scopedTexts.ts';
import { atUnit, type TextUnit } from '../texts/texts.ts';

/** One entry of `groups`, as the schema lets it be. */
interface FormGroup {
  readonly forms: readonly string[];
  readonly prefer?: string;
  readonly except?: readonly string[];
  readonly reason?: Reason;
}

/** Where a form stands in a text. */
interface Place {
  readonly unit: TextUnit;
  readonly start: number;
  readonly end: number;
}

/** Words that mean the same and should be written in one form throughout a document: its own most frequent one, or one that a group prefers. */
export const consistent: Check = {
  kind: 'consistent',
  scope: ['lists', 'column', 'categories', 'parts'],
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['groups'],
    properties: {
      groups: {
        description: 'Groups of forms of which a document should use one.',
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['forms'],
          properties: {
            forms: {
              description:
                'The forms. Where two are used equally often, the one named first counts as the usual one. A longer form that holds a shorter one is not counted as it.',
              type: 'array',
              minItems: 2,
              uniqueItems: true,
              items: { type: 'string', minLength: 1 },
            },
            prefer: {
              description:
                'One of the forms, to be used where a document mixes them, even if it has another one more often.',
              type: 'string',
            },
            except: {
              description:
                'Longer stretches in which the characters are something else: they are not counted.',
              type: 'array',
              items: { type: 'string', minLength: 1 },
              default: [],
            },
            reason: REASON_SCHEMA,
          },
        },
      },
    },
  },
  variants: {
    default: ['form', 'count', 'usual', 'usualCount', 'reason'],
    replace: ['form', 'count', 'usual'],
  },
  messages: {
    replace: {
      zh: '全文的“{form}”（{count}处）都改为“{usual}”',
      en: 'change “{form}” to “{usual}” throughout ({count})',
    },
  },
  faults: (rule) => [...formFaults(rule), ...preferFaults(rule)],
  pieces: (rule) =>
    formsOf(rule).forms.map(({ form, group, at }) => ({
      path: ['options', 'groups', group, 'forms', at],
      label: form,
    })),
  run(document, rule, used) {
    const joined = joinedTexts(document, rule);
    if (joined.units.length === 0) return nothingInScope();
    const { forms, index, groups } = formsOf(rule);
    const places: Place[][] = forms.map(() => []);
    scanUnits(joined, index, (at, unit, start, end) => {
      used?.(at);
      const group = groups[forms[at]?.group ?? 0];
      if (inContext(unit.text.value, start, end, group?.except ?? [])) return false;
      places[at]?.push({ unit, start, end });
      return true;
    });
    return groups.flatMap((group, number) => {
      const own = forms.flatMap(({ form, group: of }, at) => {
        const found = places[at] ?? [];
        return of === number && found.length > 0 ? [{ form, found }] : [];
      });
      return findingsFor(group, own);
    });
  },
};

interface FormTable {
  readonly groups: readonly FormGroup[];
  readonly forms: readonly { readonly form: string; readonly group: number; readonly at: number }[];
  readonly index: WordIndex;
}

const tables = new WeakMap<object, FormTable>();

function formsOf({ options }: Rule): FormTable {
  const groups = Array.isArray(options.groups) ? (options.groups as readonly FormGroup[]) : [];
  let table = tables.get(groups);
  if (!table) {
    const forms = groups.flatMap((group, number) =>
      group.forms.map((form, at) => ({ form, group: number, at })),
    );
    table = { groups, forms, index: wordIndex(forms.map(({ form }) => form)) };
    tables.set(groups, table);
  }
  return table;
}

/** A group in which one form is used says nothing. */
function findingsFor(
  { reason, prefer }: FormGroup,
  used: readonly { readonly form: string; readonly found: readonly Place[] }[],
): readonly Finding[] {
  let usual = used.find(({ form }) => form === prefer) ?? used[0];
  for (const one of used)
    if (usual && usual.form !== prefer && one.found.length > usual.found.length) usual = one;
  if (!usual) return [];
  const { form: word, found: others } = usual;
  return used.flatMap(({ form, found }): readonly Finding[] => {
    const [first, ...rest] = found;
    if (form === word || !first) return [];
    const data = { form, count: found.length, usual: word };
    return [
      {
        ...placeOf(first),
        data: { ...data, usualCount: others.length, reason: reasonOf(reason) },
        related: [...rest, ...others.slice(0, 1)].map(related),
        suggestions: [
          {
            variant: 'replace',
            data,
            edits: found.map((place) => ({ span: placeOf(place).span, text: word })),
          },
        ],
      },
    ];
  });
}

function placeOf({ unit, start, end }: Place): ReturnType<typeof atUnit> {
  return atUnit(unit, start, end);
}

function related(place: Place): RelatedPlace {
  const { span, list, item, column } = placeOf(place);
  return { span, list, item, column };
}

/** A form that is none of its group can never be used. */
function preferFaults(rule: Rule): readonly RuleFault[] {
  return formsOf(rule).groups.flatMap(({ prefer, forms }, group): readonly RuleFault[] => {
    if (prefer === undefined || forms.includes(prefer)) return [];
    const message = {
      zh: `“${prefer}” 不在 forms 里`,
      en: `"${prefer}" is none of the forms`,
    };
    return [{ path: ['options', 'groups', group, 'prefer'], message, allowed: forms }];
  });
}

/** A form in two groups would be counted in one of them only. */
function formFaults(rule: Rule): readonly RuleFault[] {
  const seen = new Map<string, number>();
  return formsOf(rule).forms.flatMap(({ form, group, at }): readonly RuleFault[] => {
    const other = seen.get(form);
    seen.set(form, other ?? group);
    if (other === undefined) return [];
    const message = {
      zh: `“${form}” 已经在第 ${other + 1} 组里`,
      en: `"${form}" already stands in group ${other + 1}`,
    };
    return [{ path: ['options', 'groups', group, 'forms', at], message }];
  });
}

import type { FindingData } from '../../model/finding.ts';
import type { Localized } from '../../model/format.ts';
import type { Check } from '../check.ts';
import { type AcrossCheck, type AcrossFinding, withinDocument } from './acrossTownships.ts';
import { type ComparedItem, countiesOf, type Township } from './townships.ts';

const MAJORITY = 60;

const across: AcrossCheck = {
  compare(townships, { majority }) {
    const percent = typeof majority === 'number' ? majority : MAJORITY;
    return countiesOf(townships).flatMap((members) => inCounty(townships, members, percent));
  },
};

/** The same item of two townships of one county has the same departments. */
export const countyItems: Check = {
  kind: 'county-items',
  scope: [],
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      majority: {
        description:
          'When so many per cent of the townships agree on the departments of an item, each of the others is reported. Where no such majority is, one of them is, for all.',
        type: 'integer',
        minimum: 51,
        maximum: 100,
        default: MAJORITY,
      },
    },
  },
  variants: {
    default: ['usual', 'count', 'example', 'difference'],
    two: ['usual', 'example', 'difference'],
    divided: ['count', 'forms'],
  },
  across,
  run: (document, rule) => withinDocument(document, rule, across),
};

interface Use<P> extends ComparedItem<P> {
  readonly township: number;
  /** Name of the township. */
  readonly of: string;
}

function inCounty<P>(
  townships: readonly Township<P>[],
  members: readonly number[],
  majority: number,
): readonly AcrossFinding<P>[] {
  const byName = new Map<string, Use<P>[]>();
  for (const township of members) {
    const of = townships[township]?.township ?? '';
    for (const item of townships[township]?.items ?? []) {
      // 承担柳河镇…: the township's own name makes no other item of it.
      const name = of === '' ? item.name : item.name.replaceAll(of, '');
      const uses = byName.get(name) ?? [];
      // Of two drafts of one township the first speaks for it.
      if (!uses.some((use) => use.of === of)) uses.push({ ...item, township, of });
      byName.set(name, uses);
    }
  }
  return [...byName.values()].flatMap((uses) => ofItem(uses, majority));
}

/** The uses of an item with the same departments, the most frequent first, else in the order of the run. */
function formsOf<P>(uses: readonly Use<P>[]): readonly (readonly Use<P>[])[] {
  const forms = new Map<string, Use<P>[]>();
  for (const use of uses) {
    const own = forms.get(use.departments);
    if (own) own.push(use);
    else forms.set(use.departments, [use]);
  }
  return [...forms.values()].sort((a, b) => b.length - a.length);
}

function ofItem<P>(uses: readonly Use<P>[], majority: number): readonly AcrossFinding<P>[] {
  const forms = formsOf(uses);
  const [usual = [], ...others] = forms;
  const [model] = usual;
  const [first] = others[0] ?? [];
  if (!model || !first) return [];
  if (uses.length > 2 && 100 * usual.length >= majority * uses.length) {
    return others.flat().map((use) =>
      finding(use, 'default', {
        usual: model.departments,
        count: usual.length,
        example: model.of,
        difference: differenceOf(use.departments, model.departments),
      }),
    );
  }
  if (uses.length === 2) {
    const difference = differenceOf(first.departments, model.departments);
    return [finding(first, 'two', { usual: model.departments, example: model.of, difference })];
  }
  const shown = forms.slice(0, 3).map((form) => ({ of: form[0]?.of ?? '', count: form.length, form }));
  const words = ({ of, count, form }: (typeof shown)[number]): Localized => {
    const departments = form[0]?.departments ?? '';
    return {
      zh: `“${departments}”（${of}等${count}个）`,
      en: `“${departments}” (${of} and ${count - 1} more)`,
    };
  };
  return [
    finding(first, 'divided', {
      count: uses.length,
      forms: {
        zh: shown.map((form) => words(form).zh).join('、'),
        en: shown.map((form) => words(form).en).join(', '),
      },
    }),
  ];
}

function finding<P>({ township, place }: Use<P>, variant: string, data: FindingData): AcrossFinding<P> {
  return { township, place, variant, data };
}

/** What one cell lists less and more than the other. */
function differenceOf(own: string, usual: string): Localized {
  const [mine, theirs] = [own.split('、'), usual.split('、')];
  const missing = theirs.filter((name) => !mine.includes(name)).join('、');
  const extra = mine.filter((name) => !theirs.includes(name)).join('、');
  const zh = [missing === '' ? [] : `少了${missing}`, extra === '' ? [] : `多了${extra}`].flat();
  const en = [
    missing === '' ? [] : `without ${missing}`,
    extra === '' ? [] : `with ${extra} in addition`,
  ].flat();
  return { zh: zh.join('，'), en: en.join(', ') };
}

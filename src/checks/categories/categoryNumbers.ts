import { parseNumeral } from '../../grammar/numerals.ts';
import type { CategoryHeading, DutyList } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import { sliceText, spanOf } from '../../model/text.ts';
import { type Check, notApplicable } from '../check.ts';
import { numberLike } from '../clauses/numberRuns.ts';
import { atList, listsOf, type PlacedList, words } from '../places.ts';
import { type NumberFault, numberFaults } from '../structure/numberFaults.ts';

/** The numbers of category headings (一、二、三、) run on without gap or repeat in each list, or throughout the document. */
export const categoryNumbers: Check = {
  kind: 'category-numbers',
  options: { type: 'object', additionalProperties: false, properties: {} },
  variants: {
    default: ['expected', 'found'],
    gap: ['expected', 'found'],
    repeated: ['expected', 'found', 'other'],
    none: ['expected', 'found'],
    style: ['expected', 'found'],
    uncounted: ['found'],
    replace: ['expected'],
  },
  run(document, rule) {
    const placed = listsOf(document, rule)
      .map((entry) => ({ entry, headings: numberedHeadings(entry.list) }))
      .filter(({ headings }) => headings.some(({ value }) => value !== null));
    if (placed.length === 0)
      return notApplicable('文中没有带编号的类别标题', 'the document has no numbered headings of categories');
    let last = 0;
    return placed.flatMap(({ entry, headings }) => {
      // A document may count its categories through all lists.
      const start = last > 0 && headings[0]?.value === last + 1 ? last + 1 : 1;
      last = headings.reduce((most, { value }) => value ?? most, last);
      const faults = numberFaults(
        headings.map(({ value }) => value),
        start,
      );
      const model = usualForm(headings);
      return [
        ...faults.flatMap((fault) => findingFor(entry, headings, fault, model)),
        ...oddStyles(entry, headings, new Set(faults.map(({ index }) => index))),
        ...uncounted(entry),
      ];
    });
  },
};

interface NumberedHeading {
  readonly heading: CategoryHeading;
  /** The number with its mark as it stands: `四、`; empty where there is none. */
  readonly written: string;
  readonly value: number | null;
}

const NUMBER =
  /^\s*(?:[（(]\s*([〇零一二三四五六七八九十百]+)\s*[）)]|第?([〇零一二三四五六七八九十百]+)\s*(?:[、.．]|[类部分]+))\s*/u;

/** The headings of a list; one that is written again on the next page counts once. None where most bear no number. */
function numberedHeadings({ categoryHeadings }: DutyList): readonly NumberedHeading[] {
  const all = categoryHeadings.map((heading): NumberedHeading => {
    const match = NUMBER.exec(heading.whole.value);
    const digits = match?.[1] ?? match?.[2];
    return { heading, written: match?.[0] ?? '', value: digits === undefined ? null : parseNumeral(digits) };
  });
  if (all.filter(({ value }) => value !== null).length * 2 <= all.length) return [];
  return all.filter(
    ({ heading, value }, i) =>
      all[i - 1]?.value !== value || words(all[i - 1]?.heading.name ?? heading.whole) !== words(heading.name),
  );
}

/** So many headings with a count make one without it odd. */
const LEAST_COUNTED = 3;

/** Headings that state no count where nearly all others of the list do. */
function uncounted(placed: PlacedList): readonly Finding[] {
  const { categoryHeadings } = placed.list;
  const odd = categoryHeadings.filter(({ stated }) => stated === null);
  if (categoryHeadings.length - odd.length < LEAST_COUNTED * odd.length) return [];
  return odd.map(
    (heading): Finding => ({
      ...atList(placed, 'category', spanOf(heading.whole)),
      variant: 'uncounted',
      data: { found: words(heading.whole) },
    }),
  );
}

/** The number of a heading without its digits: 、 or （）. */
function formOf(written: string): string {
  return written.replace(/[〇零一二三四五六七八九十百\s]+/gu, '');
}

/** A number in the form that most headings have; of equally common ones the first. */
function usualForm(headings: readonly NumberedHeading[]): string {
  const written = headings.filter((heading) => heading.written !== '');
  const votes = (heading: NumberedHeading) =>
    written.filter((other) => formOf(other.written) === formOf(heading.written)).length;
  const [usual] = [...written].sort((a, b) => votes(b) - votes(a));
  return usual?.written ?? '一、';
}

/** Headings whose number is in order and written in another form than that of the others. */
function oddStyles(
  placed: PlacedList,
  headings: readonly NumberedHeading[],
  told: ReadonlySet<number>,
): readonly Finding[] {
  const usual = usualForm(headings);
  const form = formOf(usual);
  const odd = headings.flatMap((heading, index) =>
    heading.written !== '' && !told.has(index) && formOf(heading.written) !== form
      ? [{ heading, index }]
      : [],
  );
  if (odd.length * 2 >= headings.length) return [];
  return odd.flatMap(({ heading, index }) =>
    findingFor(
      placed,
      headings,
      { index, type: 'wrong', expected: heading.value ?? index + 1, related: null },
      usual,
    ).map((finding) => ({ ...finding, variant: 'style' })),
  );
}

function findingFor(
  placed: PlacedList,
  headings: readonly NumberedHeading[],
  fault: NumberFault,
  model: string,
): readonly Finding[] {
  const one = headings[fault.index];
  if (!one) return [];
  const { heading, written } = one;
  const { whole } = heading;
  const style = /^\s*[（(]/.test(model) ? 'bracketed-chinese' : 'chinese';
  const expected = numberLike(model, style, fault.expected).trim();
  const other = fault.related === null ? undefined : headings[fault.related];
  const number = sliceText(whole, 0, written.length);
  const span = written === '' ? spanOf(whole) : spanOf(number);
  const variant =
    fault.type === 'gap' || fault.type === 'repeated' || fault.type === 'none' ? fault.type : null;
  return [
    {
      ...atList(placed, 'category', span),
      ...(variant ? { variant } : {}),
      data: {
        expected: `${expected}${words(heading.name)}`,
        found: words(whole),
        ...(variant === 'repeated' ? { other: other ? words(other.heading.whole) : '' } : {}),
      },
      ...(other
        ? {
            related: [
              { span: spanOf(other.heading.whole), list: placed.list.kind, item: null, column: 'category' },
            ],
          }
        : {}),
      suggestions: [
        {
          variant: 'replace',
          data: { expected },
          edits: [
            written === ''
              ? { span: { start: span.start, end: span.start }, text: expected }
              : { span, text: expected },
          ],
        },
      ],
    },
  ];
}

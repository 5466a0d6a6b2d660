import type { DepartmentName } from '../../grammar/departments.ts';
import { parseDuties, walkDuties } from '../../grammar/duties.ts';
import type { DutyItem, ListDocument } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import type { Span } from '../../model/place.ts';
import { spanOf, type Text } from '../../model/text.ts';
import { departmentsOf, handoverOf, mentionsOf } from '../../outline/reading.ts';
import { type Check, notApplicable } from '../check.ts';
import { baseOf } from '../departments/sameDepartment.ts';
import { isSuspected } from '../departments/suspectedName.ts';
import { atItem, listName, listsOf, type PlacedList, relatedItem } from '../places.ts';
import { mannersOf } from './handoverManner.ts';

/** The department behind 由 in the manner of a handover is one of those that take over. */
export const handoverDepartments: Check = {
  kind: 'handover-departments',
  options: { type: 'object', additionalProperties: false, properties: {} },
  variants: {
    default: ['found', 'expected'],
    own: ['found', 'expected'],
    replace: ['expected'],
    replaceOther: ['found'],
  },
  run(document, rule) {
    const kinds = rule.on.lists ?? ['withdrawn'];
    const stated = listsOf(document, rule)
      .filter(({ list }) => kinds.includes(list.kind))
      .flatMap((placed) => placed.list.items.flatMap((item) => statedIn(document, placed, item)));
    if (stated.length === 0) {
      const name = listName(document, 'withdrawn');
      return notApplicable(
        `文中没有写明承接部门的${name}`,
        `the document has no ${name} that names who takes over`,
      );
    }
    return stated.flatMap((one) => [...findingFor(document, one), ...ownFindings(one)]);
  },
};

/** Who takes over, and who acts. */
interface Stated {
  readonly placed: PlacedList;
  readonly item: DutyItem;
  readonly listed: readonly DepartmentName[];
  readonly listedIn: Text;
  readonly by: readonly DepartmentName[];
  readonly byIn: Text;
  readonly manner: Span;
}

function statedIn(document: ListDocument, placed: PlacedList, item: DutyItem): readonly Stated[] {
  const text = item.fields.handover?.text;
  if (text) {
    const handover = handoverOf(document, item);
    if (!handover) return [];
    const manners = mannersOf(handover, text.value);
    return handover.pairs.flatMap(({ departments, by }, index): Stated[] => {
      const manner = manners[index];
      return departments.names.length === 0 || !manner
        ? []
        : [
            {
              placed,
              item,
              listed: departments.names,
              listedIn: text,
              by: [...by, ...actorsIn(document, item, 'handover', manner)],
              byIn: text,
              manner,
            },
          ];
    });
  }
  const manner = item.fields.handoverManner?.text;
  const listedIn = item.fields.handoverDepartments?.text;
  const listed = departmentsOf(document, item)?.names ?? [];
  if (!manner || !listedIn || listed.length === 0) return [];
  const { departments, countyNames } = document.format;
  const { nodes } = parseDuties(manner.value, departments, countyNames, listed);
  const by = [
    ...walkDuties(nodes).flatMap((node) => node.departments),
    ...actorsIn(document, item, 'handoverManner', { start: 0, end: manner.value.length }),
  ];
  return [
    { placed, item, listed, listedIn, by, byIn: manner, manner: { start: 0, end: manner.value.length } },
  ];
}

/** The township itself behind the 由 that opens a manner: 由镇, 由本街道, 由望川镇. */
const OWN =
  /^由(?:本?(?:镇|乡(?!镇)|街道|苏木)|[\u3400-\u9fff]{1,3}[^城乡集村制中心、，]镇|[\u3400-\u9fff]{2,4}(?:街道|苏木))/u;

/** A duty that was taken back and is to be done by the township all the same. */
function ownFindings({ placed, item, listed, byIn, manner }: Stated): readonly Finding[] {
  const found = OWN.exec(byIn.value.slice(manner.start, manner.end))?.[0];
  if (found === undefined) return [];
  const expected = listed.map(({ name }) => name).join('、');
  const span = spanOf(byIn, manner.start, manner.start + found.length);
  return [{ ...atItem(placed, item, 'handover', span), variant: 'own', data: { found, expected } }];
}

/** The departments that act in a manner: behind 由 (改由, 统一由), or at the head of a sentence. */
function actorsIn(
  document: ListDocument,
  item: DutyItem,
  role: 'handover' | 'handoverManner',
  manner: Span,
): readonly DepartmentName[] {
  return mentionsOf(document, item, role).filter(
    (mention) => mention.role === 'subject' && mention.start >= manner.start && mention.end <= manner.end,
  );
}

/** Bodies that a department houses, which may well do its work: 农业综合行政执法大队, 疾病预防控制中心, 劳动人事争议仲裁委员会. */
const SUBORDINATE = /(?:队|中心|站|所|院|校|馆|(?:仲裁|鉴定|评审)委员会)$/u;

function findingFor(
  document: ListDocument,
  { placed, item, listed, listedIn, by, byIn }: Stated,
): readonly Finding[] {
  const names = new Set(listed.map(({ canonical }) => canonical));
  const acting = new Set(by.map(({ canonical }) => canonical));
  const idle = listed.filter(({ canonical }) => !acting.has(canonical));
  const stranger = by.find(({ canonical }) => !names.has(canonical));
  // Where everybody listed acts, another one may act beside them.
  if (!stranger || idle.length === 0) return [];
  const ends = SUBORDINATE.exec(stranger.canonical)?.[0];
  if (ends !== undefined && !listed.some(({ canonical }) => canonical.endsWith(ends))) return [];
  const [first] = idle;
  if (!first) return [];
  const isSound = (name: DepartmentName) => !isSuspected(baseOf(name), document.format.departments);
  const span = spanOf(byIn, stranger.start, stranger.end);
  const other = spanOf(listedIn, first.start, first.end);
  const expected = idle.map(({ name }) => name).join('、');
  return [
    {
      ...atItem(placed, item, 'handover', span),
      data: { found: stranger.name, expected },
      related: [relatedItem(placed, item, 'handover', other)],
      suggestions: [
        ...(isSound(first)
          ? [{ variant: 'replace', data: { expected: first.name }, edits: [{ span, text: first.name }] }]
          : []),
        ...(isSound(stranger)
          ? [
              {
                variant: 'replaceOther',
                data: { found: stranger.name },
                edits: [{ span: other, text: stranger.name }],
              },
            ]
          : []),
      ],
    },
  ];
}

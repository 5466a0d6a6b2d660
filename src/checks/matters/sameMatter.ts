import type { DutyItem, ListDocument } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import { type Check, notApplicable } from '../check.ts';
import { wordsOption, wordsSchema } from '../options.ts';
import { atItem, fieldSpan, listName, type PlacedList, relatedItem, words } from '../places.ts';
import { isNearlySame, likelyPairs, type Matter, matterOf, mattersOf, partsOf, piecesOf } from './matters.ts';

const PLACES = ['oneList', 'twoLists', 'withdrawn'] as const;
type Place = (typeof PLACES)[number];

/** No matter stands twice, under the same name or one that differs in a few words only. */
export const sameMatter: Check = {
  kind: 'same-matter',
  scope: ['lists'],
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      compare: wordsSchema(
        'Which items are compared: those of one list (oneList), those of the basic with those of the coordinating list (twoLists), those of the withdrawn list with those of the other two (withdrawn).',
        PLACES,
      ),
    },
  },
  variants: {
    default: ['found', 'other', 'number'],
    near: ['found', 'other', 'number'],
    part: ['found', 'other', 'number'],
    twoLists: ['found', 'other', 'number', 'list'],
    twoListsNear: ['found', 'other', 'number', 'list'],
    twoListsPart: ['found', 'other', 'number', 'list'],
    withdrawn: ['found', 'other', 'number', 'list'],
    withdrawnNear: ['found', 'other', 'number', 'list'],
    withdrawnPart: ['found', 'other', 'number', 'list'],
  },
  run(document, rule) {
    const compare = wordsOption(rule, 'compare', PLACES);
    if (![...compare].some((place) => canHold(document, place)))
      return notApplicable(
        '文中没有可以相互比较的事项',
        'the document has no items to compare with each other',
      );
    const kinds = rule.on.lists;
    return alikeItems(document)
      .filter(({ place }) => compare.has(place))
      .filter(({ second }) => !kinds || kinds.includes(second.placed.list.kind))
      .map((alike) => finding(document, alike));
  },
};

/** Whether a document has items of the kind to compare. */
function canHold({ lists }: ListDocument, place: Place): boolean {
  const filled = lists.filter(({ items }) => items.some(({ fields }) => fields.name));
  if (place === 'oneList') return filled.some(({ items }) => items.length > 1);
  const kinds = new Set(filled.map(({ kind }) => kind));
  return place === 'withdrawn'
    ? kinds.has('withdrawn') && kinds.size > 1
    : kinds.has('basic') && kinds.has('coordinating');
}

interface Named {
  readonly placed: PlacedList;
  readonly item: DutyItem;
  readonly name: string;
  readonly matter: Matter;
  /** The whole name, a part of it behind a comma, or a piece of an enumeration in it. */
  readonly extent: 'whole' | 'part' | 'piece';
}

/** Two items that are about one matter, the one that is told second. */
interface Alike {
  readonly first: Named;
  readonly second: Named;
  readonly place: Place;
  readonly likeness: 'same' | 'near' | 'part';
}

const alikeByDocument = new WeakMap<ListDocument, readonly Alike[]>();

/** The pairs of items that are about one matter, in order of the second; found once for all rules. */
function alikeItems(document: ListDocument): readonly Alike[] {
  const known = alikeByDocument.get(document);
  if (known) return known;
  const alike = findAlike(namesOf(document));
  alikeByDocument.set(document, alike);
  return alike;
}

/** A part of a name must say this much to be taken for a matter of its own. */
const LEAST_PART = 6;

/** The whole names first, in order; then the parts of names that say enough. */
function namesOf(document: ListDocument): readonly Named[] {
  const wholes: Omit<Named, 'matter'>[] = [];
  const parts: Omit<Named, 'matter'>[] = [];
  for (const [index, list] of document.lists.entries()) {
    const placed = { list, index };
    for (const item of list.items) {
      const text = item.fields.name?.text;
      if (!text || text.value === '') continue;
      const name = words(text);
      wholes.push({ placed, item, name, extent: 'whole' });
      const cut = new Set(partsOf(name));
      for (const part of cut)
        if (part.length >= LEAST_PART) parts.push({ placed, item, name: part, extent: 'part' });
      // What was taken back may be one of several things that another item enumerates.
      if (list.kind === 'withdrawn') continue;
      for (const piece of piecesOf(name))
        if (piece.length >= LEAST_PART && !cut.has(piece))
          parts.push({ placed, item, name: piece, extent: 'piece' });
    }
  }
  const all = [...wholes, ...parts];
  const matters = mattersOf(all.map(({ name }) => name));
  return all.flatMap((one, index): Named[] => {
    const matter = matters[index];
    return matter && (one.extent === 'whole' || matter.key.length >= LEAST_PART) ? [{ ...one, matter }] : [];
  });
}

function placeOf(one: Named, other: Named): Place {
  if (one.placed.index === other.placed.index) return 'oneList';
  return one.placed.list.kind === 'withdrawn' || other.placed.list.kind === 'withdrawn'
    ? 'withdrawn'
    : 'twoLists';
}

/** A part is compared with so many whole names of the same words. */
const MOST_TOLD = 4;

function findAlike(named: readonly Named[]): readonly Alike[] {
  const wholes = named.filter(({ extent }) => extent === 'whole');
  const found = new Map<string, Alike>();
  const tell = (one: Named, other: Named, likeness: Alike['likeness']) => {
    if (one.item === other.item || one.placed.list.part !== other.placed.list.part) return;
    if (asidesDiffer(one.name, other.name) || isCopiedRow(one, other)) return;
    const place = placeOf(one, other);
    const [first, second] = inOrder(one, other);
    // A matter that stands three times is told at the second and the third place, each with the first.
    const key = `${place}|${second.placed.index}|${second.item.index}`;
    if (!found.has(key)) found.set(key, { first, second, place, likeness });
  };
  const near: (readonly [Named, Named])[] = [];
  for (const [a, b] of likelyPairs(wholes.map(({ matter }) => matter))) {
    const one = wholes[a];
    const other = wholes[b];
    if (!one || !other) continue;
    if (one.matter.signature === other.matter.signature) tell(one, other, 'same');
    else if (isNearlySame(one.matter, other.matter)) near.push([one, other]);
  }
  for (const [one, other] of near) tell(one, other, 'near');
  const bySignature = new Map<string, Named[]>();
  for (const whole of wholes) {
    if (whole.matter.key.length < LEAST_PART) continue;
    const known = bySignature.get(whole.matter.signature);
    if (known && known.length < MOST_TOLD) known.push(whole);
    else if (!known) bySignature.set(whole.matter.signature, [whole]);
  }
  for (const part of named) {
    if (part.extent === 'whole') continue;
    for (const whole of bySignature.get(part.matter.signature) ?? [])
      if (part.extent === 'part' || whole.placed.list.kind === 'withdrawn') tell(whole, part, 'part');
  }
  return [...found.values()].sort(
    (a, b) => a.second.placed.index - b.second.placed.index || a.second.item.index - b.second.item.index,
  );
}

/** A row that follows itself, number and all, is told by the rule on numbers. */
function isCopiedRow(one: Named, other: Named): boolean {
  return (
    one.placed.index === other.placed.index &&
    Math.abs(one.item.index - other.item.index) === 1 &&
    one.item.number.value !== null &&
    one.item.number.value === other.item.number.value &&
    one.name === other.name
  );
}

/** Names that are equal but for unlike words in brackets: 补贴申领（初次）, 补贴申领（续领）. */
function asidesDiffer(one: string, other: string): boolean {
  const aside = (name: string) => (name.match(/[（(][^（）()]+[）)]/gu) ?? []).join('');
  const [a, b] = [aside(one), aside(other)];
  return a !== '' && b !== '' && matterOf(a.slice(1)).signature !== matterOf(b.slice(1)).signature;
}

/** The withdrawn item comes second wherever it stands: that is where the conflict is told. */
function inOrder(one: Named, other: Named): readonly [Named, Named] {
  const withdrawn = (named: Named) => (named.placed.list.kind === 'withdrawn' ? 1 : 0);
  const order =
    withdrawn(one) - withdrawn(other) ||
    one.placed.index - other.placed.index ||
    one.item.index - other.item.index;
  return order <= 0 ? [one, other] : [other, one];
}

function finding(document: ListDocument, { first, second, place, likeness }: Alike): Finding {
  const name = second.item.fields.name;
  const otherName = first.item.fields.name;
  const suffix = likeness === 'same' ? '' : likeness === 'near' ? 'Near' : 'Part';
  const variant = place === 'oneList' ? (suffix === '' ? 'default' : likeness) : `${place}${suffix}`;
  return {
    ...atItem(second.placed, second.item, 'name', name ? fieldSpan(name) : second.item.span),
    variant,
    data: {
      found: nameOf(second),
      other: nameOf(first),
      number: first.item.number.value ?? first.item.index + 1,
      list: listName(document, first.placed.list.kind),
    },
    related: [
      relatedItem(first.placed, first.item, 'name', otherName ? fieldSpan(otherName) : first.item.span),
    ],
  };
}

const SHOWN = 30;

function nameOf({ item, name }: Named): string {
  const whole = item.fields.name ? words(item.fields.name.text) : name;
  const shown = whole.length > SHOWN ? name : whole;
  return shown.length > SHOWN ? `${shown.slice(0, SHOWN)}…` : shown;
}

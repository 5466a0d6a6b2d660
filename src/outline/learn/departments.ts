import type { DepartmentList, DepartmentName } from '../../grammar/departments.ts';
import { lexiconOf } from '../../grammar/lexicon.ts';
import { nearest } from '../../grammar/nearest.ts';
import { isBranchName } from '../../grammar/prefixes.ts';
import type { ListDocument } from '../../model/document.ts';
import type { DepartmentVocabulary, Format } from '../../model/format.ts';
import { unspaced } from '../../model/text.ts';
import { departmentsOf, departmentText, handoverOf } from '../reading.ts';
import { type Doubt, joined, type RegisteredDepartment } from './learned.ts';

/** Names shorter than this differ in one character as often as not: 水利局, 水务局. */
const SHORTEST_SLIP = 6;
const MORE_FREQUENT = 3;
const LONGEST_NEW_NAME = 12;
/** Words of duties: a stretch that holds one is no name. */
const DUTY_WORDS = /负责|组织|开展|做好|配合|工作|事项|职责|相关|有关|其他|[的了并]|^[和及与]/u;

interface Named {
  readonly canonical: string;
  readonly forms: ReadonlyMap<string, number>;
}

/**
 * The departments that cells of the sample name, each with the forms it is written in. Branches of bodies above are left
 * out, for a registry is the county's own.
 */
export function learnRegistry(document: ListDocument): {
  readonly registry: readonly RegisteredDepartment[];
  readonly doubts: readonly Doubt[];
} {
  const { departments: vocabulary, countyNames } = document.format;
  const named = tally(document);
  const at = ['departments', 'registry'];
  const doubts: Doubt[] = [];
  const registry: RegisteredDepartment[] = [];
  const once: string[] = [];
  const short: string[] = [];
  for (const one of named) {
    const count = sum(one.forms.values());
    const near = slipOf(one, count, named, vocabulary);
    if (near !== null) {
      const name = joined([...one.forms.keys()]);
      doubts.push({ code: 'department-slip', at, words: [near], data: { name, near, count } });
      continue;
    }
    const written = [...one.forms]
      .map(([form, uses]) => ({ form, count: uses }))
      .sort((a, b) => b.count - a.count);
    const { name, isShort } = registeredName(one.canonical, written, document.format);
    const other = written.filter(({ form }) => withOwnPrefix(form, countyNames) !== name);
    registry.push({ name, written: other.length > 0 ? written : [] });
    if (count === 1) once.push(name);
    const forms = joined(written.map(({ form, count: uses }) => `${form}（${uses}）`));
    if (written.length > 1)
      doubts.push({ code: 'department-forms', at, words: [name], data: { name, forms } });
    if (isShort) short.push(name);
  }
  for (const [short, long] of perhapsTheSame(registry.map(({ name }) => name)))
    doubts.push({ code: 'department-same', at, words: [short], data: { short, long } });
  for (const [code, words] of [
    ['department-short-only', short],
    ['department-once', once],
  ] as const)
    if (words.length > 0)
      doubts.push({ code, at, words, data: { names: joined(words), count: words.length } });
  return { registry: inOrder(registry), doubts };
}

function tally(document: ListDocument): readonly Named[] {
  const { departments, countyNames } = document.format;
  const named = new Map<string, Map<string, number>>();
  const add = ({ canonical, name, prefix }: DepartmentName) => {
    if (isBranchName(name.slice(prefix.length), departments, countyNames)) return;
    const forms = named.get(canonical) ?? new Map<string, number>();
    forms.set(name, (forms.get(name) ?? 0) + 1);
    named.set(canonical, forms);
  };
  for (const list of document.lists) {
    for (const item of list.items) {
      for (const name of departmentsOf(document, item)?.names ?? []) add(name);
      for (const pair of handoverOf(document, item)?.pairs ?? [])
        for (const name of pair.departments.names.length > 0 ? pair.departments.names : pair.by) add(name);
    }
  }
  return [...named].map(([canonical, forms]) => ({ canonical, forms }));
}

function sum(counts: Iterable<number>): number {
  let all = 0;
  for (const count of counts) all += count;
  return all;
}

/** The name a rare one is probably a slip of: far more frequent, one character away, of the same height (县, 州). */
function slipOf(
  { canonical }: Named,
  count: number,
  all: readonly Named[],
  vocabulary: DepartmentVocabulary,
): string | null {
  if (count > 1 || canonical.length < SHORTEST_SLIP) return null;
  const { full } = lexiconOf(vocabulary);
  if (full.has(canonical) || full.has(canonical.slice(1)) || full.has(canonical.slice(2))) return null;
  const others = all
    .filter(({ forms }) => sum(forms.values()) >= MORE_FREQUENT)
    .map((other) => other.canonical)
    .filter((other) => other !== canonical && other.slice(0, 2) === canonical.slice(0, 2));
  return nearest(canonical, others, 1)?.word ?? null;
}

/**
 * The name for the registry: the full form where the sample writes one, else the form that it writes most. The full name
 * that a short form usually has is not made up for it: the county may have another one.
 */
function registeredName(
  canonical: string,
  written: readonly { readonly form: string }[],
  { departments, countyNames }: Format,
): { readonly name: string; readonly isShort: boolean } {
  const { full } = lexiconOf(departments);
  const tail = longestTail(canonical, full);
  if (tail === null) return { name: canonical, isShort: false };
  const before = canonical.slice(0, canonical.length - tail.length);
  const forms = written.flatMap(({ form }) => {
    const own = withOwnPrefix(form, countyNames);
    const bare = longestTail(own, full);
    return bare === null ? [] : [{ name: OWN.test(own) ? own : `${before}${bare}`, bare }];
  });
  const whole = forms.find(({ bare }) => Object.hasOwn(departments.shortForms, bare));
  const short = forms.find(({ bare }) => full.get(bare) !== bare);
  const best = whole ?? short ?? forms[0];
  return { name: best?.name ?? canonical, isShort: whole === undefined && short !== undefined };
}

/** A name with 县 in place of the county's own name: 昭苏县民政局 → 县民政局. */
function withOwnPrefix(name: string, countyNames: readonly string[]): string {
  const county = countyNames.find((candidate) => name.startsWith(candidate));
  return county === undefined ? name : name.slice(county.length - 1);
}

/** The longest known name that a word ends with. */
function longestTail(word: string, known: ReadonlyMap<string, string>): string | null {
  for (let from = 0; from < word.length - 1; from++) if (known.has(word.slice(from))) return word.slice(from);
  return null;
}

/** Pairs of names of which the shorter may be a short form of the longer that nobody told of: 县农技中心. */
function perhapsTheSame(names: readonly string[]): readonly (readonly [string, string])[] {
  return names.flatMap((short) =>
    names
      .filter(
        (long) =>
          long.length > short.length + 1 &&
          long.slice(0, 2) === short.slice(0, 2) &&
          long.at(-1) === short.at(-1) &&
          isWithin(short, long),
      )
      .map((long) => [short, long] as const),
  );
}

/** Whether the characters of one word stand in another in the same order. */
function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (character === short.charAt(at)) at++;
  return at === short.length;
}

/** What the county's own bodies begin with. */
const OWN = /^[县市区旗]/u;

/** Bodies of the party committee first, then the county's own, then those above, each as they come. */
function inOrder(registry: readonly RegisteredDepartment[]): readonly RegisteredDepartment[] {
  const rank = ({ name }: RegisteredDepartment) => (/^[县市区旗]委/u.test(name) ? 0 : OWN.test(name) ? 1 : 2);
  return [...registry].sort((a, b) => rank(a) - rank(b));
}

/** Words of department cells that stand where a name would, in a form that no ending tells: 县城投集团. */
export function learnNames(
  document: ListDocument,
  parent: Format,
): { readonly names: readonly string[]; readonly doubts: readonly Doubt[] } {
  const counts = new Map<string, number>();
  const unread: string[] = [];
  for (const list of document.lists) {
    for (const item of list.items) {
      const text = departmentText(item);
      const read = departmentsOf(document, item);
      if (!text || !read) continue;
      for (const name of strangeNames(text.value, read)) {
        const bare = withoutPrefix(name, document.format);
        if (bare.length >= 3 && !parent.departments.names.includes(bare))
          counts.set(bare, (counts.get(bare) ?? 0) + 1);
        else unread.push(name);
      }
    }
  }
  const names = [...counts.keys()];
  const doubts = [...counts].map(
    ([name, count]): Doubt => ({
      code: 'department-new',
      at: ['departments', 'names'],
      words: [name],
      data: { name, count },
    }),
  );
  const words = joined([...new Set(unread)]);
  if (unread.length > 0)
    doubts.push({ code: 'department-unread', at: ['departments'], words: [], data: { words } });
  return { names, doubts };
}

function strangeNames(value: string, { notNames }: DepartmentList): readonly string[] {
  return notNames.flatMap(({ start, end }) => {
    const words = unspaced(value.slice(start, end));
    const before = unspaced(value.slice(0, start)).at(-1) ?? '、';
    const after = unspaced(value.slice(end)).at(0) ?? '、';
    const apart = '、，；'.includes(before) && '、，；'.includes(after);
    const like = /^[一-鿿]+$/u.test(words) && words.length <= LONGEST_NEW_NAME + 4 && !DUTY_WORDS.test(words);
    return apart && like ? [words] : [];
  });
}

function withoutPrefix(name: string, { countyNames, departments }: Format): string {
  const prefixes = [...countyNames, ...departments.prefixes].sort((a, b) => b.length - a.length);
  const prefix = prefixes.find((candidate) => name.startsWith(candidate));
  return prefix === undefined ? name : name.slice(prefix.length);
}

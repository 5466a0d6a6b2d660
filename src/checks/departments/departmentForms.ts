import {
  bringsOwnPlace,
  hasShortForm,
  isBranchName,
  isKnownBase,
  isShortForm,
  plainPrefix,
} from '../../grammar/prefixes.ts';
import type { ListDocument } from '../../model/document.ts';
import { type DepartmentUse, departmentUses } from './departmentUses.ts';

/** All uses of one department that are written alike. */
export interface WrittenForm {
  /** As an editor would name it, without the county's name: 县林草局. */
  readonly name: string;
  readonly uses: readonly DepartmentUse[];
}

/** A department with the form used most and the forms that differ from it. */
export interface DepartmentForms {
  readonly usual: WrittenForm;
  readonly odd: readonly (WrittenForm & {
    /** What differs: the words of the name, its prefix (县编办, 县委编办), or that it has none. */
    readonly by: 'name' | 'prefix' | 'noPrefix';
  })[];
}

/** A prefix is left out by mistake where so many others of its kind have one. */
const USUALLY = 4;
/** From so many departments on, short names in sentences and full names in the department column are a habit. */
const HABIT = 3;

/** Names (without prefix) that are not compared. */
export interface Exempt {
  /** Names that stand for more than one body: 人大 and its standing committee. */
  readonly always: ReadonlySet<string>;
  /** Names that may stand without prefix: 人民法院. */
  readonly withoutPrefix: ReadonlySet<string>;
}

/** The departments of a part of the document that are written in more than one form. */
export function departmentForms(
  document: ListDocument,
  part: number,
  exempt: Exempt,
): readonly DepartmentForms[] {
  const uses = document.lists.flatMap((list, index) =>
    list.part === part ? departmentUses(document, { list, index }) : [],
  );
  const compared = uses.filter(
    (use) => !exempt.always.has(use.base) && !(use.prefix === '' && exempt.withoutPrefix.has(use.base)),
  );
  const sets = isApart(byBody(document, compared))
    ? [compared.filter((use) => use.where === 'column'), compared.filter((use) => use.where !== 'column')]
    : [compared];
  return sets.flatMap((set) => {
    const bodies = byBody(document, set);
    const habits = habitsOf(document, set, bodies);
    return [...bodies.values()].flatMap((body) => formsOf(document, body, habits));
  });
}

type Bodies = ReadonlyMap<string, readonly DepartmentUse[]>;

/** Whether the department column and the sentences write names in forms of their own: 县人力资源和社会保障局 and 县人社局. */
function isApart(bodies: Bodies): boolean {
  let alike = 0;
  let different = 0;
  for (const body of bodies.values()) {
    const inColumn = mostFrequent(body.filter((use) => use.where === 'column').map((use) => use.base));
    const inText = mostFrequent(body.filter((use) => use.where === 'text').map((use) => use.base));
    if (inColumn === null || inText === null) continue;
    if (inColumn === inText) alike++;
    else different++;
  }
  return different >= HABIT && different > alike;
}

/** Uses by body; a name without prefix belongs to the county's own. */
function byBody(document: ListDocument, uses: readonly DepartmentUse[]): Bodies {
  const bodies = new Map<string, DepartmentUse[]>();
  for (const use of uses) {
    const known = bodies.get(use.canonical);
    if (known) known.push(use);
    else bodies.set(use.canonical, [use]);
  }
  // Where the county is not known by name, 教育局 has no unit of its own to be compared by.
  for (const [canonical, group] of bodies) {
    const [first] = group;
    if (first?.prefix !== '' || standsAlone(document, first.base)) continue;
    const own = ['县', '县委', '区', '区委', '市', '市委', '旗', '旗委'].find((unit) =>
      bodies.has(`${unit}${canonical}`),
    );
    if (own === undefined) continue;
    bodies.get(`${own}${canonical}`)?.push(...group);
    bodies.delete(canonical);
  }
  return bodies;
}

function standsAlone(document: ListDocument, base: string): boolean {
  const { departments, countyNames } = document.format;
  return bringsOwnPlace(base, departments, countyNames);
}

interface Habits {
  /** Where names always bring their prefix. */
  readonly prefixed: ReadonlySet<DepartmentUse['where']>;
  /** Whether most departments stand under their full names. */
  readonly full: boolean;
  /** The prefix of most names: 县. */
  readonly unit: string;
}

function habitsOf(document: ListDocument, uses: readonly DepartmentUse[], bodies: Bodies): Habits {
  let full = 0;
  let short = 0;
  for (const body of bodies.values()) {
    const usual = mostFrequent(body.map((use) => use.base));
    if (usual !== null && isShortForm(usual, document.format.departments)) short++;
    else if (usual !== null && hasShortForm(usual, document.format.departments)) full++;
  }
  const prefixed = (['column', 'heading', 'text'] as const).filter((where) => {
    const here = uses.filter(
      (use) => use.where === where && !use.carried && !standsAlone(document, use.base),
    );
    const without = here.filter((use) => use.prefix === '').length;
    return here.length - without >= USUALLY * without;
  });
  const unit =
    mostFrequent(
      uses.flatMap((use) =>
        use.carried || use.prefix === '' ? [] : plainPrefix(use.prefix, document.format.departments),
      ),
    ) ?? '';
  return { prefixed: new Set(prefixed), full: full > short, unit };
}

function formsOf(
  document: ListDocument,
  uses: readonly DepartmentUse[],
  habits: Habits,
): readonly DepartmentForms[] {
  const { departments, countyNames } = document.format;
  if (uses.length < 2 && !uses.some((use) => use.where === 'column' && use.prefix === '')) return [];
  const branches = new Map<string, boolean>();
  const isBranch = ({ base }: DepartmentUse) => {
    const known = branches.get(base);
    if (known !== undefined) return known;
    const made = isBranchName(base, departments, countyNames);
    branches.set(base, made);
    return made;
  };
  const wordsOf = (use: DepartmentUse) => (isBranch(use) && !use.carried ? use.name : use.base);
  const usualWords = usualOf(uses.map(wordsOf), document, habits);
  if (usualWords === null) return [];
  const unitOf = (use: DepartmentUse) =>
    use.carried || use.prefix === '' || isBranch(use) ? null : plainPrefix(use.prefix, departments);
  const alike = uses.filter((use) => wordsOf(use) === usualWords);
  const usualUnit =
    mostFrequent(alike.flatMap((use) => unitOf(use) ?? [])) ??
    mostFrequent(uses.flatMap((use) => unitOf(use) ?? [])) ??
    (uses.some((use) => use.where === 'column') ? habits.unit : '');
  const usual: DepartmentUse[] = [];
  const odd = new Map<string, DepartmentUse[]>();
  for (const use of uses) {
    const unit = unitOf(use);
    // Behind another name it is the separator that is wrong, or the first name that lacks the prefix.
    const stands = use.where === 'heading' || use.isFirst;
    const isBare =
      use.prefix === '' &&
      stands &&
      isKnownBase(use.base, departments) &&
      !isBranch(use) &&
      habits.prefixed.has(use.where) &&
      usualUnit !== '';
    let key: string | null = null;
    if (wordsOf(use) !== usualWords) key = `name ${wordsOf(use)}`;
    else if (isBare && !standsAlone(document, use.base)) key = 'noPrefix';
    else if (unit !== null && unit !== usualUnit) key = `prefix ${unit}`;
    if (key === null) usual.push(use);
    else odd.set(key, [...(odd.get(key) ?? []), use]);
  }
  if (odd.size === 0) return [];
  const isWhole = alike.some(isBranch) || standsAlone(document, usualWords);
  const name = isWhole ? usualWords : `${usualUnit}${usualWords}`;
  return [
    {
      usual: { name, uses: usual },
      odd: [...odd].map(([key, found]) => {
        const by = key.startsWith('name') ? 'name' : key === 'noPrefix' ? 'noPrefix' : 'prefix';
        const [first] = found;
        return { name: first ? plainName(document, first) : '', uses: found, by };
      }),
    },
  ];
}

/** A form is used most when it stands this much oftener than another; else the document's habit decides. */
const CLEARLY = 2;

/** The form used most; of two used about as often, the one that is full or short as the document's other names are. */
function usualOf(words: readonly string[], document: ListDocument, habits: Habits): string | null {
  const most = mostFrequent(words);
  if (most === null) return null;
  const counted = (word: string) => words.filter((other) => other === word).length;
  const isHabit = (word: string) => isShortForm(word, document.format.departments) !== habits.full;
  if (isHabit(most)) return most;
  const rivals = [...new Set(words)].filter(
    (word) => isHabit(word) && counted(most) - counted(word) < CLEARLY,
  );
  return mostFrequent(words.filter((word) => rivals.includes(word))) ?? most;
}

/** A name without the name of the county. */
function plainName(document: ListDocument, use: DepartmentUse): string {
  const { departments, countyNames } = document.format;
  if (use.prefix === '' || isBranchName(use.base, departments, countyNames)) return use.name;
  return `${plainPrefix(use.prefix, departments)}${use.base}`;
}

/** The word that stands most often, of equals the first; null of none. */
export function mostFrequent(words: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  let best: string | null = null;
  let most = 0;
  for (const [word, count] of counts) {
    if (count <= most) continue;
    best = word;
    most = count;
  }
  return best;
}

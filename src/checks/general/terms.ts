import type { Finding } from '../../model/finding.ts';
import type { Rule } from '../../model/rule.ts';
import { type WordIndex, wordIndex } from '../../patterns/wordIndex.ts';
import type { Check, RuleFault } from '../check.ts';
import { booleanOption, wordOption } from '../options.ts';
import { REASON_SCHEMA, type Reason, reasonOf } from '../reasons.ts';
import { canOverlap, inContext } from '../texts/contexts.ts';
import { joinedTexts, scanUnits } from '../texts/joinedTexts.ts';
import { nothingInScope } from '../texts/scopedTexts.ts';
import { atUnit } from '../texts/texts.ts';

const CERTAINTIES = ['sure', 'unsure', 'all'] as const;

/** One entry of `entries`, as the schema lets it be. */
interface TermEntry {
  readonly wrong: string | readonly string[];
  readonly right?: string | readonly string[];
  readonly reason?: Reason;
  readonly except?: readonly string[];
  readonly sure?: boolean;
}

/** A wrong word with all that goes with it. */
interface Term {
  readonly word: string;
  readonly right: readonly string[];
  readonly entry: TermEntry;
  /** Where it stands in the options. */
  readonly path: readonly (string | number)[];
  /** Words around it that make it right: those of the entry, and what it should become where that holds it. */
  readonly contexts: readonly string[];
}

/** A table of words that should be others, each with the reason and the contexts in which it is right after all. */
export const terms: Check = {
  kind: 'terms',
  scope: ['lists', 'column', 'categories', 'parts'],
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['entries'],
    properties: {
      entries: {
        description: 'The table. A rule that extends this one changes it with { add: [...], remove: [...] }.',
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['wrong'],
          properties: {
            wrong: {
              description: 'The word that should not stand in the text, or several.',
              type: ['string', 'array'],
              minLength: 1,
              minItems: 1,
              items: { type: 'string', minLength: 1 },
            },
            right: {
              description:
                'What should stand there, or several to choose from. Empty: the word is to be deleted. Left out: no suggestion.',
              type: ['string', 'array'],
              items: { type: 'string' },
            },
            reason: REASON_SCHEMA,
            except: {
              description:
                'Longer stretches in which the characters are right: a hit that one of them covers or overlaps is not meant.',
              type: 'array',
              items: { type: 'string', minLength: 1 },
              default: [],
            },
            sure: {
              description: 'Whether the word is wrong wherever else it stands.',
              type: 'boolean',
              default: true,
            },
          },
        },
      },
      certainty: {
        description:
          'Which entries are reported: sure, unsure, or all. A second rule that extends this one reports the unsure ones at a severity of its own.',
        enum: CERTAINTIES,
        default: 'sure',
      },
      fix: {
        description: 'Whether sure entries with one right form are safe to apply without asking.',
        type: 'boolean',
        default: false,
      },
    },
  },
  variants: {
    default: ['wrong', 'right', 'reason'],
    term: ['wrong', 'right', 'reason'],
    unsure: ['wrong', 'right', 'reason'],
    remove: ['wrong', 'right', 'reason'],
    replace: ['wrong', 'right'],
    delete: ['wrong', 'right'],
  },
  messages: {
    replace: { zh: '改为“{right}”', en: 'change to “{right}”' },
    delete: { zh: '删去“{wrong}”', en: 'delete “{wrong}”' },
  },
  faults: (rule) => [...tableOf(rule).terms.flatMap(faultsOf), ...repeatedWords(rule)],
  pieces: (rule) =>
    tableOf(rule).terms.map(({ word, path }) => ({ path: ['options', ...path], label: word })),
  run(document, rule, used) {
    const joined = joinedTexts(document, rule);
    if (joined.units.length === 0) return nothingInScope();
    const { terms: table, index } = tableOf(rule);
    const fixes = booleanOption(rule, 'fix', false);
    const findings: Finding[] = [];
    scanUnits(joined, index, (at, unit, start, end) => {
      const term = table[at];
      if (!term) return false;
      used?.(at);
      if (inContext(unit.text.value, start, end, term.contexts)) return false;
      findings.push(findingFor(term, atUnit(unit, start, end), fixes));
      return true;
    });
    return findings;
  },
};

interface Table {
  /** Those that the rule reports. */
  readonly terms: readonly Term[];
  readonly index: WordIndex;
}

const tables = new WeakMap<object, Map<string, Table>>();

/** The entries that a rule reports, ready for searching; made once for each table. */
function tableOf(rule: Rule): Table {
  const entries = Array.isArray(rule.options.entries) ? (rule.options.entries as readonly TermEntry[]) : [];
  const certainty = wordOption(rule, 'certainty', CERTAINTIES, 'sure');
  let known = tables.get(entries);
  if (!known) {
    known = new Map();
    tables.set(entries, known);
  }
  let table = known.get(certainty);
  if (!table) {
    const reported = entries.flatMap((entry, index) =>
      certainty === 'all' || (entry.sure ?? true) === (certainty === 'sure') ? termsOf(entry, index) : [],
    );
    table = { terms: reported, index: wordIndex(reported.map(({ word }) => word)) };
    known.set(certainty, table);
  }
  return table;
}

function termsOf(entry: TermEntry, index: number): readonly Term[] {
  const { wrong, except = [] } = entry;
  const right = rightForms(entry);
  const at = ['entries', index, 'wrong'];
  const words = typeof wrong === 'string' ? [wrong] : wrong;
  return words.map((word, i) => ({
    word,
    right,
    entry,
    path: typeof wrong === 'string' ? at : [...at, i],
    // 配合 → 积极配合: where the right form already stands, its part is not wrong.
    contexts: [...except, ...right.filter((form) => form.includes(word) && form !== word)],
  }));
}

function rightForms({ right }: TermEntry): readonly string[] {
  if (right === undefined) return [];
  return typeof right === 'string' ? [right] : right;
}

function findingFor(term: Term, place: ReturnType<typeof atUnit>, fixes: boolean): Finding {
  const { word: wrong, right, entry } = term;
  const sure = entry.sure ?? true;
  const [only] = right;
  const data = {
    wrong,
    right: right.filter((form) => form !== '').join(' / '),
    reason: reasonOf(entry.reason),
  };
  const finding: Finding = {
    ...place,
    variant: right.length > 0 && data.right === '' ? 'remove' : sure ? 'term' : 'unsure',
    data,
  };
  const edits = (form: string) => [{ span: place.span, text: form }];
  if (fixes && sure && only !== undefined && right.length === 1) return { ...finding, fix: edits(only) };
  if (right.length === 0) return finding;
  return {
    ...finding,
    suggestions: right.map((form) => ({
      variant: form === '' ? 'delete' : 'replace',
      data: { wrong, right: form },
      edits: edits(form),
    })),
  };
}

/** Of a word that stands in the table twice only the first entry would ever count. */
function repeatedWords(rule: Rule): readonly RuleFault[] {
  const seen = new Map<string, number>();
  return tableOf(rule).terms.flatMap(({ word, path }): readonly RuleFault[] => {
    const entry = Number(path[1]);
    const other = seen.get(word);
    seen.set(word, other ?? entry);
    if (other === undefined) return [];
    const message = {
      zh: `“${word}” 已经在第 ${other + 1} 条里，这一条不会起作用。要改写原来的，请先用 remove 去掉`,
      en: `"${word}" already stands in entry ${other + 1}, so this one has no effect; to replace that, take it out with remove`,
    };
    return [{ path: ['options', ...path], message }];
  });
}

function faultsOf({ word, right, entry, path }: Term): readonly RuleFault[] {
  const faults: RuleFault[] = [];
  const at = ['options', ...path];
  if (right.includes(word)) {
    const message = { zh: `“${word}” 改来改去还是它自己`, en: `"${word}" is to become itself` };
    faults.push({ path: at, message });
  }
  if (/[\n\r]|^\s|\s$/.test(word)) {
    const message = {
      zh: `“${word.trim()}” 前后有空白，或者里面有换行，会找不到`,
      en: `"${word.trim()}" has white space around it or a line break in it, and would not be found`,
    };
    faults.push({ path: at, message });
  }
  const words = typeof entry.wrong === 'string' ? [entry.wrong] : entry.wrong;
  for (const [i, context] of (entry.except ?? []).entries()) {
    // Told once for an entry of several words, and only when the context fits none of them.
    if (word !== words[0] || words.some((one) => canOverlap(one, context))) continue;
    const message = {
      zh: `“${context}” 和 “${words.join('、')}” 没有相同的字，不可能是它的上下文`,
      en: `"${context}" shares nothing with "${words.join(', ')}" and can be no context of it`,
    };
    faults.push({ path: ['options', 'entries', Number(path[1]), 'except', i], message });
  }
  return faults;
}

import type { Edit, Finding } from '../../model/finding.ts';
import type { Rule } from '../../model/rule.ts';
import {
  compilePattern,
  loadEngine,
  needsEngine,
  type PatternMatch,
  patternFault,
} from '../../patterns/pattern.ts';
import type { Check, RuleFault } from '../check.ts';
import { REASON_SCHEMA, type Reason, reasonOf, shownWords } from '../reasons.ts';
import { inContext } from '../texts/contexts.ts';
import { joinedTexts, unitsHolding } from '../texts/joinedTexts.ts';
import { holdsLineBreaks, nothingInScope } from '../texts/scopedTexts.ts';
import { atUnit, type TextUnit } from '../texts/texts.ts';
import { replacementFault, replacementFor } from './replacement.ts';

/** One entry of `patterns`, as the schema lets it be; `faults` sees to it that it has one of `forbid` and `demand`. */
interface PatternEntry {
  readonly forbid?: string;
  readonly demand?: string;
  readonly reason?: Reason;
  readonly replace?: string;
  readonly fix?: boolean;
  readonly except?: readonly string[];
}

/** Words that must not stand in the texts of the scope, or that each of them must hold, as regular expressions. */
export const pattern: Check = {
  kind: 'pattern',
  scope: ['lists', 'column', 'categories', 'parts'],
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['patterns'],
    properties: {
      patterns: {
        description: 'The patterns, each with forbid or demand.',
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          additionalProperties: false,
          properties: {
            forbid: {
              description:
                'Regular expression of what must not stand in the text. JavaScript notation in Unicode mode, without look-around and back references; ^ and $ stand for the ends of a line. Every match is reported.',
              type: 'string',
            },
            demand: {
              description: 'Regular expression that every text of the scope must match somewhere.',
              type: 'string',
            },
            reason: REASON_SCHEMA,
            replace: {
              description:
                'What the match should become, offered as a suggestion; $1 or $<name> stands for a group, $& for the match, $$ for a dollar sign. Empty: the match is to be deleted.',
              type: 'string',
            },
            fix: {
              description: 'Whether replace is safe to apply without asking.',
              type: 'boolean',
              default: false,
            },
            except: {
              description: 'Words; a match that they cover or overlap is not meant.',
              type: 'array',
              items: { type: 'string', minLength: 1 },
              default: [],
            },
          },
        },
      },
    },
  },
  variants: {
    default: ['found', 'reason', 'pattern'],
    forbidden: ['found', 'reason', 'pattern'],
    missing: ['found', 'reason', 'pattern'],
    replace: ['found', 'right'],
    remove: ['found'],
  },
  messages: {
    replace: { zh: '改为“{right}”', en: 'change to “{right}”' },
    remove: { zh: '删去“{found}”', en: 'delete “{found}”' },
  },
  load: (rule) => (entriesOf(rule).some((entry) => needsEngine(sourceOf(entry))) ? loadEngine() : null),
  faults: (rule) => entriesOf(rule).flatMap((entry, index) => faultsOf(entry, index, rule)),
  pieces: (rule) =>
    entriesOf(rule).map((entry, index) => ({
      path: ['options', 'patterns', index, entry.forbid === undefined ? 'demand' : 'forbid'],
      label: sourceOf(entry),
    })),
  run(document, rule, used) {
    const joined = joinedTexts(document, rule);
    if (joined.units.length === 0) return nothingInScope();
    return entriesOf(rule).flatMap((entry, index) => {
      const compiled = compilePattern(sourceOf(entry));
      if (entry.forbid === undefined)
        return joined.units.flatMap((unit): readonly Finding[] => {
          if (!compiled.test(unit.text.value)) return [missing(unit, entry)];
          used?.(index);
          return [];
        });
      // A search over all texts at once costs a tenth of one over each; the other engine has limits of its own.
      const units = compiled.search ? unitsHolding(joined, compiled.search) : joined.units;
      return units.flatMap((unit): readonly Finding[] => {
        const matches = compiled.matches(unit.text.value);
        if (matches.length > 0) used?.(index);
        return matches
          .filter(({ start, end }) => !inContext(unit.text.value, start, end, entry.except ?? []))
          .map((match) => forbidden(unit, entry, match, compiled.names));
      });
    });
  },
};

function entriesOf({ options }: Rule): readonly PatternEntry[] {
  return Array.isArray(options.patterns) ? (options.patterns as readonly PatternEntry[]) : [];
}

function sourceOf({ forbid, demand }: PatternEntry): string {
  return forbid ?? demand ?? '';
}

function missing(unit: TextUnit, entry: PatternEntry): Finding {
  return {
    ...atUnit(unit, 0, unit.text.value.length),
    variant: 'missing',
    data: { found: shownWords(unit.text.value), reason: reasonOf(entry.reason), pattern: sourceOf(entry) },
  };
}

function forbidden(
  unit: TextUnit,
  entry: PatternEntry,
  match: PatternMatch,
  names: ReadonlyMap<string, number>,
): Finding {
  const found = shownWords(match.groups[0] ?? '');
  const place = atUnit(unit, match.start, match.end);
  const finding: Finding = {
    ...place,
    variant: 'forbidden',
    data: { found, reason: reasonOf(entry.reason), pattern: sourceOf(entry) },
  };
  if (entry.replace === undefined) return finding;
  const right = replacementFor(entry.replace, match.groups, names);
  const edits: readonly Edit[] = [{ span: place.span, text: right }];
  if (entry.fix) return { ...finding, fix: edits };
  const variant = right === '' ? 'remove' : 'replace';
  return { ...finding, suggestions: [{ variant, data: { found, right }, edits }] };
}

function faultsOf(entry: PatternEntry, index: number, rule: Rule): readonly RuleFault[] {
  const path = ['options', 'patterns', index];
  const { forbid, demand, replace } = entry;
  if ((forbid === undefined) === (demand === undefined)) {
    return [
      {
        path,
        message: {
          zh: '每个正则表达式写 forbid（不许出现）或 demand（必须出现），两者选一',
          en: 'a pattern has either forbid (must not stand there) or demand (must stand there)',
        },
        allowed: ['forbid', 'demand'],
      },
    ];
  }
  const key = forbid === undefined ? 'demand' : 'forbid';
  const source = sourceOf(entry);
  const fault = patternFault(source, { lineBreaks: holdsLineBreaks(rule.on) });
  if (fault) {
    return [{ path: [...path, key], message: fault.message, within: { at: fault.at, length: fault.length } }];
  }
  if (replace === undefined) return [];
  if (forbid === undefined) {
    const message = {
      zh: 'demand 没有找到的内容可以替换；replace 要和 forbid 一起用',
      en: 'demand finds nothing that could be replaced; replace goes with forbid',
    };
    return [{ path: [...path, 'replace'], message }];
  }
  const wrong = replacementFault(replace, compilePattern(source));
  return wrong ? [{ ...wrong, path: [...path, 'replace'] }] : [];
}

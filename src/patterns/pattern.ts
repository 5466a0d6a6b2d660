import type { Localized } from '../model/format.ts';
import { PatternError, type PatternFault } from './fault.ts';
import { faultTexts } from './faultTexts.ts';
import { isNullable, isProvedLinear } from './linear.ts';
import { requiredLiteral } from './literal.ts';
import type { ParsedPattern } from './nodes.ts';
import { parsePattern } from './parse.ts';
import { type PatternTexts, whyNever } from './possible.ts';
import { re2Source } from './re2.ts';

export type { PatternFault } from './fault.ts';
export type { PatternTexts } from './possible.ts';

/** A stretch of a text that a pattern matches, in UTF-16 code units. */
export interface PatternMatch {
  readonly start: number;
  readonly end: number;
  /** What the groups caught, by number; 0 is the whole match. A group that took no part caught the empty string. */
  readonly groups: readonly string[];
}

/** A regular expression whose matches are found in time linear in the text. */
export interface Pattern {
  readonly source: string;
  /** Name to number of the groups that have one. */
  readonly names: ReadonlyMap<string, number>;
  /** How many groups capture. */
  readonly groups: number;
  /** For a search over many texts at once, with the flag `g`; null where the engine runs the pattern. */
  readonly search: RegExp | null;
  /** The matches from left to right, none inside another. */
  matches(text: string): readonly PatternMatch[];
  /** Whether there is a match. */
  test(text: string): boolean;
}

/**
 * Matches that one text may have at most, times its length: each search is linear, but looking ahead of a match can take
 * as long as the text, so that very many matches in a very long text would not be. No text of a list comes near.
 */
const MOST_WORK = 20_000_000;

/** The engine for patterns that are not proved to be linear: those that need it are few, and it is large. */
interface Engine {
  compile(source: string): { find(text: string): Iterable<PatternMatch>; test(text: string): boolean };
}

let engine: Engine | null = null;
const patterns = new Map<string, Pattern>();
const parsed = new Map<string, ParsedPattern>();

/** What is known of a pattern that was proved to run in linear time. */
export interface ProvedPattern {
  readonly source: string;
  readonly groups: number;
  /** Names of groups with their numbers. */
  readonly names: readonly (readonly [string, number])[];
  /** See `requiredLiteral`. */
  readonly literal: string;
}

const trusted = new Map<string, ProvedPattern>();

/** What `trustPatterns` takes, or null for a pattern that is not proved to be linear. Throws PatternError for what is none. */
export function provedPattern(source: string): ProvedPattern | null {
  const parts = parse(source);
  return isProvedLinear(parts) ? proof(parts) : null;
}

/** Spares `compilePattern` the proof for patterns that were proved before, when the tool was built. */
export function trustPatterns(patterns: readonly ProvedPattern[]): void {
  for (const pattern of patterns) trusted.set(pattern.source, pattern);
}

function proof(parts: ParsedPattern): ProvedPattern {
  const { source, groups, names } = parts;
  return { source, groups, names: [...names], literal: requiredLiteral(parts) };
}

function parse(source: string): ParsedPattern {
  let pattern = parsed.get(source);
  if (!pattern) {
    pattern = parsePattern(source);
    parsed.set(source, pattern);
  }
  return pattern;
}

/** Whether a pattern is sound but runs only after `loadEngine`. */
export function needsEngine(source: string): boolean {
  try {
    return !isProvedLinear(parse(source));
  } catch {
    return false;
  }
}

/** Loads the engine (RE2 in JavaScript) that runs any pattern in linear time; once. */
export async function loadEngine(): Promise<void> {
  if (engine) return;
  const { RE2JS } = await import('re2js');
  engine = {
    compile(source) {
      const compiled = RE2JS.compile(source, RE2JS.MULTILINE);
      return {
        test: (text) => compiled.test(text),
        *find(text) {
          // Whether there is any is told much faster than where.
          if (!compiled.test(text)) return;
          const matcher = compiled.matcher(text);
          while (matcher.find()) {
            const groups: string[] = [];
            for (let group = 0; group <= compiled.groupCount(); group++)
              groups.push(matcher.group(group) ?? '');
            yield { start: matcher.start(), end: matcher.end(), groups };
          }
        },
      };
    },
  };
}

/**
 * What is wrong with a pattern that is to be found in texts of a kind, or null: it is no pattern, it cannot run in linear
 * time, it can never match, or it matches everywhere. Where the pattern needs the engine and that is not loaded, that too
 * is a fault: built-in rules do without.
 */
export function patternFault(source: string, texts: PatternTexts): PatternFault | null {
  try {
    const pattern = parse(source);
    const never = whyNever(pattern, texts);
    if (never) return never;
    if (isNullable(pattern.root)) return whole('empty-match', source, faultTexts.fitsEmpty());
    if (isProvedLinear(pattern)) return null;
    if (!engine) return whole('not-linear', source, faultTexts.notProved());
    engine.compile(re2Source(pattern));
    return null;
  } catch (error) {
    if (error instanceof PatternError) return error.fault;
    // The engine has limits of its own.
    const reason = error instanceof Error ? error.message : String(error);
    return whole('too-large', source, faultTexts.invalid(reason));
  }
}

function whole(code: PatternFault['code'], source: string, message: Localized): PatternFault {
  return { code, at: 0, length: source.length, message };
}

/**
 * The pattern, ready to run; the same one for the same source.
 * @throws when `patternFault` has something against it
 */
export function compilePattern(source: string): Pattern {
  let pattern = patterns.get(source);
  if (!pattern) {
    const known = trusted.get(source) ?? provedPattern(source);
    pattern = known ? nativePattern(known) : enginePattern(parse(source));
    patterns.set(source, pattern);
  }
  return pattern;
}

function nativePattern({ source, groups, names, literal }: ProvedPattern): Pattern {
  const all = new RegExp(source, 'gmu');
  const first = new RegExp(source, 'mu');
  return {
    source,
    names: new Map(names),
    groups,
    search: all,
    test: (text) => text.includes(literal) && first.test(text),
    matches(text) {
      if (!text.includes(literal)) return [];
      return Array.from(text.matchAll(all), (match) => ({
        start: match.index,
        end: match.index + match[0].length,
        groups: Array.from(match, (group: string | undefined) => group ?? ''),
      }));
    },
  };
}

function enginePattern(parts: ParsedPattern): Pattern {
  if (!engine) throw new Error(`the engine for the pattern ${parts.source} is not loaded`);
  const { find, test } = engine.compile(re2Source(parts));
  return {
    source: parts.source,
    names: parts.names,
    groups: parts.groups,
    search: null,
    test,
    matches(text) {
      const found: PatternMatch[] = [];
      for (const match of find(text)) {
        found.push(match);
        if (found.length * text.length > MOST_WORK) break;
      }
      return found;
    },
  };
}

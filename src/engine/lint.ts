import { type Check, isNotApplicable, type NotApplicable, type OtherRules } from '../checks/check.ts';
import { checks } from '../checks/index.ts';
import type { ListDocument } from '../model/document.ts';
import type { Edit, Finding, RelatedPlace } from '../model/finding.ts';
import { type ColumnId, LIST_KINDS, type ListKind } from '../model/format.ts';
import { positionAt, type Span } from '../model/place.ts';
import type {
  FileError,
  FileReport,
  ReportEdit,
  ReportedFinding,
  ReportedIgnore,
  ReportLocation,
  RuleOutcome,
  TownshipFacts,
} from '../model/report.ts';
import type { Rule, Severity } from '../model/rule.ts';
import { unspaced } from '../model/text.ts';
import { type IgnoreRange, ignoreRanges } from '../outline/ignoreRanges.ts';
import { builtinRuleset } from '../ruleset/load.ts';
import { contextFinder } from './context.ts';
import { fileError } from './fileErrors.ts';
import { ignores, withoutIgnored } from './filters/ignored.ts';
import { fingerprinter } from './fingerprint.ts';
import { shakyLists } from './shakyLists.ts';
import { foldedWords, listSummaries, statedCountSummaries, unreadPlaces } from './summaries.ts';
import { dataIn, fillTemplate } from './template.ts';
import { factsOf } from './townshipFacts.ts';

type Language = 'zh' | 'en';

/** Who wants to know more of a run than stands in its report: `--timing`, `--unused`, `--debug`. */
export interface LintWatch {
  /** A clock, in milliseconds. Rules are timed only where there is one. */
  readonly now?: () => number;
  /** Told how long each rule took. What several rules ask of a document is computed for the first of them. */
  readonly onTime?: (ruleId: string, milliseconds: number) => void;
  /** Told which of a rule's pieces (see `Check.pieces`) matched something. */
  readonly onUse?: (ruleId: string, piece: number) => void;
  /** Told of what went wrong inside a rule, as it was thrown. */
  readonly onFailure?: (error: unknown) => void;
}

/** A finding with the rule it comes from. */
interface Found {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly finding: Finding;
  readonly message: string;
  readonly suggestions: ReportedFinding['suggestions'];
}

/**
 * Runs rules over a document. The report says what was found, what passed, what could not be applied and what was not
 * read. A rule that fails makes the file an error with code `internal`, never a pass; the other rules still run.
 */
export function lint(
  document: ListDocument,
  rules: readonly Rule[],
  language: Language,
  watch: LintWatch = {},
): FileReport {
  return lintWith(checks, document, rules, language, watch);
}

/** `lint` with other kinds of checks than the built-in ones. */
export function lintWith(
  kinds: ReadonlyMap<string, Check>,
  document: ListDocument,
  rules: readonly Rule[],
  language: Language,
  watch: LintWatch = {},
): FileReport {
  const nothing = nothingToCheck(document, language);
  const outcomes: RuleOutcome[] = [];
  const found: Found[] = [];
  let error = nothing;
  const ranges = ignoreRanges(document).ranges;
  const isLast = (rule: Rule): boolean => kinds.get(rule.check)?.afterOthers === true;
  for (const rule of [...rules.filter((rule) => !isLast(rule)), ...rules.filter(isLast)]) {
    if (rule.severity === 'off') continue;
    const { id, severity } = rule;
    if (nothing) {
      outcomes.push({ id, status: 'notApplicable', reason: nothing.message });
      continue;
    }
    const before = watch.now?.() ?? 0;
    const others = isLast(rule) ? othersOf(rules, outcomes, found, error) : undefined;
    const result = runCheck(kinds, document, rule, language, watch, others);
    if (watch.now) watch.onTime?.(id, watch.now() - before);
    if ('failed' in result) {
      error ??= result.failed;
      outcomes.push({ id, status: 'notApplicable', reason: result.failed.message });
    } else if ('notApplicable' in result) {
      outcomes.push({ id, status: 'notApplicable', reason: result.notApplicable[language] });
    } else if (result.length === 0) {
      outcomes.push({ id, status: 'passed' });
    } else {
      outcomes.push({ id, status: 'failed', findings: result.length });
      // Not `push(...)`: there may be more findings than a call takes arguments.
      for (const said of result) found.push({ rule, severity, ...said });
    }
  }
  const { source, format } = document;
  const summaries = summariesOf(document, language, watch);
  error ??= summaries.error;
  const facts = factsFor(kinds, document, rules, error);
  return withoutIgnored({
    path: source.path,
    reader: source.reader,
    format: format.id,
    lists: summaries.lists,
    statedCounts: summaries.statedCounts,
    rules: outcomes,
    unread: unreadPlaces(document, language),
    ignores: ranges.flatMap((range) => reportIgnore(document, range)),
    findings: reportFindings(document, found),
    suppressed: [],
    error,
    ...(facts.length > 0 && { facts }),
  });
}

/** Facts for the rules that compare townships, where one is on and the document could be checked. */
function factsFor(
  kinds: ReadonlyMap<string, Check>,
  document: ListDocument,
  rules: readonly Rule[],
  error: FileError | null,
): readonly TownshipFacts[] {
  const compares = rules.some(({ check, severity }) => severity !== 'off' && kinds.get(check)?.across);
  return compares && error === null ? factsOf(document) : [];
}

function othersOf(
  rules: readonly Rule[],
  outcomes: readonly RuleOutcome[],
  found: readonly Found[],
  error: FileError | null,
): OtherRules {
  const known = new Set([...builtinRuleset().rules, ...rules].map(({ id }) => id));
  return {
    known: [...known],
    applied: new Set(outcomes.flatMap(({ id, status }) => (status === 'notApplicable' ? [] : [id]))),
    found: found.map(({ rule, finding }) => ({ ruleId: rule.id, offset: finding.span.start })),
    isComplete: error === null,
    ignores,
  };
}

/** An ignore that names nothing but rules that do not exist ignores nothing. */
function reportIgnore({ source }: ListDocument, { comment, covers }: IgnoreRange): readonly ReportedIgnore[] {
  const { rules, reason, span } = comment;
  const ids = rules.map(({ id }) => id).filter((id) => /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id));
  if (rules.length > 0 && ids.length === 0) return [];
  const [start, end] = [positionAt(source.lineStarts, span.start), positionAt(source.lineStarts, span.end)];
  return [{ rules: rules.length === 0 ? null : ids, reason, start, end, covers }];
}

function summariesOf(
  document: ListDocument,
  language: Language,
  { onFailure }: LintWatch,
): Pick<FileReport, 'lists' | 'statedCounts' | 'error'> {
  try {
    return { lists: listSummaries(document), statedCounts: statedCountSummaries(document), error: null };
  } catch (error) {
    onFailure?.(error);
    return { lists: [], statedCounts: [], error: internalError('summary', error, language) };
  }
}

/** Runs one check and fills its messages, so that a fault in either is told as the fault of this rule. */
function runCheck(
  kinds: ReadonlyMap<string, Check>,
  document: ListDocument,
  rule: Rule,
  language: Language,
  { onUse, onFailure }: LintWatch,
  others?: OtherRules,
):
  | readonly Pick<Found, 'finding' | 'message' | 'suggestions'>[]
  | NotApplicable
  | { readonly failed: FileError } {
  try {
    const check = kinds.get(rule.check);
    if (!check) throw new Error(`unknown check ${rule.check}`);
    const result = check.run(document, rule, onUse && ((piece) => onUse(rule.id, piece)), others);
    if (isNotApplicable(result)) return result;
    return result.map((finding) => ({
      finding,
      message: messageOf(rule, finding, language),
      suggestions: suggestionsOf(rule, finding, language),
    }));
  } catch (error) {
    onFailure?.(error);
    return { failed: internalError(rule.id, error, language) };
  }
}

function internalError(where: string, error: unknown, language: Language): FileError {
  const reason = error instanceof Error ? error.message : String(error);
  return fileError('internal', { where, reason }, language);
}

/** Why a document holds nothing to check, or null. */
function nothingToCheck(document: ListDocument, language: Language): FileError | null {
  const { lists, format } = document;
  if (lists.length === 0) {
    const titles = LIST_KINDS.map((kind) => `“${format.lists[kind].titles[0] ?? kind}”`).join('、');
    const headers = (['number', 'category', 'name'] as const)
      .map((column) => format.headers[column][0] ?? column)
      .join(' | ');
    return fileError('no-list', { titles, headers }, language);
  }
  if (lists.some((list) => list.items.length > 0)) return null;
  const names = [...new Set(lists.map((list) => format.lists[list.kind].titles[0] ?? list.kind))];
  return fileError('no-items', { lists: names.map((name) => `“${name}”`).join('、') }, language);
}

function messageOf(rule: Rule, { variant, data }: Finding, language: Language): string {
  const message = rule.messages[variant ?? 'default'] ?? rule.messages.default;
  if (!message) throw new Error(`the rule has no message for ${variant ?? 'default'}`);
  return fillTemplate(message[language], dataIn(data ?? {}, language));
}

/** By place, then in the order of the rules. */
function reportFindings(document: ListDocument, found: readonly Found[]): readonly ReportedFinding[] {
  const fingerprint = fingerprinter(document);
  const shaky = shakyLists(document);
  const contextOf = contextFinder(document);
  const subjectOf = subjectFinder(document);
  const ordered = [...found].sort(
    (a, b) => a.finding.span.start - b.finding.span.start || a.finding.span.end - b.finding.span.end,
  );
  return ordered.map(({ rule, severity, finding, message, suggestions }) => ({
    ruleId: rule.id,
    severity,
    message,
    location: locationOf(document, finding),
    excerpt: cut(document, finding.span),
    context: contextOf(finding),
    subject: subjectOf(finding),
    related: (finding.related ?? []).map((place) => ({
      location: locationOf(document, place),
      excerpt: cut(document, place.span),
    })),
    fix:
      finding.fix && !(isInCell(finding) && shaky.has(finding.listIndex ?? -1))
        ? { edits: reportEdits(finding.fix) }
        : null,
    suggestions,
    fingerprint: fingerprint(rule.id, finding),
  }));
}

function isInCell({ itemIndex }: Finding): boolean {
  return itemIndex !== null;
}

function suggestionsOf(rule: Rule, finding: Finding, language: Language): ReportedFinding['suggestions'] {
  return (finding.suggestions ?? []).flatMap(({ variant, data, edits }) => {
    const message = rule.messages[variant];
    // A rule that says nothing about a suggestion does not offer it.
    return message
      ? [
          {
            message: fillTemplate(message[language], dataIn(data ?? {}, language)),
            edits: reportEdits(edits),
          },
        ]
      : [];
  });
}

function reportEdits(edits: readonly Edit[]): readonly ReportEdit[] {
  return edits.map(({ span, text }) => ({ start: span.start, end: span.end, text }));
}

function locationOf(document: ListDocument, place: Finding | RelatedPlace): ReportLocation {
  const { lineStarts } = document.source;
  const { list, item, column } = place satisfies {
    list: ListKind | null;
    item: number | null;
    column: ColumnId | null;
  };
  return {
    list,
    item,
    column,
    start: positionAt(lineStarts, place.span.start),
    end: positionAt(lineStarts, place.span.end),
  };
}

function cut(document: ListDocument, { start, end }: Span): string {
  return document.source.text.slice(start, end);
}

/** The most characters (code units) of an item's name that a finding repeats: words that long are no name. */
const LONGEST_NAME = 300;

/** Tells title and name for the findings of one document; many stand in one item. */
function subjectFinder(document: ListDocument): (finding: Finding) => ReportedFinding['subject'] {
  const known = new Map<string, ReportedFinding['subject']>();
  return ({ listIndex, itemIndex }) => {
    const key = `${listIndex} ${itemIndex}`;
    const before = known.get(key);
    if (before) return before;
    const list = listIndex === null ? undefined : document.lists[listIndex];
    const item = itemIndex === null ? undefined : list?.items[itemIndex];
    // A name that was wrapped over lines is one name.
    const name = unspaced(item?.fields.name?.text.value ?? '');
    const subject = {
      listTitle: list?.title ? foldedWords(list.title) : null,
      itemName: name === '' ? null : name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name,
    };
    known.set(key, subject);
    return subject;
  };
}

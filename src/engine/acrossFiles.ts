import { checks } from '../checks/index.ts';
import type { AcrossCheck } from '../checks/set/acrossTownships.ts';
import { countiesOf, NOT_COMPARED } from '../checks/set/townships.ts';
import type {
  FactPlace,
  FileReport,
  ReportedFinding,
  RuleAcross,
  RuleInfo,
  RuleOutcome,
  SuppressedFinding,
  TownshipFacts,
} from '../model/report.ts';
import { squeeze } from '../model/text.ts';
import { inOrder, withoutIgnored } from './filters/ignored.ts';
import { shortHash } from './hash.ts';
import { dataIn, fillTemplate } from './template.ts';
import { pointsOf } from './townshipFacts.ts';

/** Whose list something is about. */
export type TownshipName = Pick<TownshipFacts, 'prefecture' | 'county' | 'township'>;

/** Where the facts of a run's files are. */
export interface FactSource {
  /** Whose lists a file holds, in the order of its facts. */
  names(file: FileReport): readonly TownshipName[];
  facts(file: FileReport): readonly TownshipFacts[];
}

/** The facts that stand in the reports themselves. */
export const factsInReports: FactSource = {
  names: ({ facts = [] }) => facts,
  facts: ({ facts = [] }) => facts,
};

/** A rule that compares townships. */
type AcrossRule = RuleInfo & { readonly across: RuleAcross };

/**
 * The reports of a run's files with what the rules that compare townships find across them; what these rules found in each
 * file by itself makes way for it. Ignore comments hold for the new findings as for others. One file is left as it is.
 */
export function acrossFiles(
  files: readonly FileReport[],
  rules: readonly RuleInfo[],
  source: FactSource = factsInReports,
): readonly FileReport[] {
  if (files.length < 2) return files;
  const townships = files.flatMap((file, index) =>
    source.names(file).map((name, at): PlacedTownship => ({ ...name, index, at })),
  );
  const comparing = rules.filter(isAcross).flatMap((rule): readonly Comparing[] => {
    const check = checks.get(rule.across.check)?.across;
    return check ? [{ rule, check, found: new Map(), inCounty: new Set() }] : [];
  });
  for (const { members, by } of countiesFor(comparing, files, townships)) {
    // The facts of one county at a time: those of all files together would take more memory than all else.
    const facts = members.flatMap(({ index, at }) => {
      const own = files[index] && source.facts(files[index])[at];
      return own ? [{ ...own, items: own.items.map(namedItem), index }] : [];
    });
    for (const one of by) compare(one, facts);
  }
  return comparing.reduce((reports, one) => withOutcomes(reports, one, townships), files);
}

/** A township's list and where it is: in the file at `index`, the `at`th of its facts. */
interface PlacedTownship extends TownshipName {
  readonly index: number;
  readonly at: number;
}

/** A rule that compares, and what it has found so far. */
interface Comparing {
  readonly rule: AcrossRule;
  readonly check: AcrossCheck;
  /** By the index of the file. */
  readonly found: Map<number, ReportedFinding[]>;
  /** Indexes of files that have neighbours. */
  readonly inCounty: Set<number>;
}

/** The townships of each county and the rules that compare them; a file in which a rule is off is left out for it. */
function countiesFor(
  comparing: readonly Comparing[],
  files: readonly FileReport[],
  townships: readonly PlacedTownship[],
): Iterable<{ readonly members: readonly PlacedTownship[]; readonly by: Comparing[] }> {
  const counties = new Map<
    string,
    { readonly members: readonly PlacedTownship[]; readonly by: Comparing[] }
  >();
  for (const one of comparing) {
    // A file in which the rule is off, or that could not be read, has no outcome for it.
    const on = townships.filter(({ index }) => files[index]?.rules.some(({ id }) => id === one.rule.id));
    for (const indexes of countiesOf(on)) {
      const members = indexes.flatMap((index) => on[index] ?? []);
      const key = members.map(({ index, at }) => `${index}:${at}`).join();
      const county = counties.get(key) ?? { members, by: [] };
      counties.set(key, county);
      county.by.push(one);
      for (const { index } of members) one.inCounty.add(index);
    }
  }
  return counties.values();
}

function compare(
  { rule, check, found }: Comparing,
  townships: readonly (TownshipFacts & { readonly index: number })[],
): void {
  for (const { township, place, variant, data } of check.compare<FactPlace>(townships, rule.across.options)) {
    const facts = townships[township];
    if (!facts) continue;
    const template = rule.across.messages[variant] ?? rule.across.messages.default ?? '';
    const message = fillTemplate(template, dataIn(data, rule.across.language));
    const finding = findingAt(place, facts, rule, message);
    found.set(facts.index, [...(found.get(facts.index) ?? []), finding]);
  }
}

function isAcross(rule: RuleInfo): rule is AcrossRule {
  return rule.across !== undefined;
}

function withOutcomes(
  files: readonly FileReport[],
  { rule, found, inCounty }: Comparing,
  townships: readonly PlacedTownship[],
): readonly FileReport[] {
  const told = new Set(townships.map(({ index }) => index));
  return files.map((file, index) => {
    const before = file.rules.find(({ id }) => id === rule.id);
    if (!before || file.error !== null) return file;
    const findings = fingerprinted(found.get(index) ?? []);
    const outcome: RuleOutcome = inCounty.has(index)
      ? findings.length > 0
        ? { id: rule.id, status: 'failed', findings: findings.length }
        : { id: rule.id, status: 'passed' }
      : {
          id: rule.id,
          status: 'notApplicable',
          reason: NOT_COMPARED[told.has(index) ? 'alone' : 'unknown'][rule.across.language],
        };
    return withFindings(file, outcome, findings);
  });
}

/** An item's place with its name, which the fact does not repeat. */
function namedItem(item: TownshipFacts['items'][number]): TownshipFacts['items'][number] {
  return { ...item, place: { ...item.place, itemName: item.name } };
}

function withFindings(
  file: FileReport,
  outcome: RuleOutcome,
  findings: readonly ReportedFinding[],
): FileReport {
  const others = file.findings.filter(({ ruleId }) => ruleId !== outcome.id);
  // What a baseline knew in the report that is compared anew is still known.
  const known = new Map(
    file.suppressed.flatMap((one) =>
      one.finding.ruleId === outcome.id && one.by !== 'ignore'
        ? [[one.finding.fingerprint, one] as const]
        : [],
    ),
  );
  const stays = findings.flatMap((finding): readonly SuppressedFinding[] => {
    const before = known.get(finding.fingerprint);
    return before ? [{ ...before, finding }] : [];
  });
  const counting = findings.filter(({ fingerprint }) => !known.has(fingerprint));
  const all = [...others, ...counting].sort(
    (a, b) =>
      a.location.start.offset - b.location.start.offset || a.location.end.offset - b.location.end.offset,
  );
  return withoutIgnored({
    ...file,
    rules: file.rules.map((rule) => (rule.id === outcome.id ? outcome : rule)),
    findings: all,
    suppressed: inOrder([
      ...file.suppressed.filter(({ finding }) => finding.ruleId !== outcome.id),
      ...stays,
    ]),
  });
}

function findingAt(
  place: FactPlace,
  { listTitle }: TownshipFacts,
  { id, severity }: AcrossRule,
  message: string,
): ReportedFinding {
  // Not the variant: one township more, and the same cell differs from a majority and not from one neighbour.
  const key = [id, 'coordinating', place.itemName ?? '', 'departments', squeeze(place.excerpt).value];
  return {
    ruleId: id,
    severity,
    message,
    location: { list: 'coordinating', item: place.item, column: 'departments', ...pointsOf(place) },
    excerpt: place.excerpt,
    context: { before: place.before ?? '', after: place.after ?? '' },
    subject: { listTitle, itemName: place.itemName ?? null },
    related: [],
    fix: null,
    suggestions: [],
    fingerprint: key.join('\u0000'),
  };
}

/** The findings of a file with their fingerprints, those that share everything told apart by their order: see `fingerprinter`. */
function fingerprinted(findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const key = finding.fingerprint;
    const earlier = seen.get(key) ?? 0;
    seen.set(key, earlier + 1);
    return { ...finding, fingerprint: shortHash(earlier === 0 ? key : `${key}\u0000${earlier}`) };
  });
}

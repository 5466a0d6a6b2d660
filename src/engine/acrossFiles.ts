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

/** A rule that compares townships. */
type AcrossRule = RuleInfo & { readonly across: RuleAcross };

/**
 * The reports of a run's files with what the rules that compare townships find across them; what these rules found in each
 * file by itself makes way for it. Ignore comments hold for the new findings as for others. One file is left as it is.
 */
export function acrossFiles(files: readonly FileReport[], rules: readonly RuleInfo[]): readonly FileReport[] {
  if (files.length < 2) return files;
  return rules.filter(isAcross).reduce<readonly FileReport[]>((reports, rule) => {
    const check = checks.get(rule.across.check)?.across;
    return check ? compared(reports, rule, check) : reports;
  }, files);
}

function isAcross(rule: RuleInfo): rule is AcrossRule {
  return rule.across !== undefined;
}

function compared(files: readonly FileReport[], rule: AcrossRule, check: AcrossCheck): readonly FileReport[] {
  // A file in which the rule is off, or that could not be read, has no outcome for it.
  const townships = files.flatMap((file, index) =>
    file.rules.some(({ id }) => id === rule.id)
      ? (file.facts ?? []).map((facts) => ({ ...facts, items: facts.items.map(namedItem), index }))
      : [],
  );
  const inCounty = new Set(countiesOf(townships).flat());
  const found = new Map<number, ReportedFinding[]>();
  for (const { township, place, variant, data } of check.compare<FactPlace>(townships, rule.across.options)) {
    const facts = townships[township];
    if (!facts) continue;
    const template = rule.across.messages[variant] ?? rule.across.messages.default ?? '';
    const message = fillTemplate(template, dataIn(data, rule.across.language));
    const finding = findingAt(place, facts, rule, message);
    found.set(facts.index, [...(found.get(facts.index) ?? []), finding]);
  }
  return files.map((file, index) => {
    const before = file.rules.find(({ id }) => id === rule.id);
    if (!before || file.error !== null) return file;
    const own = townships.flatMap((facts, at) => (facts.index === index ? [at] : []));
    const findings = told(found.get(index) ?? []);
    const outcome: RuleOutcome = own.some((at) => inCounty.has(at))
      ? findings.length > 0
        ? { id: rule.id, status: 'failed', findings: findings.length }
        : { id: rule.id, status: 'passed' }
      : {
          id: rule.id,
          status: 'notApplicable',
          reason: NOT_COMPARED[own.length === 0 ? 'unknown' : 'alone'][rule.across.language],
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
function told(findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const key = finding.fingerprint;
    const earlier = seen.get(key) ?? 0;
    seen.set(key, earlier + 1);
    return { ...finding, fingerprint: shortHash(earlier === 0 ? key : `${key}\u0000${earlier}`) };
  });
}

import { isNotApplicable } from '../../src/checks/check.ts';
import { checks } from '../../src/checks/index.ts';
import type { ListDocument } from '../../src/model/document.ts';
import type { FindingData } from '../../src/model/finding.ts';
import type { Rule } from '../../src/model/rule.ts';
import { testRule } from './document.ts';

/** What a finding says, in the short form that tests compare: where, which variant, the words it cuts out, its data. */
export interface Found {
  readonly at: string;
  readonly variant: string;
  readonly excerpt: string;
  readonly data: FindingData;
  readonly related: readonly string[];
}

/** Runs one kind of check and gives its findings, or the reason why there can be none. */
export function findIn(
  document: ListDocument,
  check: string,
  changes: Partial<Rule> = {},
): readonly Found[] | string {
  const kind = checks.get(check);
  if (!kind) throw new Error(`unknown check ${check}`);
  const result = kind.run(document, testRule(check, changes));
  if (isNotApplicable(result)) return result.notApplicable.zh;
  const cut = (span: { start: number; end: number }) => document.source.text.slice(span.start, span.end);
  return result.map((finding) => ({
    at: [finding.list, finding.item, finding.column].map((part) => part ?? '-').join(' '),
    variant: finding.variant ?? 'default',
    excerpt: cut(finding.span),
    data: finding.data ?? {},
    related: (finding.related ?? []).map((place) => cut(place.span)),
  }));
}

/** The findings without data and related places: `基本 4 number gap “4”` in short. */
export function shortFindings(
  document: ListDocument,
  check: string,
  changes: Partial<Rule> = {},
): readonly string[] | string {
  const found = findIn(document, check, changes);
  if (typeof found === 'string') return found;
  return found.map(({ at, variant, excerpt }) => `${at} ${variant} “${excerpt}”`);
}

import type { Report, ReportedFinding } from '../../model/report.ts';
import { listed } from '../listed.ts';
import { webAddress } from '../webAddress.ts';
import { type Html, html } from './markup.ts';
import type { HtmlPage, RuleOnPage } from './page.ts';

/** The rules that found something, in the order of their ids; what is told of them is told once, at the end of the page. */
export function rulesOnPage(report: Report, quiet: boolean): ReadonlyMap<string, RuleOnPage> {
  const findings = report.files.flatMap((file) => listed(file.findings, quiet));
  const counts = new Map<string, number>();
  const count = ({ ruleId }: ReportedFinding, by: number): void => {
    counts.set(ruleId, (counts.get(ruleId) ?? 0) + by);
  };
  for (const finding of findings) count(finding, 1);
  for (const file of report.files) {
    for (const { finding } of file.suppressed) for (const one of listed([finding], quiet)) count(one, 0);
  }
  const infos = new Map(report.rules.map((rule) => [rule.id, rule]));
  const ids = [...counts.keys()].sort();
  return new Map(
    ids.map((id, i) => [id, { index: i + 1, info: infos.get(id) ?? null, findings: counts.get(id) ?? 0 }]),
  );
}

/** What the rules are, and why. */
export function rulesPart(page: HtmlPage): Html | null {
  if (page.rules.size === 0) return null;
  const entries = [...page.rules].map(([id, rule]) => ruleEntry(id, rule, page));
  return html`<section class="rules" aria-labelledby="rules">
<h2 id="rules">${page.htmlWords.rules}</h2>
${entries}</section>
`;
}

function ruleEntry(id: string, { index, info }: RuleOnPage, { htmlWords }: HtmlPage): Html {
  const address = webAddress(info?.url ?? null);
  const link =
    address === null
      ? null
      : html`<p><a href="${address}" rel="noopener noreferrer">${htmlWords.rulePage}</a></p>`;
  return html`<div class="entry" id="rule-${index}"><h3>${info?.title ?? null} <code>${id}</code></h3><div class="reason"><p>${info?.why ?? null}</p>${link}</div></div>
`;
}

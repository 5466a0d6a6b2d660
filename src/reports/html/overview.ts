import type { FileReport, Report } from '../../model/report.ts';
import { SEVERITIES, type Severity } from '../../model/rule.ts';
import { countBySeverity } from '../findingGroups.ts';
import { verdictOf } from '../verdict.ts';
import { fileName } from './fileSection.ts';
import { type Html, html } from './markup.ts';
import type { HtmlPage } from './page.ts';

/** Title, verdict and counts. */
export function pageHead(report: Report, page: HtmlPage): Html {
  const { words, pageWords, htmlWords } = page;
  const { summary } = report;
  const { kind, sentence } = verdictOf(report, page);
  const [file] = report.files;
  const number = (name: string, count: number, style: string): Html =>
    html`<div class="${style}${count === 0 ? html` zero` : null}"><dt>${name}</dt><dd>${count}</dd></div>`;
  const optional = (name: string, count: number, style = ''): Html | null =>
    count === 0 ? null : number(name, count, style);
  return html`<header id="top" class="${kind}">
<p class="title">${pageWords.title}</p>
<h1>${sentence}</h1>
${
  page.single && file
    ? html`<p class="subject">${fileName(file.path)}</p>
`
    : null
}<dl class="counts">
${number(words.severities.error, summary.errors, 'error')}${number(words.severities.warning, summary.warnings, 'warning')}${number(words.severities.info, summary.infos, 'info')}${optional(htmlWords.failed, summary.failed, 'error')}${optional(htmlWords.suppressed, summary.suppressed)}${optional(htmlWords.fixable, summary.fixable)}${number(htmlWords.files, summary.files, '')}${number(htmlWords.items, summary.items, '')}
</dl>
${hidden(report, page)}</header>
`;
}

/** What `--quiet` leaves out. */
function hidden({ summary }: Report, { words, quiet }: HtmlPage): Html | null {
  const { warnings, infos } = summary;
  if (!quiet || warnings + infos === 0) return null;
  return html`<p class="hidden">${words.hidden(warnings, infos)}</p>
`;
}

/** One row a file, for runs over several. */
export function fileOverview(report: Report, page: HtmlPage): Html | null {
  const { words, pageWords, htmlWords } = page;
  const { heads } = pageWords;
  if (page.single || report.files.length === 0) return null;
  const rows = report.files.map((file, i) => overviewRow(file, i + 1, page));
  return html`<section class="overview" aria-labelledby="overview">
<h2 id="overview">${htmlWords.overview}</h2>
<div class="wide"><table><thead><tr><th scope="col">${heads.file}</th>${SEVERITIES.map((severity) => html`<th scope="col">${words.severities[severity]}</th>`)}<th scope="col">${heads.notCounted}</th><th scope="col">${heads.read}</th></tr></thead><tbody>
${rows}</tbody></table></div>
</section>
`;
}

function overviewRow(file: FileReport, number: number, { words, pageWords }: HtmlPage): Html {
  const counts = countBySeverity(file.findings);
  // A nought beside a file that was not read would be taken for a clean result.
  const nothing = file.error !== null && file.lists.length === 0 ? '—' : 0;
  const cell = (label: string, count: number, severity: Severity | 'zero'): Html =>
    html`<td class="${count === 0 ? 'zero' : severity}" data-label="${label}">${count === 0 ? nothing : count}</td>`;
  const read = file.lists.map((list) => `${words.shortLists[list.kind]} ${list.items}`).join(words.pause);
  const failed = file.error === null ? null : html`<strong class="error">${words.notChecked}</strong> `;
  const unread =
    file.unread.length === 0
      ? null
      : html` <strong class="warning">${pageWords.unreadPlaces(file.unread.length)}</strong>`;
  return html`<tr><th scope="row"><a href="#file-${number}">${fileName(file.path)}</a></th>${SEVERITIES.map((severity) => cell(words.severities[severity], counts[severity], severity))}${cell(pageWords.heads.notCounted, file.suppressed.length, 'zero')}<td>${failed}${read}${unread}</td></tr>
`;
}

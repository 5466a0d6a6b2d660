import type { FileReport, StatedCountSummary, SuppressedFinding } from '../../model/report.ts';
import { missingKinds, notApplicable } from '../coverage.ts';
import { listed } from '../listed.ts';
import { findingPlace, listName } from '../placeName.ts';
import { suppressorCounts } from '../suppressors.ts';
import { badge, quoted } from './finding.ts';
import { type Html, html } from './markup.ts';
import type { HtmlPage } from './page.ts';

/** A document full of stray text would bury its findings. */
const MOST_UNREAD = 20;

/** What keeps silence from being a clean result: lists that are not there, stretches that were not understood. */
export function notRead(file: FileReport, { words, pageWords }: HtmlPage): Html | null {
  const missing = missingKinds(file).map((kind) => words.lists[kind]);
  const lines: Html[] = [];
  if (missing.length > 0 && file.lists.length > 0)
    lines.push(html`<p>${words.noLists(missing.join(words.pause))}</p>`);
  if (file.unread.length > 0) {
    const places = file.unread
      .slice(0, MOST_UNREAD)
      .map(
        ({ start, end, reason, excerpt }) =>
          html`<li>${words.unread(start.line, end.line, reason)}${words.colon}<q>${excerpt}</q></li>`,
      );
    const more = file.unread.length - MOST_UNREAD;
    if (more > 0) places.push(html`<li>${words.unreadMore(more)}</li>`);
    lines.push(html`<p>${pageWords.unreadPlaces(file.unread.length)}</p><ul>${places}</ul>`);
  }
  return lines.length === 0
    ? null
    : html`<div class="notice unsure">${lines}</div>
`;
}

/** What was checked in a file: lists, stated counts beside what is there, rules. */
export function checkedPart(file: FileReport, page: HtmlPage): Html | null {
  const { words } = page;
  if (file.lists.length === 0) return null;
  const brief = file.lists.map((list) => `${words.shortLists[list.kind]} ${list.items}`).join(words.pause);
  return html`<details class="checked"${open(page.single)}><summary>${words.checked}<span>${brief}</span></summary>
${readAs(file, page)}${lists(file, page)}${statedCounts(file.statedCounts, page)}${rules(file, page)}</details>
`;
}

function open(yes: boolean): Html | null {
  return yes ? html` open` : null;
}

function readAs(file: FileReport, { words, htmlWords }: HtmlPage): Html {
  const how = [file.reader && words.readers[file.reader], file.format && words.format(file.format)];
  return html`<p>${htmlWords.readAs}${words.colon}${how.filter((part) => part !== null).join(words.comma)}</p>
`;
}

function lists(file: FileReport, { words, pageWords: { heads } }: HtmlPage): Html {
  const rows = file.lists.map(
    (
      list,
    ) => html`<tr><th scope="row">${listName(file, list.kind, list.title, words)}</th><td>${list.items}</td><td>${list.categories.length}</td><td>${list.departments.length === 0 ? '—' : list.departments.length}</td></tr>
`,
  );
  return html`<table><thead><tr><th scope="col">${heads.list}</th><th scope="col">${heads.items}</th><th scope="col">${heads.categories}</th><th scope="col">${heads.departments}</th></tr></thead><tbody>
${rows}</tbody></table>
`;
}

/** The counts that differ first. */
function statedCounts(counts: readonly StatedCountSummary[], { words, pageWords }: HtmlPage): Html {
  const { heads } = pageWords;
  if (counts.length === 0) return html`<p>${words.noCounts}</p>`;
  const agrees = ({ stated, actual }: StatedCountSummary): boolean => stated === actual;
  const ordered = [...counts.filter((count) => !agrees(count)), ...counts.filter(agrees)];
  const rows = ordered.map(
    (
      count,
    ) => html`<tr${agrees(count) ? null : html` class="differs"`}><th scope="row">${words.countWhat(count)}</th><td>${count.stated}</td><td>${count.actual ?? '—'}</td><td>${count.actual === null ? pageWords.unknown : agrees(count) ? pageWords.yes : pageWords.no}</td></tr>
`,
  );
  const agreeing = counts.filter(agrees).length;
  return html`<details${open(agreeing < counts.length)}><summary>${words.countsAgree(counts.length, agreeing)}</summary><table><thead><tr><th scope="col">${heads.statedCount}</th><th scope="col">${heads.stated}</th><th scope="col">${heads.actual}</th><th scope="col">${heads.agrees}</th></tr></thead><tbody>
${rows}</tbody></table></details>
`;
}

function rules(file: FileReport, { words }: HtmlPage): Html {
  if (file.rules.length === 0) return html`<p class="unsure">${words.noRules}</p>`;
  const count = (status: 'passed' | 'failed'): number =>
    file.rules.filter((rule) => rule.status === status).length;
  const without = notApplicable(file);
  const skipped = without.reduce((sum, { ids }) => sum + ids.length, 0);
  const reasons = without.map(
    ({ ids, reason }) => html`<li>${ids.map((id) => html`<code>${id}</code> `)}${reason}</li>`,
  );
  return html`<p>${words.rulesPassed(count('passed'))}${words.comma}${words.rulesFailed(count('failed'))}</p>
${
  skipped === 0
    ? null
    : html`<details><summary>${words.rulesNotApplicable(skipped)}</summary><ul>${reasons}</ul></details>
`
}`;
}

/** Findings that do not count, folded, each with what keeps it from counting. */
export function suppressedPart(file: FileReport, page: HtmlPage): Html | null {
  if (file.suppressed.length === 0) return null;
  const shown = file.suppressed.filter(({ finding }) => listed([finding], page.quiet).length > 0);
  return html`<details class="suppressed"><summary>${page.words.suppressed(suppressorCounts([file]))}</summary>
${shown.map((one) => suppressedFinding(file, one, page))}</details>
`;
}

function suppressedFinding(
  file: FileReport,
  { by, reason, finding }: SuppressedFinding,
  page: HtmlPage,
): Html {
  const { words, pageWords, htmlWords } = page;
  const { line, column } = finding.location.start;
  const why = reason === null ? null : html`${words.colon}${reason}`;
  return html`<article class="finding">
<p class="meta">${badge(finding.severity, page)}<span class="column">${findingPlace(file, finding, words)}</span><span class="place">${htmlWords.place(line, column)}</span></p>
<p class="message">${finding.message}</p>
${quoted(finding, page)}
<p class="by">${pageWords.suppressedBy[by]}${why} <code>${finding.ruleId}</code></p>
</article>
`;
}

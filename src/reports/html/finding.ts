import type { FileReport, ReportedFinding, ReportLocation } from '../../model/report.ts';
import type { Severity } from '../../model/rule.ts';
import { cutEnd } from '../displayWidth.ts';
import { markedWords } from '../markedWords.ts';
import { listName, placeName } from '../placeName.ts';
import { quote } from '../quote.ts';
import { visibleExcerpt } from '../visible.ts';
import { waysOut } from '../waysOut.ts';
import { type Html, html } from './markup.ts';
import type { HtmlPage } from './page.ts';

/** A mark beside the severity's word and colour, the same as in the terminal. */
const MARKS: Readonly<Record<Severity, string>> = { error: '×', warning: '▲', info: '●' };

/** Terminal columns of a sentence; more than the context and a long excerpt take. */
const QUOTE_WIDTH = 320;
/** Findings with dozens of related places name the first ones. */
const MOST_RELATED = 5;
const RELATED_WIDTH = 80;

/** `× 错误`, in its colour. */
export function badge(severity: Severity, { words }: HtmlPage): Html {
  return html`<span class="badge ${severity}"><span aria-hidden="true">${MARKS[severity]}</span> ${words.severities[severity]}</span>`;
}

/** A finding that counts. `fileNumber` is 1-based. */
export function findingArticle(
  file: FileReport,
  fileNumber: number,
  finding: ReportedFinding,
  page: HtmlPage,
): Html {
  const { words, pageWords, htmlWords } = page;
  const { severity, location, related } = finding;
  const rule = page.rules.get(finding.ruleId);
  const number = page.numbers.get(finding) ?? 0;
  const ways = waysOut(finding, words);
  return html`<article class="finding ${severity}" id="n${number}" data-s="${severity}" data-f="${fileNumber}" data-l="${location.list ?? 'none'}" data-r="${rule?.index ?? 0}">
<p class="meta">${badge(severity, page)}${columnName(location, page)}<span class="place">${htmlWords.place(location.start.line, location.start.column)}</span><a class="number" href="#n${number}">${htmlWords.number(number)}</a></p>
<p class="message">${finding.message}</p>
${quoted(finding, page)}
${terms([
  [pageWords.heads.wayOut, ways.map((way) => html`<span class="way">${way}</span>`)],
  [htmlWords.related, relatedPlaces(file, related, page)],
])}<details class="why"><summary>${htmlWords.why}<span class="rule">${rule?.info?.title ?? null} <code>${finding.ruleId}</code></span></summary><a href="#rule-${rule?.index ?? 0}">${htmlWords.whyLink}</a></details>
</article>
`;
}

function columnName({ column }: ReportLocation, { words }: HtmlPage): Html | null {
  return column === null ? null : html`<span class="column">${words.columns[column]}</span>`;
}

/** The excerpt marked in its sentence. */
export function quoted(finding: ReportedFinding, { words, htmlWords }: HtmlPage): Html {
  const shown = quote(finding, QUOTE_WIDTH, words.empty);
  if (shown.empty) return html`<blockquote class="empty">${shown.words}</blockquote>`;
  const mark =
    shown.words === ''
      ? html`<mark class="gap" title="${htmlWords.missing}">${markedWords(shown.words)}</mark>`
      : html`<mark>${markedWords(shown.words)}</mark>`;
  return html`<blockquote lang="zh-CN">${shown.before}${mark}${shown.after}</blockquote>`;
}

function relatedPlaces(
  file: FileReport,
  related: ReportedFinding['related'],
  page: HtmlPage,
): readonly Html[] {
  const { words, htmlWords } = page;
  const places = related.slice(0, MOST_RELATED).map(({ location, excerpt }) => {
    const { line, column } = location.start;
    const name = placeName(location, listName(file, location.list, null, words), words);
    const shown = cutEnd(visibleExcerpt(excerpt), RELATED_WIDTH);
    const quotation = shown === '' ? null : html`${words.colon}<q>${shown}</q>`;
    return html`<span>${name} <span class="place">${htmlWords.place(line, column)}</span>${quotation}</span>`;
  });
  const more = related.length - MOST_RELATED;
  return more > 0 ? [...places, html`<span>${htmlWords.relatedMore(more)}</span>`] : places;
}

/** Terms with their descriptions; terms without any are left out. */
function terms(groups: readonly (readonly [string, readonly Html[]])[]): Html | null {
  const filled = groups.filter(([, descriptions]) => descriptions.length > 0);
  if (filled.length === 0) return null;
  const rows = filled.map(
    ([term, descriptions]) =>
      html`<div><dt>${term}</dt>${descriptions.map((one) => html`<dd>${one}</dd>`)}</div>`,
  );
  return html`<dl class="terms">${rows}</dl>
`;
}

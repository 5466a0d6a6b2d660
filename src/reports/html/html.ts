import type { Report } from '../../model/report.ts';
import { findingGroups } from '../findingGroups.ts';
import { listed } from '../listed.ts';
import { PAGE_WORDS } from '../pageWords.ts';
import { verdictOf } from '../verdict.ts';
import { type Language, REPORT_WORDS } from '../words.ts';
import { fileSection } from './fileSection.ts';
import { filterBar } from './filters.ts';
import { HTML_WORDS } from './htmlWords.ts';
import { html, markup, trusted } from './markup.ts';
import { fileOverview, pageHead } from './overview.ts';
import type { HtmlPage } from './page.ts';
import { rulesOnPage, rulesPart } from './rules.ts';
import { SCRIPT } from './script.ts';
import { sha256Base64 } from './sha256.ts';
import { STYLES } from './styles.ts';

/** How the page is to be. */
export interface HtmlOptions {
  readonly language: Language;
  /** Shows errors only; warnings and infos are counted. */
  readonly quiet?: boolean;
}

/**
 * The report as one page for people who do not program: verdict and counts, a filter, every finding beside its row with
 * its words marked, the way out and the reason of its rule; then what was checked. It loads nothing, and its policy allows
 * no style and no script but its own.
 */
export function htmlReport(report: Report, { language, quiet = false }: HtmlOptions): string {
  const words = REPORT_WORDS[language];
  // As they stand on the page, so that someone can be told to look at number 12.
  const findings = report.files.flatMap((file) =>
    findingGroups(file, listed(file.findings, quiet), words).flatMap(({ rows }) =>
      rows.flatMap((row) => row.findings),
    ),
  );
  const page: HtmlPage = {
    words,
    pageWords: PAGE_WORDS[language],
    htmlWords: HTML_WORDS[language],
    quiet,
    single: report.files.length === 1,
    numbers: new Map(findings.map((finding, i) => [finding, i + 1])),
    rules: rulesOnPage(report, quiet),
  };
  const { pageWords, htmlWords } = page;
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${sha256Base64(STYLES)}'`,
    `script-src 'sha256-${sha256Base64(SCRIPT)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return markup(html`<!doctype html>
<html lang="${htmlWords.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${report.tool.name} ${report.tool.version}">
<title>${verdictOf(report, page).sentence} · ${pageWords.title}</title>
<style>${trusted(STYLES)}</style>
</head>
<body>
<a class="skip" href="#main">${htmlWords.skip}</a>
${pageHead(report, page)}<main id="main">
${fileOverview(report, page)}${filterBar(report, page)}${report.files.map((file, i) => fileSection(file, i + 1, page))}${rulesPart(page)}</main>
<footer><p>${report.tool.name} ${report.tool.version} · ${htmlWords.foot}</p></footer>
<script>${trusted(SCRIPT)}</script>
</body>
</html>
`);
}

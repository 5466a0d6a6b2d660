import type { FileReport } from '../../model/report.ts';
import { SEVERITIES } from '../../model/rule.ts';
import { countBySeverity, findingGroups, type ListFindings, type RowFindings } from '../findingGroups.ts';
import { listed } from '../listed.ts';
import { checkedPart, notRead, suppressedPart } from './checked.ts';
import { findingArticle } from './finding.ts';
import { type Html, html } from './markup.ts';
import type { HtmlPage } from './page.ts';

/** A file: what is wrong, row by row, then what was checked. `number` is 1-based. */
export function fileSection(file: FileReport, number: number, page: HtmlPage): Html {
  const { words, htmlWords } = page;
  const error =
    file.error === null
      ? null
      : html`<div class="notice bad"><p><strong>${words.notChecked}</strong> ${file.error.message}</p></div>
`;
  const suppressed = file.suppressed.length;
  const clean =
    file.error === null && file.findings.length === 0 && !page.single
      ? html`<p class="clean">${suppressed > 0 ? words.nothingCounts(suppressed) : words.nothingFound}</p>
`
      : null;
  const groups = findingGroups(file, listed(file.findings, page.quiet), words);
  return html`<section class="file" id="file-${number}" aria-labelledby="file-${number}-name">
<h2 id="file-${number}-name"${page.single ? html` class="quiet"` : null}>${fileName(file.path)}${countBadges(file, page)}</h2>
${error}${clean}${notRead(file, page)}${groups.map((group, i) => listSection(file, number, group, i + 1, page))}${checkedPart(file, page)}${suppressedPart(file, page)}${
  page.single
    ? null
    : html`<p class="top"><a href="#top">${htmlWords.top}</a></p>
`
}</section>
`;
}

/** The folders of a path are less important than its name. */
export function fileName(path: string): Html {
  const at = path.lastIndexOf('/') + 1;
  return html`<span class="path"><span class="folder">${path.slice(0, at)}</span>${path.slice(at)}</span>`;
}

/** `4 个错误 1 个警告`: only those there are. */
function countBadges(file: FileReport, { pageWords }: HtmlPage): readonly Html[] {
  const counts = countBySeverity(file.findings);
  return SEVERITIES.filter((severity) => counts[severity] > 0).map(
    (severity) =>
      html` <span class="count ${severity}">${pageWords.counted[severity](counts[severity])}</span>`,
  );
}

function listSection(
  file: FileReport,
  fileNumber: number,
  group: ListFindings,
  number: number,
  page: HtmlPage,
): Html {
  const id = `file-${fileNumber}-list-${number}`;
  const rows = group.rows.map((row) => rowPart(file, fileNumber, group, row, page));
  return html`<section class="list" aria-labelledby="${id}">
<h3 id="${id}">${group.name}<span class="count">${page.pageWords.findings(group.count)}</span></h3>
${rows}</section>
`;
}

/** A row of the list on one side, what is wrong in it on the other. */
function rowPart(
  file: FileReport,
  fileNumber: number,
  group: ListFindings,
  { item, itemName, findings }: RowFindings,
  page: HtmlPage,
): Html {
  const { words, htmlWords } = page;
  const whole = group.kind === null ? htmlWords.wholeDocument : htmlWords.wholeList;
  const name = itemName === null ? null : html`<span class="name" lang="zh-CN">${itemName}</span>`;
  return html`<div class="row"><h4><span class="item">${item === null ? whole : words.item(item)}</span>${name}</h4><div>
${findings.map((finding) => findingArticle(file, fileNumber, finding, page))}</div></div>
`;
}

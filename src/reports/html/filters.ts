import { LIST_KINDS } from '../../model/format.ts';
import type { Report } from '../../model/report.ts';
import { SEVERITIES } from '../../model/rule.ts';
import { countBySeverity } from '../findingGroups.ts';
import { listed } from '../listed.ts';
import { badge } from './finding.ts';
import { type Html, html } from './markup.ts';
import type { HtmlPage } from './page.ts';

/** A choice that would leave everything or nothing is no choice. */
const WORTH_CHOOSING = 2;

/** The filter bar; the script shows it. Its values are those of the findings' `data-` attributes. */
export function filterBar(report: Report, page: HtmlPage): Html | null {
  const { words, pageWords, htmlWords } = page;
  const findings = report.files.flatMap((file) => listed(file.findings, page.quiet));
  if (findings.length < WORTH_CHOOSING) return null;
  const counts = countBySeverity(findings);
  const severities = SEVERITIES.filter((severity) => counts[severity] > 0).map(
    (severity) =>
      html`<label class="chip"><input type="checkbox" value="${severity}" checked>${badge(severity, page)} ${counts[severity]}</label>`,
  );
  const files = report.files.flatMap((file, i): readonly Option[] => {
    const count = listed(file.findings, page.quiet).length;
    return count === 0 ? [] : [[String(i + 1), file.path, count]];
  });
  const lists = ([...LIST_KINDS, null] as const).flatMap((kind): readonly Option[] => {
    const count = findings.filter(({ location }) => location.list === kind).length;
    const name = kind === null ? words.document : words.lists[kind];
    return count === 0 ? [] : [[kind ?? 'none', name, count]];
  });
  const rules = [...page.rules]
    .filter(([, rule]) => rule.findings > 0)
    .sort(([, a], [, b]) => b.findings - a.findings || a.index - b.index)
    .map(([id, { index, info, findings: count }]): Option => {
      return [String(index), info === null || info.title === '' ? id : info.title, count];
    });
  const choose = (name: 'file' | 'list' | 'rule', all: string, options: readonly Option[]): Html | null =>
    select(name, page, all, options);
  return html`<form class="filter" aria-label="${htmlWords.filter}" hidden>
<fieldset><legend>${pageWords.heads.severity}</legend>${severities}</fieldset>
${choose('file', htmlWords.allFiles, files)}${choose('list', htmlWords.allLists, lists)}${choose('rule', htmlWords.allRules, rules)}<p><output aria-live="polite" data-words="${htmlWords.shown}"></output> <button type="reset" disabled>${htmlWords.clear}</button></p>
</form>
<p class="none" hidden>${htmlWords.none}</p>
`;
}

type Option = readonly [value: string, name: string, count: number];

function select(
  name: 'file' | 'list' | 'rule',
  { pageWords, htmlWords }: HtmlPage,
  all: string,
  options: readonly Option[],
): Html | null {
  if (options.length < WORTH_CHOOSING) return null;
  return html`<label class="choice"><span>${pageWords.heads[name]}</span><select name="${name}"><option value="">${all}</option>
${options.map(
  ([value, text, count]) => html`<option value="${value}">${htmlWords.choice(text, count)}</option>
`,
)}</select></label>
`;
}

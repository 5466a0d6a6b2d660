import type { ReportedFinding } from '../../model/report.ts';
import type { Paint } from '../../reports/paint.ts';
import { visible, visibleExcerpt } from '../../reports/visible.ts';
import { type Language, REPORT_WORDS } from '../../reports/words.ts';
import type { Difference, Expectation } from './expectations.ts';

/** What the lines of `rules test` need to know. */
export interface TestPage {
  readonly language: Language;
  readonly paint: Paint;
}

interface TestWords {
  readonly good: (number: number) => string;
  readonly bad: (number: number) => string;
  readonly unnamed: (number: number) => string;
  readonly missing: string;
  readonly noisy: string;
  readonly misplaced: string;
  readonly anything: string;
  readonly wanted: string;
  readonly found: string;
  readonly examples: (rules: number, examples: number, failed: number) => string;
  readonly cases: (files: number, cases: number, failed: number) => string;
  readonly noCases: (place: string) => string;
  readonly updated: (file: string) => string;
  readonly written: (cases: number) => string;
}

/** The words of `rules test`, by language. */
export const TEST_WORDS: Readonly<Record<Language, TestWords>> = {
  zh: {
    good: (number) => `没有问题的例子 ${number}`,
    bad: (number) => `有问题的例子 ${number}`,
    unnamed: (number) => `用例 ${number}`,
    missing: '没有报告',
    noisy: '多报了',
    misplaced: '位置不对',
    anything: '（任何问题）',
    wanted: '应在',
    found: '实际在',
    examples: (rules, examples, failed) => `例子：${rules} 条规则，${examples} 个，失败 ${failed} 个`,
    cases: (files, cases, failed) => `用例：${files} 个文件，${cases} 个，失败 ${failed} 个`,
    noCases: (place) => `用例：${place} 里没有 *.test.yaml 文件`,
    updated: (file) => `已更新 ${file}`,
    written: (cases) => `改写了 ${cases} 个用例的 findings。请核对改动：写下的是现在的结果，不一定是对的。`,
  },
  en: {
    good: (number) => `sound example ${number}`,
    bad: (number) => `faulty example ${number}`,
    unnamed: (number) => `case ${number}`,
    missing: 'not reported',
    noisy: 'reported, not wanted',
    misplaced: 'in the wrong place',
    anything: '(any finding)',
    wanted: 'wanted in',
    found: 'found in',
    examples: (rules, examples, failed) => `examples: ${examples} of ${rules} rules, ${failed} failed`,
    cases: (files, cases, failed) => `cases: ${cases} in ${files} files, ${failed} failed`,
    noCases: (place) => `cases: there is no *.test.yaml file in ${place}`,
    updated: (file) => `${file} updated`,
    written: (cases) =>
      `findings of ${cases} cases rewritten; look through the changes: they say what is found now, which need not be right`,
  },
};

/** What is missing, what is noise, and what is in the wrong place, each on lines of its own. */
export function differenceLines(
  wanted: readonly Expectation[],
  { missing, noisy, misplaced }: Difference,
  { language, paint }: TestPage,
): readonly string[] {
  const words = TEST_WORDS[language];
  const { colon } = REPORT_WORDS[language];
  const line = (label: string, text: string): string =>
    `    ${paint(label, 'yellow')}${colon}${visible(text)}`;
  return [
    ...missing.map((index) => line(words.missing, expectationText(wanted[index] ?? {}, language))),
    ...noisy.map((finding) => line(words.noisy, findingText(finding, language))),
    ...misplaced.flatMap(({ wanted: index, found }) => [
      line(words.misplaced, `${found.ruleId}${colon}${found.message}`),
      `        ${words.wanted} ${visible(placeText(wanted[index] ?? {}, language))}`,
      `        ${words.found} ${visible(placeText({ ...placeOf(found), excerpt: found.excerpt }, language))}`,
    ]),
  ];
}

function findingText(finding: ReportedFinding, language: Language): string {
  const { colon } = REPORT_WORDS[language];
  return `${finding.ruleId} · ${placeText(placeOf(finding), language)}${colon}${finding.message}`;
}

function placeOf({ location: { list, item, column } }: ReportedFinding): Expectation {
  return {
    ...(list === null ? {} : { list }),
    ...(item === null ? {} : { item }),
    ...(column === null ? {} : { column }),
  };
}

/** An expectation in words: `department-known · 配合履职事项清单 第2项：…`. */
function expectationText(expectation: Expectation, language: Language): string {
  const { colon } = REPORT_WORDS[language];
  const { rule, message } = expectation;
  const place = placeText(expectation, language);
  const where = [rule, place].filter((part) => part !== undefined && part !== '').join(' · ');
  return [where || TEST_WORDS[language].anything, message].filter(Boolean).join(colon);
}

function placeText({ list, item, column, excerpt }: Expectation, language: Language): string {
  const words = REPORT_WORDS[language];
  const of = list === undefined ? '' : words.lists[list];
  const number = item === undefined ? '' : words.item(item);
  const where = [
    [of, number].filter(Boolean).join(words.beforeItem),
    column === undefined ? '' : words.columns[column],
    excerpt === undefined ? '' : `“${visibleExcerpt(excerpt)}”`,
  ].filter(Boolean);
  return where.length === 0 ? words.document : where.join(' · ');
}

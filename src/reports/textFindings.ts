import type { FileReport, ReportedFinding } from '../model/report.ts';
import type { Severity } from '../model/rule.ts';
import { cutEnd, displayWidth } from './displayWidth.ts';
import type { Paint, Style } from './paint.ts';
import { findingPlace, relatedName } from './placeName.ts';
import { quote } from './quote.ts';
import { visible, visibleExcerpt } from './visible.ts';
import { waysOut } from './waysOut.ts';
import type { ReportWords } from './words.ts';
import { hang, wrap } from './wrap.ts';

/** What the parts of the text report share. */
export interface Page {
  readonly words: ReportWords;
  readonly paint: Paint;
  /** Columns of the terminal. */
  readonly width: number;
}

/** A mark beside the severity, so that it is told by more than its colour. All three are in GBK, for Windows consoles. */
const MARKS: Readonly<Record<Severity, string>> = { error: '×', warning: '▲', info: '●' };
const COLORS: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', info: 'blue' };

/** Before a change that `--fix` makes by itself; the closing lines say what it means. */
export const SAFE = '[*]';

const INDENT = '  ';
const GUTTER = '    │ ';
/** A name shorter than this is better on a line of its own than cut. */
const NAME_ROOM = 20;
/** Findings with dozens of related places name the first ones. */
const MOST_RELATED = 3;

/** The findings of a file, in the order of the report, grouped by list, item and column. Lines without a final blank one. */
export function findingLines(
  file: FileReport,
  findings: readonly ReportedFinding[],
  page: Page,
): readonly string[] {
  const lines: string[] = [];
  let group = '';
  for (const finding of findings) {
    const { list, item, column } = finding.location;
    const key = JSON.stringify([list, item, column, finding.subject]);
    if (lines.length > 0) lines.push('');
    if (key !== group) {
      lines.push(...groupHeading(file, finding, page));
      group = key;
    }
    lines.push(...oneFinding(file, finding, page));
  }
  return lines;
}

/** `配合履职事项清单 第27项 · 对应上级部门` and the item's name. */
function groupHeading(file: FileReport, finding: ReportedFinding, page: Page): readonly string[] {
  const place = findingPlace(file, finding, page.words);
  const name = visible(finding.subject.itemName ?? '').trim();
  const headings = wrap(place, page.width).map((line) => page.paint(line, 'bold'));
  if (name === '') return headings;
  const room = page.width - displayWidth(place) - 2;
  const last = headings.at(-1) ?? '';
  if (headings.length === 1 && room >= Math.min(NAME_ROOM, displayWidth(name))) {
    return [`${last}  ${cutEnd(name, room)}`];
  }
  return [...headings, cutEnd(name, page.width)];
}

function oneFinding(file: FileReport, finding: ReportedFinding, page: Page): readonly string[] {
  const { words, paint, width } = page;
  const color = COLORS[finding.severity];
  const label = `${MARKS[finding.severity]} ${words.severities[finding.severity]}`;
  const start = `${INDENT}${label}  `;
  const rest = width < 60 ? 4 : displayWidth(start);
  const [first = '', ...others] = hang(start, visible(finding.message), width, rest);
  const lines = [
    `${INDENT}${paint(label, 'bold', color)}  ${paint(first.slice(start.length), 'bold')}`,
    ...others.map((line) => paint(line, 'bold')),
    ...quoteLines(finding, color, page),
  ];
  for (const [index, way] of waysOut(finding, words).entries()) {
    const start = index === 0 && finding.fix !== null ? `    → ${SAFE} ` : '    → ';
    lines.push(...hang(start, way, width, 6).map((line) => paint(line, 'green')));
  }
  for (const related of finding.related.slice(0, MOST_RELATED)) {
    const excerpt = cutEnd(visibleExcerpt(related.excerpt), Math.max(width - 12, 16));
    const place = relatedName(file, related.location, words);
    const text = excerpt === '' ? place : place + words.colon + excerpt;
    lines.push(...hang('    ', text, width, 6).map((row) => paint(row, 'dim')));
  }
  const { line, column } = finding.location.start;
  const place = `${visible(file.path)}:${line}:${column}`;
  const together = `    ${place}  ${finding.ruleId}`;
  const where =
    displayWidth(together) <= width
      ? [together]
      : [...hang('    ', place, width, 4), ...hang('    ', finding.ruleId, width, 4)];
  return [...lines, ...where.map((row) => paint(row, 'dim'))];
}

function quoteLines(
  finding: ReportedFinding,
  color: Style,
  { words, paint, width }: Page,
): readonly string[] {
  const shown = quote(finding, width - displayWidth(GUTTER), words.empty);
  const gutter = paint(GUTTER, 'dim');
  const found = shown.empty ? paint(shown.words, 'dim') : paint(shown.words, 'bold', color);
  return [
    `${gutter}${shown.before}${found}${shown.after}`.trimEnd(),
    `${gutter}${' '.repeat(shown.column)}${paint('^'.repeat(shown.length), color)}`,
  ];
}

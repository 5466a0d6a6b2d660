import type { FileReport, Report, ReportedFinding } from '../model/report.ts';
import { DATA_WORDS, type DataWords, FILE_CHECKED } from './dataWords.ts';
import type { ReportOptions } from './formats.ts';
import { listed } from './listed.ts';
import { listName } from './placeName.ts';
import { visible, visibleExcerpt } from './visible.ts';
import { waysOut } from './waysOut.ts';
import { wellFormed } from './wellFormed.ts';
import { REPORT_WORDS, type ReportWords } from './words.ts';

type Row = Readonly<Record<keyof DataWords['columns'], string | number>>;

/** What the rows are written with. */
interface Words {
  readonly report: ReportWords;
  readonly data: DataWords;
}

/**
 * The report as a table for Excel: UTF-8 with a byte order mark, CRLF, quoted as RFC 4180 says. A row for every finding,
 * those that do not count included and marked, and for every file that could not be checked.
 */
export function csvReport(report: Report, { language, quiet }: ReportOptions): string {
  const words = { report: REPORT_WORDS[language], data: DATA_WORDS[language] };
  const { columns } = words.data;
  const rows = [columns, ...report.files.flatMap((file) => rowsOf(file, quiet, words))];
  const keys = Object.keys(columns).filter((key): key is keyof typeof columns => key in columns);
  return `\ufeff${rows.map((row) => `${keys.map((key) => csvCell(row[key])).join(',')}\r\n`).join('')}`;
}

function rowsOf(file: FileReport, quiet: boolean, words: Words): readonly Row[] {
  const { data, report } = words;
  const failure: readonly Row[] =
    file.error === null
      ? []
      : [
          {
            ...emptyRow(file),
            status: report.notChecked,
            severity: report.severities.error,
            rule: FILE_CHECKED,
            message: visible(file.error.message),
          },
        ];
  const open = listed(file.findings, quiet).map((finding) =>
    findingRow(file, finding, data.counts, '', words),
  );
  const suppressed = file.suppressed
    .filter(({ finding }) => listed([finding], quiet).length > 0)
    .map(({ by, reason, finding }) =>
      findingRow(file, finding, data.suppressed[by], visible(reason ?? ''), words),
    );
  return [...failure, ...open, ...suppressed];
}

function emptyRow(file: FileReport): Row {
  return {
    status: '',
    file: visible(file.path),
    list: '',
    item: '',
    itemName: '',
    column: '',
    severity: '',
    rule: '',
    message: '',
    excerpt: '',
    suggestion: '',
    line: '',
    lineColumn: '',
    reason: '',
  };
}

function findingRow(
  file: FileReport,
  finding: ReportedFinding,
  status: string,
  reason: string,
  words: Words,
): Row {
  const { list, item, column, start } = finding.location;
  return {
    ...emptyRow(file),
    status,
    list: list === null ? '' : listName(file, list, finding.subject.listTitle, words.report),
    item: item ?? '',
    itemName: visible(finding.subject.itemName ?? ''),
    column: column === null ? '' : words.report.columns[column],
    severity: words.report.severities[finding.severity],
    rule: visible(finding.ruleId),
    message: visible(finding.message),
    excerpt: finding.excerpt === '' ? '' : visibleExcerpt(finding.excerpt),
    suggestion: waysOut(finding, words.report).join('\n'),
    line: start.line,
    lineColumn: start.column,
    reason,
  };
}

/**
 * What makes a spreadsheet take a cell for a formula: `= + - @` and their full-width and small forms, which an East
 * Asian Excel takes for the same; white space before them; tab, CR and LF, which some programs cut off first.
 */
const FORMULA = /^(?:[\t\r\n]|[\s\ufeff]*[=+\-@＝＋－＠﹦﹢﹣﹫])/;
/** Excel holds no more in a cell. */
const LONGEST_CELL = 32_000;

/** A cell: numbers bare; texts that a spreadsheet would compute get an apostrophe, which it shows or takes for “this is text”. */
function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const whole = wellFormed(value);
  const text = whole.length > LONGEST_CELL ? `${wellFormed(whole.slice(0, LONGEST_CELL))}…` : whole;
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",;\t\r\n']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

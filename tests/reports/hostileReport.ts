import fc from 'fast-check';
import { makeReport } from '../../src/engine/report.ts';
import { COLUMN_IDS, LIST_KINDS } from '../../src/model/format.ts';
import type {
  FileReport,
  Report,
  ReportedFinding,
  ReportLocation,
  RuleInfo,
} from '../../src/model/report.ts';
import { SEVERITIES } from '../../src/model/rule.ts';

/** What a document could hold to break a report: markup of every output, controls, what GitHub makes links of. */
export const HOSTILE = [
  '|',
  '\\',
  '\\|',
  '`',
  '```',
  '*',
  '**甲**',
  '_',
  '~~',
  '<',
  '>',
  '<script>alert(1)</script>',
  '</script>',
  '</style>',
  '<!--',
  '-->',
  ']]>',
  '<![CDATA[',
  '<img src=x onerror=alert(1)>',
  '<details>',
  '</details>',
  '</mark>',
  '&',
  '&amp;',
  '&#60;',
  '"',
  "'",
  '" onload="x',
  '![图](https://example.com/a.png)',
  '[链接](javascript:alert(1))',
  '[^1]',
  '[ ]',
  'https://example.com/x?a=1&b=2',
  'www.example.com',
  'someone@example.com',
  '@octocat',
  '#123',
  'GH-123',
  'octo/repo#1',
  '0123abcdef0123abcdef0123abcdef0123abcdef',
  ':smile:',
  '$x^2$',
  '$$',
  '# ',
  '1. ',
  '- ',
  '+ ',
  '---',
  '===',
  '\n',
  '\r\n',
  '\n\n',
  '\t',
  '    ',
  '\u0000',
  '\u001b[2J',
  '\u202e',
  '\u200b',
  '\u2028',
  '\ufeff',
  '\ud800',
  '=1+1',
  '＝1＋1',
  '＠甲',
  ',',
  ';',
  '{0}',
  '}',
  '::error::',
  '%0A',
  '%',
  '<br>',
  '<p>',
  '县',
  '县民政局、',
  '。',
  ' ',
  '\u3000',
  '𠮷',
  '👩‍👩‍👧',
];

const words = fc.array(fc.constantFrom(...HOSTILE), { maxLength: 5 }).map((parts) => parts.join(''));
const someWords = words.filter((text) => text.trim() !== '');
const orNull = (text: fc.Arbitrary<string>) => fc.option(text, { nil: null });
const number = fc.nat({ max: 999 });

const position = fc.record({
  line: fc.integer({ min: 1, max: 999 }),
  column: fc.nat({ max: 99 }),
  offset: number,
});
const location: fc.Arbitrary<ReportLocation> = fc.record({
  list: fc.option(fc.constantFrom(...LIST_KINDS), { nil: null }),
  item: fc.option(number, { nil: null }),
  column: fc.option(fc.constantFrom(...COLUMN_IDS), { nil: null }),
  start: position,
  end: position,
});
const edits = fc.array(fc.record({ start: number, end: number, text: words }), { maxLength: 2 });

const finding: fc.Arbitrary<ReportedFinding> = fc.record({
  ruleId: someWords,
  severity: fc.constantFrom(...SEVERITIES),
  message: words,
  location,
  excerpt: words,
  context: fc.record({ before: words, after: words }),
  subject: fc.record({ listTitle: orNull(words), itemName: orNull(words) }),
  related: fc.array(fc.record({ location, excerpt: words }), { maxLength: 4 }),
  fix: fc.option(fc.record({ edits }), { nil: null }),
  suggestions: fc.array(fc.record({ message: words, edits }), { maxLength: 2 }),
  fingerprint: words,
});

const file: fc.Arbitrary<FileReport> = fc.record({
  path: someWords,
  reader: fc.constantFrom('markdown' as const, 'text' as const, null),
  format: orNull(words),
  lists: fc.array(
    fc.record({
      kind: fc.constantFrom(...LIST_KINDS),
      title: orNull(words),
      items: number,
      categories: fc.array(fc.record({ name: words, items: number }), { maxLength: 2 }),
      departments: fc.array(words, { maxLength: 2 }),
    }),
    { maxLength: 4 },
  ),
  statedCounts: fc.array(
    fc.record({
      list: fc.option(fc.constantFrom(...LIST_KINDS), { nil: null }),
      what: fc.constantFrom('items', 'categories', 'departments', 'itemsInCategory'),
      category: orNull(words),
      stated: number,
      actual: fc.option(number, { nil: null }),
    }),
    { maxLength: 2 },
  ),
  rules: fc.array(
    fc.oneof(
      fc.record({ id: someWords, status: fc.constant('passed' as const) }),
      fc.record({ id: someWords, status: fc.constant('failed' as const), findings: number }),
      fc.record({ id: someWords, status: fc.constant('notApplicable' as const), reason: words }),
    ),
    { maxLength: 3 },
  ),
  unread: fc.array(fc.record({ reason: words, start: position, end: position, excerpt: words }), {
    maxLength: 2,
  }),
  ignores: fc.array(
    fc.record({
      rules: fc.option(fc.array(words, { minLength: 1, maxLength: 2 }), { nil: null }),
      reason: orNull(words),
      start: position,
      end: position,
      covers: fc.record({ start: number, end: number }),
    }),
    { maxLength: 2 },
  ),
  findings: fc.array(finding, { maxLength: 6 }),
  suppressed: fc.array(
    fc.record({
      by: fc.constantFrom('ignore' as const, 'baseline' as const, 'unchanged' as const),
      reason: orNull(words),
      finding,
    }),
    { maxLength: 2 },
  ),
  error: fc.option(fc.record({ code: words, message: someWords }), { nil: null }),
});

const rule = (id: string): fc.Arbitrary<RuleInfo> =>
  fc.record({
    id: fc.constant(id),
    group: words,
    severity: fc.constantFrom(...SEVERITIES),
    title: words,
    why: words,
    url: fc.oneof(
      fc.constant(null),
      fc.constant('https://github.com/qingdan-lint/qingdan-lint/blob/main/docs/rules/x.md'),
      fc.constantFrom(
        'javascript:alert(1)',
        'https://a.example/x) [b](y',
        'https://a.example/"><b>',
        'data:text/html,x',
      ),
    ),
  });

/** A report with hostile text in every field that can hold text. */
export const hostileReport: fc.Arbitrary<Report> = fc.array(file, { maxLength: 3 }).chain((files) => {
  const ids = [...new Set(files.flatMap((one) => one.findings.map(({ ruleId }) => ruleId)))];
  return fc.tuple(...ids.map(rule)).map((rules) => makeReport(files, '0.1.0', rules));
});

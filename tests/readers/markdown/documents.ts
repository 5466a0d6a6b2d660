import fc from 'fast-check';

/** Pieces of lines: words of duty lists, and everything that means something to Markdown or looks as if it did. */
const WORDS = [
  '党的建设',
  '负责本镇防汛',
  '县民政局、',
  '。',
  '；',
  '（一）',
  '“三会一课”',
  'a',
  'b1',
  '2025',
  ' ',
  '  ',
  '\t',
  '　',
  '\u00a0',
  '\ufeff',
  '𠮷',
];
const MARKS = [
  '*',
  '**',
  '_',
  '__',
  '`',
  '``',
  '~',
  '~~',
  '[',
  ']',
  '](',
  ')',
  '![',
  '(x)',
  '[^1]',
  '\\',
  '\\|',
  '\\\\',
  '\\*',
  '|',
  '||',
  '<',
  '>',
  '<p>',
  '</p>',
  '<br>',
  '<br/>',
  '<BR />',
  '<b>',
  '</b>',
  '<x>',
  '<!-- c -->',
  '<!--',
  '-->',
  '<p class="a">',
  '&',
  '&nbsp;',
  '&amp;',
  '&lt;p&gt;',
  '&#65;',
  '&#x4e00;',
  '&#0;',
  '&copy;',
  '&foo;',
  '&quot',
  'http://a.cn/x_y',
  'www.a.cn',
  'a@b.cn',
  '<a@b.cn>',
  '#',
  '-',
  '=',
  ':',
  '+',
  '!',
];
const STARTS = [
  '',
  '',
  '',
  '',
  '| ',
  '|',
  ' ',
  '  ',
  '   ',
  '    ',
  '\t',
  '　　',
  '# ',
  '## ',
  '###',
  '- ',
  '* ',
  '+ ',
  '1. ',
  '1) ',
  '2. ',
  '12.',
  '> ',
  '>',
  '```',
  '~~~',
  '---',
  '--',
  '-',
  '***',
  '* * *',
  '___',
  '===',
  '=',
  '|---|---|',
  '|-|',
  '--|--',
  ':-:|-',
  '- | -',
  '<p>',
  '<div>',
  '</div>',
  '<!--',
  '-->',
  '<!-- 第3页 -->',
  '<?x',
  '<pre>',
  '<b>',
  '- [ ] ',
  '1. - ',
  '1. 1. ',
];

/** Any line: what a line may start with, then words and marks. */
export const line: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...STARTS),
    fc.array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
        { weight: 2, arbitrary: fc.constantFrom(...MARKS) },
      ),
      {
        maxLength: 6,
      },
    ),
  )
  .map(([start, words]) => start + words.join(''));

/** The words of a cell or paragraph, marks among them. */
export const words: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
      { weight: 2, arbitrary: fc.constantFrom(...MARKS) },
    ),
    {
      maxLength: 8,
    },
  )
  .map((pieces) => pieces.join(''));

const lineEnd = fc.constantFrom('\n', '\n', '\r\n', '\r');

/** Documents without any plan: lines and blank lines in any order. */
export const soup: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.oneof({ weight: 4, arbitrary: line }, { weight: 1, arbitrary: fc.constant('') }), {
      maxLength: 12,
    }),
    lineEnd,
  )
  .map(([lines, end]) => lines.join(end));

/** A pipe table whose cells hold anything, with or without the outer pipes, and with rows that are too short or too long. */
export const table: fc.Arbitrary<string> = fc.integer({ min: 1, max: 5 }).chain((columns) =>
  fc
    .record({
      header: fc.array(words, { minLength: columns, maxLength: columns }),
      delimiter: fc.constantFrom('---', '-', ':-', '-:', ':---:', ' --- '),
      rows: fc.array(fc.array(words, { minLength: 1, maxLength: columns + 2 }), { maxLength: 6 }),
      outer: fc.boolean(),
      indent: fc.constantFrom('', '', ' ', '   '),
      above: fc.oneof(
        { weight: 3, arbitrary: fc.constant<string | null>(null) },
        { weight: 1, arbitrary: line },
      ),
      below: fc.oneof(
        { weight: 3, arbitrary: fc.constant<string | null>(null) },
        { weight: 1, arbitrary: line },
      ),
    })
    .map(({ header, delimiter, rows, outer, indent, above, below }) => {
      const row = (cells: readonly string[]) => {
        const joined = cells.join(' | ');
        return indent + (outer ? `| ${joined} |` : joined);
      };
      const delimiters = header.map(() => delimiter);
      const lines = [
        row(header),
        row(outer || columns > 1 ? delimiters : [`${delimiter}|`]),
        ...rows.map(row),
      ];
      return [...(above === null ? [] : [above]), ...lines, ...(below === null ? [] : [below])].join('\n');
    }),
);

/** Tables and lines with blank lines between. */
export const document: fc.Arbitrary<string> = fc
  .tuple(fc.array(fc.oneof(table, line, soup), { minLength: 1, maxLength: 5 }), lineEnd)
  .map(([blocks, end]) => blocks.join('\n\n').replace(/\r\n|\r|\n/g, end));

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
  '&#10;',
  '&#13;',
  '&#9;',
  '&#x80;',
  '&#xD800;',
  '&#65534;',
  '&#9999999;',
  '&#x3000;',
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

/** Marks whose contents are meant to be dropped: comments, instructions, addresses of images. */
const DROPPING = new Set(['<!-- c -->', '<!--', '<!-- 第3页 -->', '<?x', '![']);

const lineEnd = fc.constantFrom('\n', '\n', '\r\n', '\r');

/** Documents of a kind; see `anything` and `keeping`. */
export interface Documents {
  /** The words of a cell or paragraph, marks among them. */
  readonly words: fc.Arbitrary<string>;
  /** Documents without any plan: lines and blank lines in any order. */
  readonly soup: fc.Arbitrary<string>;
  /** A pipe table whose cells hold anything, with or without the outer pipes, and with rows that are too short or too long. */
  readonly table: fc.Arbitrary<string>;
  /** Tables and lines with blank lines between. */
  readonly document: fc.Arbitrary<string>;
}

function documents(marks: readonly string[], starts: readonly string[]): Documents {
  const pieces = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
    { weight: 2, arbitrary: fc.constantFrom(...marks) },
  );
  const words = fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(''));
  const line = fc.tuple(fc.constantFrom(...starts), words).map(([start, rest]) => start + rest);
  const soup = fc
    .tuple(
      fc.array(fc.oneof({ weight: 4, arbitrary: line }, { weight: 1, arbitrary: fc.constant('') }), {
        maxLength: 12,
      }),
      lineEnd,
    )
    .map(([lines, end]) => lines.join(end));
  const neighbour = fc.oneof(
    { weight: 3, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: line.map((one) => [one]) },
  );
  const table = fc.integer({ min: 1, max: 5 }).chain((columns) =>
    fc
      .record({
        header: fc.array(words, { minLength: columns, maxLength: columns }),
        delimiter: fc.constantFrom('---', '-', ':-', '-:', ':---:', ' --- '),
        rows: fc.array(fc.array(words, { minLength: 1, maxLength: columns + 2 }), { maxLength: 6 }),
        outer: fc.boolean(),
        indent: fc.constantFrom('', '', ' ', '   '),
        above: neighbour,
        below: neighbour,
      })
      .map(({ header, delimiter, rows, outer, indent, above, below }) => {
        const row = (cells: readonly string[]) =>
          indent + (outer ? `| ${cells.join(' | ')} |` : cells.join(' | '));
        const delimiters = header.map(() => delimiter);
        const delimiterRow = row(outer || columns > 1 ? delimiters : [`${delimiter}|`]);
        return [...above, row(header), delimiterRow, ...rows.map(row), ...below].join('\n');
      }),
  );
  const document = fc
    .tuple(fc.array(fc.oneof(table, line, soup), { minLength: 1, maxLength: 5 }), lineEnd)
    .map(([blocks, end]) => blocks.join('\n\n').replace(/\r\n|\r|\n/g, end));
  return { words, soup, table, document };
}

/** Documents with everything that means something to Markdown. */
export const anything: Documents = documents(MARKS, STARTS);

/** Documents in which nothing is meant to be dropped but marks. */
export const keeping: Documents = documents(
  MARKS.filter((mark) => !DROPPING.has(mark)),
  STARTS.filter((start) => !DROPPING.has(start)),
);

/** An HTML table: cells of any words but angle brackets, some end tags missing, line breaks and blank lines anywhere. */
export const htmlTable: fc.Arbitrary<string> = fc
  .record({
    rows: fc.array(fc.array(keeping.words, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
    cellEnd: fc.constantFrom('</td>', '', '</TD>\n', '</td>\n\n    '),
    rowEnd: fc.constantFrom('</tr>\n', '\n', ''),
    attributes: fc.constantFrom('', ' colspan="2"', ' class=a', " title='a>b'"),
  })
  .map(({ rows, cellEnd, rowEnd, attributes }) => {
    const cell = (words: string) => `<td${attributes}>${words.replace(/[<>]/g, '')}${cellEnd}`;
    return `<table>\n${rows.map((row) => `<tr>${row.map(cell).join('')}${rowEnd}`).join('')}</table>`;
  });

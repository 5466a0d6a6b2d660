/** Ranges of code points that a terminal shows two columns wide (Unicode 16, East Asian Width W and F), below the emoji. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2630, 0x2637],
  [0x268a, 0x268f],
  [0x2e80, 0x2e99],
  [0x2e9b, 0x2ef3],
  [0x2f00, 0x2fd5],
  [0x2ff0, 0x303e],
  [0x3041, 0x3096],
  [0x3099, 0x30ff],
  [0x3105, 0x312f],
  [0x3131, 0x318e],
  [0x3190, 0x31e5],
  [0x31ef, 0x321e],
  [0x3220, 0x3247],
  [0x3250, 0xa48c],
  [0xa490, 0xa4c6],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe52],
  [0xfe54, 0xfe66],
  [0xfe68, 0xfe6b],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x16ff6],
  [0x17000, 0x191d2],
  [0x1aff0, 0x1affe],
  [0x1b000, 0x1b2fb],
  [0x1d300, 0x1d376],
  [0x1f200, 0x1f265],
  [0x20000, 0x2fffd],
  [0x30000, 0x3fffd],
];

const WIDE_SYMBOL = /^\p{Emoji_Presentation}$/u;
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]$/u;

/**
 * How many terminal columns a character takes: 0, 1 or 2. Characters of ambiguous width (“ ” · … ①) count as one,
 * as terminals outside the legacy Chinese code page show them. `string-width` agrees and is the reference in the
 * tests; it is not used here because its `Intl.Segmenter` alone costs 9 ms at start.
 */
export function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x300) return code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0xad ? 0 : 1;
  if (isPlainlyWide(code)) return 2;
  // Dashes, quotation marks, dots.
  if (code >= 0x2010 && code <= 0x2027) return 1;
  if (NO_WIDTH.test(character)) return 0;
  if (WIDE.some(([first, last]) => code >= first && code <= last)) return 2;
  return WIDE_SYMBOL.test(character) ? 2 : 1;
}

/** The bulk of every list: Han characters and full-width punctuation. */
function isPlainlyWide(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3000 && code <= 0x3020) ||
    (code >= 0xff01 && code <= 0xff60)
  );
}

/** How many terminal columns a line takes. The line holds no control characters (see `visible`). */
export function displayWidth(line: string): number {
  let width = 0;
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i);
    if (isPlainlyWide(code)) width += 2;
    else if (code >= 0x20 && code < 0x7f) width += 1;
    else {
      const point = line.codePointAt(i) ?? 0;
      width += characterWidth(String.fromCodePoint(point));
      if (point > 0xffff) i++;
    }
  }
  return width;
}

/** The first characters of a line that fit into `width` columns, with `…` for what was cut. */
export function cutEnd(line: string, width: number): string {
  if (displayWidth(line) <= width) return line;
  if (width <= 0) return '';
  return `${head(line, width - 1)}…`;
}

/** The last characters of a line that fit into `width` columns, with `…` for what was cut. */
export function cutStart(line: string, width: number): string {
  if (displayWidth(line) <= width) return line;
  if (width <= 0) return '';
  return `…${tail(line, width - 1)}`;
}

/** Both ends of a line, so that they fit into `width` columns, with `…` for what was cut between them. */
export function cutMiddle(line: string, width: number): string {
  if (displayWidth(line) <= width) return line;
  if (width <= 0) return '';
  const back = Math.floor((width - 1) / 3);
  return `${head(line, width - 1 - back)}…${tail(line, back)}`;
}

function head(line: string, width: number): string {
  let taken = '';
  let columns = 0;
  for (const character of line) {
    columns += characterWidth(character);
    if (columns > width) break;
    taken += character;
  }
  return taken;
}

function tail(line: string, width: number): string {
  const characters = [...line];
  let columns = 0;
  let from = characters.length;
  while (from > 0) {
    columns += characterWidth(characters[from - 1] ?? '');
    if (columns > width) break;
    from--;
  }
  return characters.slice(from).join('');
}

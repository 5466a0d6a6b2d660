import { characterWidth, displayWidth } from './displayWidth.ts';

/** Marks that may not begin a line (GB/T 15834-2011, 5.1.10), and their half-width and quoting relatives. */
const NOT_FIRST = new Set('，。；、：？！）》】」』〉〕”’％…—·,.;:?!)]}>%');
/** Marks that may not end one. */
const NOT_LAST = new Set('（《【「『〈〔“‘([{<');

/**
 * Breaks a text into lines of at most `width` columns. Chinese may break between any two characters, words of
 * other scripts only at white space, and punctuation stays with the word it belongs to. The first line may have
 * another width.
 */
export function wrap(text: string, width: number, firstWidth = width): readonly string[] {
  let room = Math.max(firstWidth, 8);
  if (text.length <= room && displayWidth(text) <= room) return [text.trim()];
  const lines: string[] = [];
  let line = '';
  let columns = 0;
  const flush = (): void => {
    lines.push(line.trimEnd());
    line = '';
    columns = 0;
    room = Math.max(width, 8);
  };
  for (const unit of units(text)) {
    const size = displayWidth(unit);
    if (columns > 0 && columns + size > room && unit.trim() !== '') flush();
    if (columns === 0 && unit.trim() === '') continue;
    if (size <= room) {
      line += unit;
      columns += size;
      continue;
    }
    for (const character of unit) {
      const one = characterWidth(character);
      if (columns + one > room) flush();
      line += character;
      columns += one;
    }
  }
  if (line.trim() !== '' || lines.length === 0) flush();
  return lines;
}

/** A text wrapped behind a label: the first line follows `first`, the others are indented by `rest` columns. */
export function hang(first: string, text: string, width: number, rest: number): readonly string[] {
  const indent = ' '.repeat(rest);
  const lines = wrap(text, width - rest, width - displayWidth(first));
  return lines.map((line, i) => (i === 0 ? first : indent) + line);
}

/** The stretches of a text that stay together. */
function units(text: string): readonly string[] {
  const found: string[] = [];
  let unit = '';
  let last = '';
  let lastIsSpace = false;
  for (const character of text) {
    const space = isSpace(character);
    const together =
      unit !== '' &&
      !space &&
      !lastIsSpace &&
      (NOT_FIRST.has(character) ||
        NOT_LAST.has(last) ||
        (characterWidth(last) < 2 && characterWidth(character) < 2));
    if (!together && unit !== '') {
      found.push(unit);
      unit = '';
    }
    unit += character;
    last = character;
    lastIsSpace = space;
  }
  if (unit !== '') found.push(unit);
  return found;
}

/** Nearly every character is told by its code. */
function isSpace(character: string): boolean {
  const code = character.charCodeAt(0);
  if ((code > 0x20 && code < 0xa0) || (code > 0x3000 && code < 0xfe00)) return false;
  return code === 0x20 || character.trim() === '';
}

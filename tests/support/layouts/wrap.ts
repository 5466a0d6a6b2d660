/** Width of a text in full-width characters; ASCII counts half. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) < 0x80 ? 0.5 : 1;
  return width;
}

const NOT_FIRST = '，。；：、！？）》”』」';

/**
 * A text broken into lines at most `width` full-width characters wide, breaking anywhere, as a table cell does.
 * With `kinsoku` a line does not begin with a closing mark: the mark hangs at the end of the line before.
 */
export function wrap(text: string, width: number, kinsoku: boolean): readonly string[] {
  const lines: string[] = [];
  for (const clause of text.split('\n')) {
    let line = '';
    for (const character of clause) {
      const full = widthOf(line) + widthOf(character) > width;
      if (full && line !== '' && !(kinsoku && NOT_FIRST.includes(character))) {
        lines.push(line);
        line = '';
      }
      line += character;
    }
    if (line !== '') lines.push(line);
  }
  return lines;
}

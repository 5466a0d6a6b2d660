/**
 * How much work remark has with a stretch of Markdown, at worst. Its time grows with the square of these counts, as measured:
 * marks of emphasis, links and HTML in one paragraph; lines of one paragraph; block quotes; underlined headings; depth of
 * nesting, which shows in what stands before the words of a line.
 */
export function remarkCost(text: string, start: number, end: number): number {
  let cost = 0;
  let marks = 0;
  let lines = 0;
  let quotes = 0;
  let underlines = 0;
  let indent = 0;
  let atStart = true;
  let empty = true;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) {
      cost += indent * indent;
      lines++;
      if (empty) {
        cost += marks * marks + (lines * lines) / 8;
        marks = 0;
        lines = 0;
      }
      indent = 0;
      atStart = true;
      empty = true;
      continue;
    }
    if (code !== 32 && code !== 9) empty = false;
    if (atStart) {
      if (isPrefix(code)) indent++;
      else atStart = false;
      if (code === 62) quotes++;
      if (indent < 5 && (code === 45 || code === 61)) underlines++;
    }
    if (code < 128 && MARKS[code] === 1) marks++;
  }
  cost += indent * indent + marks * marks + (lines * lines) / 8;
  return cost + 4 * (quotes * quotes + underlines * underlines);
}

const MARKS = new Uint8Array(128);
for (const character of '*_~`[]<!') MARKS[character.charCodeAt(0)] = 1;

/** Indentation, quotes and bullets. */
function isPrefix(code: number): boolean {
  return code === 32 || code === 9 || code === 62 || code === 45 || code === 42 || code === 43;
}

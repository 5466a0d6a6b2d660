/** A straight quotation mark, or a pair of them, around or beside Chinese, with the marks that should stand there. */
export interface StraightQuotes {
  readonly start: number;
  readonly end: number;
  readonly found: string;
  readonly expected: string;
  readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

/**
 * The straight quotation marks of a text. Each opens or closes by whether a quotation is open; those of a quotation
 * that holds no Chinese, and the sign of inches behind a number, are left alone.
 */
export function straightQuotes(value: string): readonly StraightQuotes[] {
  const found: StraightQuotes[] = [];
  let opener = -1;
  for (let at = 0; at < value.length; at++) {
    const mark = value.charAt(at);
    if (mark !== '"' && mark !== '“' && mark !== '”') continue;
    if (opener < 0) {
      if (mark === '"' && /[0-9]/.test(value.charAt(at - 1)) && !/[\u3400-\u9fff]/.test(value.charAt(at + 1)))
        continue;
      if (mark !== '”') opener = at;
      continue;
    }
    const written = value.charAt(opener) + mark;
    if (mark === '“') opener = at;
    else {
      if (written.includes('"') && /[\u3400-\u9fff]/.test(value.slice(opener + 1, at)))
        found.push(pairOf(opener, at, written));
      opener = -1;
    }
  }
  return found;
}

function pairOf(opener: number, closer: number, written: string): StraightQuotes {
  const edits = [
    { start: opener, end: opener + 1, text: '“' },
    { start: closer, end: closer + 1, text: '”' },
  ].filter((_, i) => written.charAt(i) === '"');
  return { start: opener, end: closer + 1, found: written, expected: '“”', edits };
}

/**
 * Whether a UTF-16 code unit is white space as `String.prototype.trim` sees it (ECMA-262 WhiteSpace and LineTerminator:
 * U+3000 and U+FEFF as well), so that trimming by code and by `trim` agree.
 */
export function isWhiteSpace(code: number): boolean {
  if (code < 0x80) return code === 32 || (code >= 9 && code <= 13);
  return (
    code === 0x3000 ||
    code === 0xa0 ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x1680
  );
}

/** First offset from `start` on that holds no white space, or `end`. */
export function skipWhiteSpace(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isWhiteSpace(text.charCodeAt(at))) at++;
  return at;
}

/** End of what is left of `start`..`end` without the white space at its end; not before `start`. */
export function trimEndOffset(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isWhiteSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

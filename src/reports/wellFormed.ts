/** A text that every encoding can hold: a lone surrogate becomes U+FFFD, as it would when written as UTF-8. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

/**
 * A value as JSON with a line feed at the end, two spaces deep or on one line. `JSON.stringify` escapes lone
 * surrogates, and parsers differ over what that is, so they become U+FFFD.
 */
export function jsonText(value: unknown, onOneLine = false): string {
  const text = JSON.stringify(value, null, onOneLine ? 0 : 2);
  // An escaped backslash is passed over as a pair, so that `\\ud800` stays the five characters that it is.
  const sound = text.includes('\\ud')
    ? text.replace(/\\\\|\\ud[89a-f][0-9a-f]{2}/g, (found) => (found === '\\\\' ? found : '\ufffd'))
    : text;
  return `${sound}\n`;
}

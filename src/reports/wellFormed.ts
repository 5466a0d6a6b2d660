/** A text that every encoding can hold: a lone surrogate becomes U+FFFD, as it would when written as UTF-8. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

/**
 * A value as JSON, two spaces deep, with a line feed at the end. Parsers differ over escaped lone surrogates, so
 * there are none.
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, (_, part) => (typeof part === 'string' ? wellFormed(part) : part), 2);
  return `${text}\n`;
}

/**
 * Characters that would act on a terminal or hide in it: controls and escapes, direction marks (Trojan Source,
 * CVE-2021-42574), characters without width, lone surrogates.
 */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Cs}/gu;

/** What breaks a line in a cell, in the notations of the readers. */
const LINE_BREAK = /<br\s*\/?>|<\/?p>|[\r\n]+/i;

/** A text that came from a document or a file name, safe to print on one line: what would act is written as its code. */
export function visible(text: string): string {
  return text.replace(/[\t\r\n\u2028\u2029]+/g, ' ').replace(HIDDEN, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}

/**
 * An excerpt on one line: line breaks inside it, with the white space around them, are shown as `⏎`; those at its
 * ends are left out.
 */
export function visibleExcerpt(excerpt: string): string {
  const parts = excerpt.split(LINE_BREAK);
  if (parts.length === 1) return visible(excerpt);
  const last = parts.length - 1;
  const lines = parts
    .map((part, i) => (i === 0 ? part.trimEnd() : i === last ? part.trimStart() : part.trim()))
    .filter((part) => part !== '');
  return lines.length === 0 ? '⏎' : visible(lines.join('⏎'));
}

import { visible } from '../visible.ts';

/** Written as entities, so that they mean themselves in Markdown, in a table cell and in an HTML block alike. */
const MARKUP = /[\\`*_~[\]<>&|$#]/g;

/** Breaks up what GitHub makes a link or a picture of although nothing marks it, with a space of no width. */
const BREAK = '&#8203;';

/** A commit's name, or a part of one; figures alone are a date or a number. */
const COMMIT = /\b(?=[0-9a-f]*\d)(?=\d*[a-f])[0-9a-f]{7,40}\b/gi;

/**
 * A text from a document, as words and nothing else wherever Markdown is shown: no markup, no link, no mention,
 * no reference to an issue or a commit, no emoji, one line. Not for the beginning of a line or a list item, where a
 * number would begin a list.
 */
export function markdownText(text: string): string {
  return visible(text)
    .replace(COMMIT, (name) => name.replace(/.{6}(?=.)/g, '$&\0'))
    .replace(/@(?=\S)/g, '@\0')
    .replace(/#(?=\d)/g, '#\0')
    .replace(/GH-(?=\d)/gi, '$&\0')
    .replace(/:(?=\/\/)/g, ':\0')
    .replace(/www(?=\.)/gi, '$&\0')
    .replace(/:(?=[a-z0-9_+-]+:)/gi, ':\0')
    .replace(MARKUP, (mark) => `&#${mark.charCodeAt(0)};`)
    .replaceAll('\0', BREAK);
}

/** A rule's id in a line of its own or at the beginning of one. */
export function ruleId(id: string): string {
  return `<code>${markdownText(id)}</code>`;
}

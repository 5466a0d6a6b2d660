import { nearest } from '../../grammar/nearest.ts';
import type { ListDocument } from '../../model/document.ts';
import type { Edit, Finding } from '../../model/finding.ts';
import type { IgnoreComment } from '../../model/ignoreComment.ts';
import { IGNORE_WORDS, ignoreRanges } from '../../outline/ignoreRanges.ts';
import type { Check } from '../check.ts';
import { atDocument } from '../places.ts';

/** What other tools call these words, or what one would guess. */
const GUESSES: Readonly<Record<string, string>> = {
  'ignore-begin': 'ignore-start',
  'ignore-stop': 'ignore-end',
  disable: 'ignore-start',
  enable: 'ignore-end',
};

/** Ignore comments that cannot do what they were meant to: no such word or rule, an end without a start. */
export const ignoreComments: Check = {
  kind: 'ignore-comments',
  afterOthers: true,
  scope: [],
  options: { type: 'object', additionalProperties: false, properties: {} },
  variants: {
    default: ['word'],
    meant: ['word', 'meant'],
    rule: ['rule'],
    ruleMeant: ['rule', 'meant'],
    notClosed: [],
    endWithoutStart: [],
    startWithoutEnd: [],
    nothingFollows: [],
  },
  messages: {
    replace: { zh: '改为“{text}”', en: 'replace it by “{text}”' },
    remove: { zh: '删去这条注释', en: 'remove the comment' },
  },
  run(document, _rule, _used, others) {
    const findings: Finding[] = [];
    const { faults } = ignoreRanges(document);
    for (const { comment, fault } of faults) {
      switch (fault) {
        case 'unknown-word':
          findings.push(unknownWord(comment));
          break;
        case 'not-closed':
          findings.push({ ...atDocument(comment.span), variant: 'notClosed' });
          break;
        case 'end-without-start':
          findings.push({ ...removable(document, comment), variant: 'endWithoutStart' });
          break;
        case 'start-without-end':
          findings.push({ ...removable(document, comment), variant: 'startWithoutEnd' });
          break;
        case 'nothing-follows':
          findings.push({ ...removable(document, comment), variant: 'nothingFollows' });
      }
    }
    const known = others?.known;
    if (known) for (const comment of document.source.ignores) findings.push(...unknownRules(comment, known));
    return findings;
  },
};

function unknownWord({ word, wordSpan, span }: IgnoreComment): Finding {
  const meant = GUESSES[word] ?? nearest(word, IGNORE_WORDS)?.word;
  if (meant === undefined) return { ...atDocument(span), data: { word: `qingdan-${word}` } };
  return {
    ...atDocument(span),
    variant: 'meant',
    data: { word: `qingdan-${word}`, meant: `qingdan-${meant}` },
    suggestions: [
      { variant: 'replace', data: { text: `qingdan-${meant}` }, edits: [{ span: wordSpan, text: meant }] },
    ],
  };
}

function unknownRules({ rules }: IgnoreComment, known: readonly string[]): readonly Finding[] {
  return rules
    .filter(({ id }) => !known.includes(id))
    .map(({ id, span }): Finding => {
      const meant = nearest(id, known)?.word;
      if (meant === undefined) return { ...atDocument(span), variant: 'rule', data: { rule: id } };
      return {
        ...atDocument(span),
        variant: 'ruleMeant',
        data: { rule: id, meant },
        suggestions: [{ variant: 'replace', data: { text: meant }, edits: [{ span, text: meant }] }],
      };
    });
}

function removable(
  document: ListDocument,
  comment: IgnoreComment,
): Pick<Finding, 'span' | 'list' | 'listIndex' | 'item' | 'itemIndex' | 'column' | 'fix' | 'suggestions'> {
  return { ...atDocument(comment.span), ...removal(document, comment) };
}

/**
 * Takes a comment out. Beside other words that is safe; one on lines of its own takes its line with it, which is left to
 * a person: lines that were wrapped could grow together.
 */
export function removal(
  { source: { text } }: ListDocument,
  { span, alone }: IgnoreComment,
): Pick<Finding, 'fix' | 'suggestions'> {
  if (!alone) {
    const padded = text.charAt(span.start - 1) === ' ' && /[\s|]|^$/.test(text.charAt(span.end));
    const edit: Edit = { span: { start: padded ? span.start - 1 : span.start, end: span.end }, text: '' };
    return { fix: [edit] };
  }
  let start = span.start;
  while (start > 0 && /[ \t]/.test(text.charAt(start - 1))) start--;
  let end = span.end;
  while (/[ \t]/.test(text.charAt(end))) end++;
  if (text.startsWith('\r\n', end)) end += 2;
  else if (/[\r\n]/.test(text.charAt(end))) end++;
  const whole = start === 0 || /[\r\n]/.test(text.charAt(start - 1));
  return {
    suggestions: [{ variant: 'remove', edits: [{ span: whole ? { start, end } : span, text: '' }] }],
  };
}

/** Why the tool does not mend a kind of defect by itself. */
const REASONS = {
  lost: 'something may be lost or too many; only its author knows what',
  meaning: 'there is more than one way to mend it, and they do not mean the same',
  evidence: 'the wrong words may be the trace of words that were cut off',
  words: 'what should stand there nobody can know but its author',
  own: 'the words are sound; which of them a document uses is for its author to choose',
  unsound: 'what was lost in a conversion has to be looked up in the original',
} as const;

function because(
  reason: keyof typeof REASONS,
  ...kinds: readonly string[]
): readonly (readonly [string, string])[] {
  return kinds.map((kind) => [kind, REASONS[reason]]);
}

/** Kinds of defects that `--fix` must leave exactly as they are, with the reason. */
export const UNSAFE_DEFECTS: ReadonlyMap<string, string> = new Map([
  ...because(
    'lost',
    ...[
      'clause-twice',
      'clause-of-the-superior',
      'word-listed-twice',
      'ordinal-skipped',
      'group-heading-empty',
    ],
    ...[
      'header-missing',
      'row-short',
      'row-long',
      'cell-empty',
      'duties-cell-missing',
      'rows-lost',
      'list-missing',
    ],
    ...[
      'list-empty',
      'rows-before-any-title',
      'text-between-rows',
      'row-copied',
      'number-gap',
      'number-repeat',
    ],
    ...[
      'numbers-swapped',
      'category-moved',
      'category-order',
      'category-empty',
      'clause-gap',
      'clause-repeat',
    ],
    ...[
      'section-number-gap',
      'section-number-repeat',
      'heading-number-gap',
      'clause-no-restart',
      'clause-number-missing',
    ],
    ...['item-twice-in-list', 'item-twice-word-for-word', 'item-in-two-lists', 'withdrawn-still-listed'],
    ...['stated-name-of-nothing', 'stated-name-left-out', 'contents-page-descends'],
  ),
  ...because(
    'meaning',
    ...[
      'department-twice-in-two-forms',
      'department-county-mistyped-in-duties',
      'heading-number-style',
      'unit-of-another',
      'group-heading-without-colon',
      'number-in-name',
      'mark-before-and',
      'single-quotes-outside',
      'angle-brackets',
    ],
    ...['department-idle', 'department-unlisted', 'department-only-told', 'department-separator-missing'],
    ...[
      'department-prefix-missing',
      'department-prefix-not-repeated',
      'department-twice',
      'department-mistyped',
    ],
    ...[
      'department-mistyped-in-heading',
      'department-unknown',
      'department-broken-name',
      'handover-by-another',
    ],
    ...['title-place-differs', 'title-county-differs', 'contents-title-differs', 'list-title-mistyped'],
    ...[
      'stated-departments-wrong',
      'stated-name-mistyped',
      'category-heading-mistyped',
      'section-heading-differs',
    ],
    ...[
      'quote-not-closed',
      'quote-not-opened',
      'quote-wrong-way',
      'bracket-not-closed',
      'bracket-not-opened',
    ],
    ...['title-mark-not-closed', 'level-skipped', 'clause-lone-number', 'range-hyphen', 'wrong-word'],
    ...['character-doubled', 'word-doubled', 'particle-doubled', 'two-patterns-in-one'],
  ),
  ...because(
    'evidence',
    ...[
      'clause-end-comma',
      'clause-end-colon',
      'clause-end-missing',
      'clause-last-semicolon',
      'clause-last-missing',
    ],
    ...['mark-in-front', 'leftover-markup', 'department-duty-text'],
  ),
  ...because(
    'words',
    ...['date-of-mixed-numerals', 'draft-remark'],
    ...['department-missing', 'department-vague-alone', 'department-vague-beside', 'handover-vague'],
    ...['handover-manner-missing', 'handover-manner-empty', 'handover-department-missing', 'date-impossible'],
    ...['date-impossible-in-duties', 'vague-wording', 'verb-without-its-object', 'vague-partner'],
  ),
  ...because(
    'own',
    ...['department-two-forms', 'department-county-written', 'department-county-written-in-duties'],
    ...['department-other-form-in-duties', 'handover-label-other', 'handover-label-missing', 'terms-mixed'],
  ),
  ...because('unsound', 'garbage', 'question-marks'),
]);

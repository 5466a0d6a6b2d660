import type { Localized } from '../model/format.ts';

/** Schema of a reason: one wording for both languages, or one for each. */
export const REASON_SCHEMA = {
  description: 'Why, shown in the message as {reason}: words, or { zh: …, en: … }.',
  type: ['string', 'object'],
  additionalProperties: false,
  required: ['zh', 'en'],
  properties: {
    zh: { description: 'In Chinese.', type: 'string' },
    en: { description: 'In English.', type: 'string' },
  },
} as const;

/** A reason as it stands in options; left out, it is empty. */
export type Reason = string | Localized | undefined;

/** A reason in both languages. */
export function reasonOf(reason: Reason): Localized {
  if (reason === undefined) return { zh: '', en: '' };
  return typeof reason === 'string' ? { zh: reason, en: reason } : reason;
}

/** Words as a message shows them: white space folded, long ones cut. */
export function shownWords(words: string, most = 40): string {
  const folded = words.replace(/\s+/g, ' ').trim();
  const characters = [...folded];
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : folded;
}

/**
 * Whether one of the contexts stands over a stretch of a text, or over a part of it: 帐 in 帐篷 is not the 帐 of 帐户.
 * Only the characters around the stretch are looked at.
 */
export function inContext(text: string, start: number, end: number, contexts: readonly string[]): boolean {
  return contexts.some((context) =>
    text.slice(Math.max(0, start - context.length + 1), end + context.length - 1).includes(context),
  );
}

/** Whether a context can stand over some part of the word: else it would never count. */
export function canOverlap(word: string, context: string): boolean {
  if (context.includes(word) || word.includes(context)) return true;
  for (let length = 1; length < Math.min(word.length, context.length); length++) {
    if (word.startsWith(context.slice(-length)) || word.endsWith(context.slice(0, length))) return true;
  }
  return false;
}

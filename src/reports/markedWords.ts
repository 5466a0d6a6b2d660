/** What is marked, so that it can be seen: a place where something is missing as `∧`, spaces alone as `␣`. */
export function markedWords(words: string): string {
  if (words === '') return '∧';
  return words.trim() === '' ? '␣'.repeat([...words].length) : words;
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordIndex } from '../../src/patterns/wordIndex.ts';

/** Every word that is met, taken as it comes. */
function found(words: readonly string[], text: string): readonly string[] {
  const hits: string[] = [];
  wordIndex(words).scan(text, (word, start, end) => {
    expect(text.slice(start, end)).toBe(words[word]);
    hits.push(`${start}${words[word]}`);
    return true;
  });
  return hits;
}

describe('an index of words', () => {
  it('finds the longest word at the first place, and goes on behind it', () => {
    expect(found(['帐', '帐目', '目录'], '帐目录，帐')).toEqual(['0帐目', '4帐']);
    expect(found(['本辖区', '辖区'], '在本辖区和辖区内')).toEqual(['1本辖区', '5辖区']);
  });

  it('takes a shorter word where the longer one is not meant', () => {
    const hits: string[] = [];
    wordIndex(['帐', '帐目']).scan('帐目', (word) => {
      hits.push(String(word));
      return word === 0;
    });
    expect(hits).toEqual(['1', '0']);
  });

  it('knows the first of equal words, and passes over an empty one', () => {
    expect(found(['', '县', '县'], '县')).toEqual(['0县']);
  });

  it('finds what a search for each word alone would find', () => {
    const word = fc.stringMatching(/^[甲乙丙]{1,4}$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 8 }),
        fc.stringMatching(/^[甲乙丙丁]{0,30}$/),
        (words, text) => {
          const expected: string[] = [];
          for (let at = 0; at < text.length; ) {
            const longest = words
              .filter((one) => text.startsWith(one, at))
              .sort((a, b) => b.length - a.length)[0];
            if (longest) expected.push(`${at}${longest}`);
            at += longest?.length ?? 1;
          }
          expect(found(words, text)).toEqual(expected);
        },
      ),
    );
  });

  it('takes time by the length of the text, not by the number of words', () => {
    // One look for each word at each place would be 3 × 10^11 of them, and not end within the time a test has.
    const words = Array.from({ length: 100_000 }, (_, i) => `甲${String(i).padStart(6, '0')}`);
    const index = wordIndex(words);
    const found: number[] = [];
    index.scan(`${'甲'.repeat(3_000_000)}099999`, (word) => found.push(word) > 0);
    expect(found).toEqual([99_999]);
  });
});

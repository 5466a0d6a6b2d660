import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearest } from '../../src/grammar/nearest.ts';

const categories = ['党的建设', '民生服务', '应急管理及消防', '教育培训监管', '文化和旅游'];

describe('the nearest known word', () => {
  test.each([
    ['党的建没', { word: '党的建设', distance: 1 }],
    ['党的建', { word: '党的建设', distance: 1 }],
    ['民服生务', { word: '民生服务', distance: 1 }],
    ['应急管理和消防', { word: '应急管理及消防', distance: 1 }],
    ['教育监管培训', { word: '教育培训监管', distance: 1 }],
    ['教育监管与培训', { word: '教育培训监管', distance: 2 }],
    ['党的建设', { word: '党的建设', distance: 0 }],
  ])('of %s is found', (word, found) => {
    expect(nearest(word, categories)).toEqual(found);
  });

  test.each(['人民武装', '乡村振兴', '服务', ''])('of %s is none: it is too far', (word) => {
    expect(nearest(word, categories)).toBeNull();
  });

  test('takes a limit of its own', () => {
    expect(nearest('民生', categories, 2)).toEqual({ word: '民生服务', distance: 2 });
    expect(nearest('党的建没', categories, 0)).toBeNull();
  });

  test('is the first of equally near words', () => {
    expect(nearest('县乙局', ['县甲局', '县丙局'])).toEqual({ word: '县甲局', distance: 1 });
  });

  test('of a known word is the word itself', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), fc.nat(), (words, pick) => {
        const word = words[pick % words.length] ?? '';
        expect(nearest(word, words)).toEqual({ word, distance: 0 });
      }),
    );
  });
});

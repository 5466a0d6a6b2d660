import { describe, expect, it } from 'vitest';
import { consistent } from '../../src/checks/general/consistent.ts';
import { documentOf, testRule } from '../support/document.ts';
import { findIn } from '../support/found.ts';

const document = documentOf({
  lists: [
    {
      kind: 'basic',
      rows: [
        ['1', '民生服务', '处理噪音投诉'],
        ['2', '民生服务', '劝阻广场噪声，测量噪声'],
        ['3', '平安法治', '收治流浪狗，清理本辖区噪音源'],
        ['4', '平安法治', '登记辖区养犬户，巡查本辖区噪声'],
      ],
    },
  ],
});
const NOISE = { forms: ['噪音', '噪声'], reason: 'GB 3096' };
const rule = (...groups: readonly object[]) => ({ options: { groups } });

describe('forms that a document should not mix', () => {
  it('are reported once for each rarer form, with its other places and one of the usual form', () => {
    expect(findIn(document, 'consistent', rule(NOISE))).toEqual([
      {
        at: 'basic 1 name',
        variant: 'default',
        excerpt: '噪音',
        data: {
          form: '噪音',
          count: 2,
          usual: '噪声',
          usualCount: 3,
          reason: { zh: 'GB 3096', en: 'GB 3096' },
        },
        related: ['噪音', '噪声'],
      },
    ]);
  });

  it('are nothing where the document uses one of them', () => {
    expect(findIn(document, 'consistent', rule({ forms: ['流浪狗', '流浪犬'] }))).toEqual([]);
  });

  it('are told apart where one holds the other', () => {
    const found = findIn(document, 'consistent', rule({ forms: ['辖区', '本辖区'] }));
    expect(found).toMatchObject([{ excerpt: '辖区', data: { count: 1, usual: '本辖区', usualCount: 2 } }]);
  });

  it('count for the first of the group where they are equally frequent', () => {
    const even = { ...NOISE, except: ['测量噪声'] };
    expect(findIn(document, 'consistent', rule(even))).toMatchObject([
      { excerpt: '噪声', data: { usual: '噪音' } },
    ]);
  });

  it('are counted within the scope of the rule only', () => {
    const inCategory = { ...rule(NOISE), on: { categories: ['平安法治'] } };
    expect(findIn(document, 'consistent', inCategory)).toMatchObject([
      { at: 'basic 4 name', excerpt: '噪声' },
    ]);
  });

  it('come with the change of all places at once', () => {
    const result = consistent.run(document, testRule('consistent', rule(NOISE)));
    const [finding] = 'notApplicable' in result ? [] : result;
    expect(finding?.suggestions?.[0]?.edits.map(({ text }) => text)).toEqual(['噪声', '噪声']);
  });
});

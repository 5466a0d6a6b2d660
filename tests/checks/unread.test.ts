import { describe, expect, it } from 'vitest';
import { documentOf, type ListPlan, rowsNumbered } from '../support/document.ts';
import { findIn } from '../support/found.ts';

const basic: ListPlan = { kind: 'basic', title: '柳河镇基本履职事项清单', rows: rowsNumbered(['1', '2']) };

describe('what was not read', () => {
  it('is reported by kind: rows of a list, and text', () => {
    const document = documentOf({
      lists: [basic],
      unread: [
        { words: '7 党的建设 走访农户', reason: 'item-not-understood' },
        { words: '此处盖章后方可生效，未盖章的一律以打印稿为准执行', reason: 'stray-text' },
      ],
    });
    expect(findIn(document, 'unread', { options: { report: ['rows'] } })).toMatchObject([
      {
        at: '- - -',
        variant: 'default',
        excerpt: '7 党的建设 走访农户',
        data: { found: '7 党的建设 走访农户' },
      },
    ]);
    expect(findIn(document, 'unread', { options: { report: ['text', 'table'] } })).toMatchObject([
      { variant: 'text', data: { found: '此处盖章后方可生效，未盖章的一律以打印稿…' } },
    ]);
  });
});

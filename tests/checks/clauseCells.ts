import type { ListDocument } from '../../src/model/document.ts';
import { documentOf } from '../support/document.ts';

/** A coordinating list whose items have these superior's and township's duties. */
export function withDuties(...items: readonly (readonly [string, string])[]): ListDocument {
  return documentOf({
    lists: [
      {
        kind: 'coordinating',
        rows: items.map(([superior, township], i) => [
          String(i + 1),
          '民生服务',
          `第${i + 1}件事`,
          '县民政局、县公安局',
          superior,
          township,
        ]),
      },
    ],
  });
}

/** A withdrawn list whose items are handed over like this. */
export function withHandovers(...cells: readonly string[]): ListDocument {
  return documentOf({
    lists: [
      {
        kind: 'withdrawn',
        rows: cells.map((cell, i) => [String(i + 1), '民生服务', `第${i + 1}件事`, cell]),
      },
    ],
  });
}

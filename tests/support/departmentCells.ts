import type { ListDocument } from '../../src/model/document.ts';
import type { Format } from '../../src/model/format.ts';
import { currentRuleset } from './builtins.ts';
import { documentOf } from './document.ts';

/** One coordinating item: its department cell, the superior's duties, the township's. */
export type Item = readonly [
  departments: string,
  superior?: string | undefined,
  township?: string | undefined,
];

/** The base format with other values in some places. */
export function baseFormat(changes: Partial<Format> = {}): Format {
  const base = currentRuleset().formats.get('base');
  if (!base) throw new Error('no base format');
  return { ...base, ...changes };
}

/** A coordinating list of such items, numbered from 1, read with the base format. */
export function coordinating(items: readonly Item[], changes: Partial<Format> = {}): ListDocument {
  return documentOf({
    format: baseFormat(changes),
    lists: [
      {
        kind: 'coordinating',
        rows: items.map(([departments, superior = '负责审核。', township = '负责初审。'], i) => [
          String(i + 1),
          '民生服务',
          `第${i + 1}件事`,
          departments,
          superior,
          township,
        ]),
      },
    ],
  });
}

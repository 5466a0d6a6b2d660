import type { Check } from './check.ts';
import { columns } from './columns.ts';
import { count } from './count.ts';
import { departments } from './departments.ts';
import { grouping } from './grouping.ts';
import { headerWording } from './headerWording.ts';
import { lists } from './lists.ts';
import { order } from './order.ts';
import { rowShape } from './rowShape.ts';
import { sequence } from './sequence.ts';
import { unread } from './unread.ts';
import { vocabulary } from './vocabulary.ts';

/** Every kind of check, by the name that rules use in `check:`. */
export const checks: ReadonlyMap<string, Check> = new Map(
  [
    lists,
    columns,
    headerWording,
    rowShape,
    sequence,
    vocabulary,
    grouping,
    order,
    departments,
    count,
    unread,
  ].map((check) => [check.kind, check]),
);

import { isDepartmentList } from '../../grammar/departments.ts';
import type { ListDocument } from '../../model/document.ts';
import { unspaced } from '../../model/text.ts';
import type { Doubt, LearnedFormat } from './learned.ts';

const LABEL = /(?:^|[\s。；])([一-鿿]{2,10})\s*[：:]([^：:]*)/gu;
/** So many cells must bear a label before it is taken for one. */
const LEAST_COUNT = 2;
const LEAST_SHARE = 0.3;

/** Labels in the handover cells that the format does not know: 接手单位：… 办法：…. */
export function learnLabels(document: ListDocument): {
  readonly handover: LearnedFormat['handover'];
  readonly doubts: readonly Doubt[];
} {
  const { handover, departments, countyNames } = document.format;
  const known = new Set([...handover.departmentLabels, ...handover.mannerLabels]);
  const seen = new Map<string, { count: number; departments: number }>();
  let cells = 0;
  for (const list of document.lists) {
    for (const item of list.items) {
      const value = item.fields.handover?.text.value;
      if (!value) continue;
      cells++;
      for (const [, label = '', rest = ''] of value.matchAll(LABEL)) {
        if (known.has(label) || isDepartmentList(label, departments, countyNames)) continue;
        const first = unspaced(rest.split(/[\n。；]|\s(?=\S+$)/u)[0] ?? '');
        const entry = seen.get(label) ?? { count: 0, departments: 0 };
        entry.count++;
        if (isDepartmentList(first, departments, countyNames)) entry.departments++;
        seen.set(label, entry);
      }
    }
  }
  const labels: { departmentLabels: string[]; mannerLabels: string[] } = {
    departmentLabels: [],
    mannerLabels: [],
  };
  const doubts: Doubt[] = [];
  for (const [label, entry] of seen) {
    if (entry.count < Math.max(LEAST_COUNT, LEAST_SHARE * cells)) continue;
    const key = entry.departments * 2 >= entry.count ? 'departmentLabels' : 'mannerLabels';
    labels[key].push(label);
    const data = { label, count: entry.count };
    doubts.push({ code: 'label-new', at: ['handover', key], words: [label], data });
  }
  return { handover: labels, doubts };
}

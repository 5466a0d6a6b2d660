import { isMap, isSeq, parseDocument, type YAMLMap, YAMLSeq } from 'yaml';
import type { ReportedFinding } from '../../model/report.ts';
import type { Difference } from './expectations.ts';
import type { TestFile } from './testFiles.ts';

/**
 * A test file with what was found in place of what was wanted, in the cases that differ. Comments stay, and so does every
 * expectation that was right; one in the wrong place is moved, one that was not met goes, what nobody wanted is added.
 * @param differences by index of the case
 */
export function withSnapshots(file: TestFile, differences: ReadonlyMap<number, Difference>): string {
  const document = parseDocument(file.yaml.text);
  const single = file.rules?.length === 1;
  for (const [index, difference] of differences) {
    const node = document.getIn(['cases', index]);
    if (!isMap(node)) continue;
    const before = node.get('findings', true);
    const expectations = isSeq(before) ? [...before.items] : [];
    for (const { wanted, found } of difference.misplaced) {
      const expectation = expectations[wanted];
      if (isMap(expectation)) move(expectation, found);
    }
    const kept = expectations.filter((_, at) => !difference.missing.includes(at));
    const added = difference.noisy.map((finding) => document.createNode(snapshot(finding, single)));
    const list = isSeq(before) ? before : new YAMLSeq();
    list.items = [...kept, ...added];
    // A list written as `[]` would get its entries on one line.
    list.flow = list.items.length === 0;
    node.set('findings', list);
  }
  return document.toString({ lineWidth: 0 });
}

/** A finding as an expectation: where it is and what it says. */
function snapshot(finding: ReportedFinding, single: boolean): Readonly<Record<string, string | number>> {
  return { ...(single ? {} : { rule: finding.ruleId }), ...placeOf(finding), message: finding.message };
}

function placeOf({ location: { list, item, column } }: ReportedFinding) {
  return {
    ...(list === null ? {} : { list }),
    ...(item === null ? {} : { item }),
    ...(column === null ? {} : { column }),
  };
}

/** Lets an expectation name another place; what it did not name stays out. */
function move(expectation: YAMLMap, finding: ReportedFinding): void {
  const place: Readonly<Record<string, string | number>> = placeOf(finding);
  for (const key of ['list', 'item', 'column']) {
    if (place[key] !== undefined) expectation.set(key, place[key]);
    else expectation.delete(key);
  }
  if (expectation.has('excerpt')) expectation.set('excerpt', finding.excerpt);
}

import type { FileReport } from '../../model/report.ts';
import type { Language } from '../../reports/words.ts';

/** Names a line of a diff by what an editor knows it as: the list and the item that the findings in it are about. */
export function diffHeading(report: FileReport, language: Language): (line: number) => string | null {
  const names = new Map<number, string>();
  for (const { location, subject } of report.findings) {
    const { line } = location.start;
    if (names.has(line) || subject.listTitle === null) continue;
    const item = location.item;
    const place = item === null ? '' : language === 'zh' ? ` 第${item}项` : `, item ${item}`;
    names.set(line, `${subject.listTitle}${place}`);
  }
  return (line) => names.get(line) ?? null;
}

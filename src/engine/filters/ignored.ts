import type { FileReport, ReportedFinding, ReportedIgnore, SuppressedFinding } from '../../model/report.ts';

/** The rules about ignore comments themselves; what names no rule does not ignore them, or a slip would hide itself. */
const ABOUT_IGNORES: ReadonlySet<string> = new Set(['ignore-comment', 'unused-ignore']);
/** The rule that reports a comment which ignores nothing. */
const UNUSED = 'unused-ignore';

/**
 * The report of a file with the findings that its ignore comments cover among the suppressed ones. Doing it again
 * changes nothing, so it is done once more where findings are added later (checks across documents, joined reports): a
 * comment that ignores one of those is then no longer reported as unused.
 */
export function withoutIgnored(file: FileReport): FileReport {
  if (file.ignores.length === 0) return file;
  const ignored = new Map<ReportedFinding, ReportedIgnore>();
  for (const finding of file.findings) {
    const ignore = file.ignores.find((each) => covers(each, finding));
    if (ignore) ignored.set(finding, ignore);
  }
  if (ignored.size === 0) return file;
  const added = [...ignored].map(
    ([finding, { reason }]): SuppressedFinding => ({ by: 'ignore', reason, finding }),
  );
  const used = [...ignored.values()];
  const findings = file.findings.filter(
    (finding) => !ignored.has(finding) && !(finding.ruleId === UNUSED && isAboutOne(finding, used)),
  );
  return { ...file, findings, suppressed: inOrder([...file.suppressed, ...added]) };
}

/** Whether an ignore comment covers a finding of this rule that begins at this offset. */
export function ignores(
  { rules, covers: { start, end } }: Pick<ReportedIgnore, 'rules' | 'covers'>,
  ruleId: string,
  offset: number,
): boolean {
  const named = rules === null ? !ABOUT_IGNORES.has(ruleId) : rules.includes(ruleId);
  return named && start <= offset && offset <= end;
}

function covers(ignore: ReportedIgnore, { ruleId, location }: ReportedFinding): boolean {
  return ignores(ignore, ruleId, location.start.offset);
}

/** Whether a finding says of one of these comments, which name no rule, that it is unused. */
function isAboutOne({ location }: ReportedFinding, comments: readonly ReportedIgnore[]): boolean {
  return comments.some(({ rules, start }) => rules === null && start.offset === location.start.offset);
}

/** Suppressed findings in the order of the file. */
export function inOrder(suppressed: readonly SuppressedFinding[]): readonly SuppressedFinding[] {
  const place = ({ finding }: SuppressedFinding): number => finding.location.start.offset;
  return [...suppressed].sort((a, b) => place(a) - place(b));
}

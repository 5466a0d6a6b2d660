import { resolve } from 'node:path';
import { withoutBaseline } from '../../engine/filters/baseline.ts';
import {
  type MergeNote,
  type MergeProblem,
  mergeReports,
  type NamedReport,
} from '../../engine/mergeReports.ts';
import { makeReport } from '../../engine/report.ts';
import type { Report } from '../../model/report.ts';
import type { CommandLine } from '../commandLine.ts';
import type { Context } from '../context.ts';
import type { Baseline } from '../filters/baselineFile.ts';
import { judge } from '../judge.ts';
import { noteText } from '../messages.ts';
import { writeStream } from '../output.ts';
import { readTargets } from '../targets.ts';
import { UsageError } from '../usageError.ts';
import { VERSION } from '../version.ts';
import { refuseToOverwrite, writeReports } from '../writeReports.ts';
import { findReports, readReport } from './readReports.ts';

/** `qingdan merge`: JSON reports joined into one, written and judged as `check` would. The exit code. Throws UsageError. */
export async function merge(line: CommandLine, context: Context): Promise<number> {
  const { language } = context;
  const targets = readTargets(line);
  const written = new Set(targets.flatMap(({ file }) => (file === null ? [] : [resolve(file)])));
  const paths = await findReports(line.operands, written);
  await refuseToOverwrite(targets, paths, line.command);
  const baseline = await openMergedBaseline(line, context);
  const reports: NamedReport[] = [];
  for (const path of paths) reports.push(await readReport(path, language));
  const merged = mergeReports(reports, VERSION);
  if ('problem' in merged) throw problemError(merged.problem, line);
  for (const note of merged.notes) await writeStream(process.stderr, `${describe(note, context)}\n`);
  const report = baseline === null ? merged.report : await filtered(merged.report, baseline, line);
  const unwritten = await writeReports(report, targets, line, context);
  if (unwritten) throw unwritten;
  return judge(report, line, context);
}

async function openMergedBaseline(line: CommandLine, context: Context): Promise<Baseline | null> {
  if (line.baseline === null && !line.updateBaseline) return null;
  return (await import('../filters/baselineFile.ts')).openBaseline(line, context);
}

/** As if one run had used the baseline: whatever those of the parts did is undone. */
async function filtered(
  report: Report,
  baseline: Baseline,
  { updateBaseline }: CommandLine,
): Promise<Report> {
  // An update writes all that is there down, also what was there before a change.
  const all = report.files.map((file) => withoutBaseline(file, { unchanged: updateBaseline }));
  const { files, use } = await baseline.apply(all, report.rules);
  return { ...makeReport(files, report.tool.version, report.rules), baseline: use };
}

function problemError(problem: MergeProblem, { command }: CommandLine): UsageError {
  const { code, ...facts } = problem;
  const data = Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [key, Array.isArray(value) ? value.join('、') : value]),
  );
  return new UsageError(code, { data, command });
}

function describe(note: MergeNote, { language }: Context): string {
  const words = note.code === 'versions-differ' ? note.versions : note.rules;
  return noteText(note.code, { versions: words.join('、'), rules: words.join('、') }, language);
}

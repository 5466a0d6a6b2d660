import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { check } from '../cli/check.ts';
import { parseCommandLine } from '../cli/commandLine.ts';
import { describeFailure } from '../cli/describeFailure.ts';
import { merge } from '../cli/scale/merge.ts';
import type { ConfigSource } from '../cli/settings/configSource.ts';
import type { Report } from '../model/report.ts';
import type { Language } from '../reports/words.ts';

/** What the command is given. */
export interface CheckRun {
  readonly args: readonly string[];
  readonly language: Language;
  /** Where the JSON report goes; `args` name it too. */
  readonly json: string;
  readonly configs: ConfigSource;
  /** Whether `configs` are those of the base branch. */
  readonly fromBase: boolean;
  /** The real path that drafts may not lead out of. */
  readonly workspace: string;
  /** Written above the output in the log. */
  readonly title: string;
}

/** How the check went. */
export interface Outcome {
  /** The exit code of the command. */
  readonly code: number;
  /** Null when it was not even begun, or the report could not be written. */
  readonly report: Report | null;
  /** What the command said when it failed; else null. */
  readonly problem: string | null;
}

/**
 * Runs `qingdan check`, or `merge`, in this process, with the same command line and exit code as anywhere, and reads its JSON
 * report. Its text goes to the log between marks that keep the runner from taking any line of it for a command.
 */
export async function runCheck(run: CheckRun): Promise<Outcome> {
  const { language, configs, fromBase, workspace } = run;
  const context = {
    language,
    onFailure: (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    },
    confinedTo: workspace,
    configs,
    // A config of the base branch is of no use where a .gitignore of the pull request hides what it added. Threads
    // read the config from the disk.
    ...(fromBase ? { gitignore: false } : { worker: new URL(import.meta.url) }),
  };
  const restore = quote(run.title);
  try {
    const line = parseCommandLine(run.args);
    const code = await (line.command === 'merge' ? merge(line, context) : check(line, context));
    return { code, ...(await readReport(run.json)) };
  } catch (error) {
    const { code, text } = await describeFailure(error, context);
    process.stderr.write(text);
    // A report that could not be written where it should is no reason to lose the findings.
    const { report } = await readReport(run.json);
    return { code, report, problem: text };
  } finally {
    restore();
  }
}

async function readReport(file: string): Promise<Pick<Outcome, 'report' | 'problem'>> {
  try {
    return { report: JSON.parse(await readFile(file, 'utf8')) as Report, problem: null };
  } catch (error) {
    return { report: null, problem: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Makes the runner take no command from what is written until the returned function is called. Both streams become
 * one: the runner reads them apart, so a line of the other could come before or after the marks.
 */
function quote(title: string): () => void {
  const { stdout, stderr } = process;
  const write = stderr.write;
  const token = randomUUID();
  stdout.write(`::group::${title}\n::stop-commands::${token}\n`);
  stderr.write = stdout.write.bind(stdout);
  return () => {
    stderr.write = write;
    stdout.write(`\n::${token}::\n::endgroup::\n`);
  };
}

import { check } from './check.ts';
import { type CommandLine, parseCommandLine } from './commandLine.ts';
import type { Context } from './context.ts';
import { describeFailure } from './describeFailure.ts';
import { helpText } from './help.ts';
import { init } from './init/init.ts';
import { inspect } from './inspect.ts';
import { writeStream } from './output.ts';
import { rules } from './rules/rules.ts';
import { isCheckThread, serveChecks } from './scale/thread.ts';
import { languageOf, widthOf } from './terminal.ts';
import { VERSION } from './version.ts';

/**
 * Runs a command line and gives its exit code: 0 no errors found, 1 errors found, 2 wrong usage or input, 3 the
 * tool itself failed. The commands are imported outright: one file loads faster than ten small ones. What few runs
 * need (YAML, remark, patterns, config errors) is imported where it is met.
 */
async function run(args: readonly string[]): Promise<number> {
  const debug = args.includes('--debug');
  const context: Context = {
    language: languageOf(args),
    worker: new URL(import.meta.url),
    onFailure: (error) => {
      if (debug) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    },
  };
  try {
    return await runCommand(parseCommandLine(args), context);
  } catch (error) {
    const { code, text } = await describeFailure(error, context);
    await writeStream(process.stderr, text);
    return code;
  }
}

async function runCommand(line: CommandLine, context: Context): Promise<number> {
  if (line.version) {
    await writeStream(process.stdout, `${VERSION}\n`);
    return 0;
  }
  const { command } = line;
  if (line.help) return help(line, context, process.stdout);
  switch (command) {
    case 'check':
      if (line.operands.length === 0) return help(line, context, process.stderr);
      if (line.watch) return (await import('./follow/follow.ts')).follow(line, context);
      return check(line, context);
    case 'merge': {
      if (line.operands.length === 0) return help(line, context, process.stderr);
      const { merge } = await import('./scale/merge.ts');
      return merge(line, context);
    }
    case 'inspect':
      if (line.operands.length === 0) return help(line, context, process.stderr);
      return inspect(line, context);
    case 'rules':
      if (line.operands.length === 0) return help(line, context, process.stderr);
      return rules(line, context);
    case 'init':
      return init(line, context);
    case null:
      return help(line, context, process.stderr);
  }
}

/** Help that was asked for goes to standard output; help in place of something to do is a usage error. */
async function help(line: CommandLine, { language }: Context, stream: NodeJS.WriteStream): Promise<number> {
  await writeStream(stream, helpText(line.command, language, widthOf(stream)));
  return line.help ? 0 : 2;
}

/** Settled when the command, or the thread of one, has ended and the exit code is set. */
export const ended: Promise<void> = isCheckThread()
  ? serveChecks()
  : run(process.argv.slice(2)).then((code) => {
      process.exitCode = code;
    });

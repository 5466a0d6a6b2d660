#!/usr/bin/env node
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

/**
 * Starts the command. A third of a cold run went into parsing and compiling its code, so the compiled form is kept
 * beside the code at the end of the first check, when it holds what checks need, and read by the runs that follow: `compiled/<build>-<engine>.bin`, for this
 * build and this version and these flags of Node. Whoever can write there can change the code itself, so the file is
 * no less to be trusted. Where it cannot be written, and in CI, where nobody would read it, all goes on without it.
 */
declare const __QINGDAN_BUILD__: string;

/** What the script of the command gives. */
interface Command {
  /** Settled when the command has ended. */
  readonly ended: Promise<void>;
}

type Wrapper = (exports: object, require: NodeJS.Require, module: { exports: unknown }, url: string) => void;

const { env } = process;
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const isOff = isSet(env.NODE_DISABLE_COMPILE_CACHE);
const path = here('qingdan.cjs');
const compiled = `${__QINGDAN_BUILD__.slice(0, 16)}-${cachedDataVersionTag().toString(36)}.bin`;
const cachedData = isOff ? undefined : bytesOf(here(`compiled/${compiled}`));

const source = readFileSync(path, 'latin1');
const script = new Script(`(function(exports,require,module,__qingdanUrl){${source}\n})`, {
  filename: path,
  ...(cachedData && { cachedData }),
});
const module: { exports: unknown } = { exports: {} };
const isGood = cachedData !== undefined && script.cachedDataRejected !== true;
if (!isGood && !isOff && !isSet(env.CI)) {
  if (cachedData) succeeds(() => rmSync(here(`compiled/${compiled}`), { force: true }));
  // A thread ends before the command that started it, and has done what that left to it.
  process.once('exit', (code) => {
    const hasChecked = !isMainThread || (process.argv.includes('check') && code < 2);
    if (hasChecked && !existsSync(here(`compiled/${compiled}`))) keep();
  });
}

const run = script.runInThisContext() as Wrapper;
run(module.exports as object, createRequire(path), module, import.meta.url);
await (module.exports as Command).ended;

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0' && value !== 'false';
}

function bytesOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Writes the compiled form, whole or not at all. Where that fails (no right to write, a full disk) the next run compiles again. */
function keep(): void {
  const unfinished = here(`compiled/${compiled}.${process.pid}`);
  const isKept = succeeds(() => {
    mkdirSync(here('compiled'), { recursive: true });
    writeFileSync(unfinished, script.createCachedData());
    renameSync(unfinished, here(`compiled/${compiled}`));
  });
  if (!isKept) succeeds(() => rmSync(unfinished, { force: true }));
}

function succeeds(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}

import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/*
 * Guides that are run. In a page of docs/
 *   ```LANGUAGE file=NAME   is a file of that content;
 *   ```diff file=NAME       is an edit of a file that is there: lines that begin with a space, - or +;
 *   ```console              holds commands behind `$ ` and what they print; a line `…` stands for any lines.
 * A heading that names English begins again in an empty folder, with QINGDAN_LANG=en; documents (```markdown file=…)
 * that the part before showed are there.
 */

/** A part of a guide that is run in one folder. */
export interface GuidePart {
  readonly language: 'zh' | 'en';
  readonly steps: readonly GuideStep[];
}

export type GuideStep =
  | { readonly kind: 'file'; readonly name: string; readonly content: string; readonly document: boolean }
  | { readonly kind: 'edit'; readonly name: string; readonly lines: readonly string[] }
  | { readonly kind: 'console'; readonly commands: readonly GuideCommand[]; readonly line: number };

export interface GuideCommand {
  readonly command: string;
  readonly expected: readonly string[];
  /** 0-based numbers of the lines of the page that hold `expected`; the end is not among them. */
  readonly from: number;
  readonly to: number;
}

/** What a command of a guide printed. */
export interface GuideResult {
  readonly command: GuideCommand;
  readonly printed: readonly string[];
}

/** The steps of a page, in order. */
export function partsOf(page: string): readonly GuidePart[] {
  const lines = page.split('\n');
  const parts: { language: 'zh' | 'en'; steps: GuideStep[] }[] = [{ language: 'zh', steps: [] }];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (/^#{1,2} .*English/.test(line)) {
      const shown = parts[0]?.steps.filter((step) => step.kind === 'file' && step.document) ?? [];
      parts.push({ language: 'en', steps: [...shown] });
    }
    const fence = /^(`{3,})([a-z]+)(?: file=(\S+))?\s*$/.exec(line);
    if (!fence) continue;
    const [, ticks = '', language = '', name] = fence;
    const end = lines.indexOf(ticks, i + 1);
    const content = lines.slice(i + 1, end);
    const steps = parts[parts.length - 1]?.steps;
    if (language === 'console')
      steps?.push({ kind: 'console', commands: commandsOf(content, i + 1), line: i });
    else if (name !== undefined && language === 'diff') steps?.push({ kind: 'edit', name, lines: content });
    else if (name !== undefined)
      steps?.push({
        kind: 'file',
        name,
        content: `${content.join('\n')}\n`,
        document: language === 'markdown',
      });
    i = end;
  }
  return parts;
}

function commandsOf(lines: readonly string[], first: number): readonly GuideCommand[] {
  const starts = lines.flatMap((line, i) => (line.startsWith('$ ') ? [i] : []));
  return starts.map((start, at) => {
    const end = starts[at + 1] ?? lines.length;
    return {
      command: (lines[start] ?? '').slice(2),
      expected: lines.slice(start + 1, end),
      from: first + start + 1,
      to: first + end,
    };
  });
}

/** Runs a part with the built command in a folder of its own. Throws when an edit does not fit its file. */
export async function runPart(part: GuidePart, qingdan: string): Promise<readonly GuideResult[]> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'qingdan-guide-')));
  try {
    const bin = join(folder, '.bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'qingdan'), `#!/bin/sh\nexec "${process.execPath}" "${qingdan}" "$@"\n`);
    chmodSync(join(bin, 'qingdan'), 0o755);
    const work = join(folder, 'work');
    mkdirSync(work);
    const results: GuideResult[] = [];
    let code = 0;
    for (const step of part.steps) {
      if (step.kind === 'file') put(join(work, step.name), step.content);
      else if (step.kind === 'edit') edit(join(work, step.name), step.lines);
      else {
        for (const command of step.commands) {
          if (command.command === 'echo $?') {
            results.push({ command, printed: [String(code)] });
            continue;
          }
          const ran = await shell(command.command, work, bin, part.language);
          code = ran.code;
          results.push({ command, printed: ran.printed });
        }
      }
    }
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function put(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

function edit(path: string, lines: readonly string[]): void {
  const was = lines.filter((line) => !line.startsWith('+')).map((line) => line.slice(1));
  const now = lines.filter((line) => !line.startsWith('-')).map((line) => line.slice(1));
  const text = `\n${readFileSync(path, 'utf8')}`;
  const parts = text.split(`\n${was.join('\n')}\n`);
  if (parts.length !== 2)
    throw new Error(`the edit fits ${parts.length - 1} places of ${path}:\n${was.join('\n')}`);
  writeFileSync(path, parts.join(`\n${now.join('\n')}\n`).slice(1));
}

function shell(
  command: string,
  cwd: string,
  bin: string,
  language: 'zh' | 'en',
): Promise<{ readonly code: number; readonly printed: readonly string[] }> {
  const env = {
    PATH: `${bin}:${process.env.PATH ?? ''}`,
    HOME: cwd,
    ...(language === 'en' ? { QINGDAN_LANG: 'en' } : {}),
  };
  return new Promise((resolve, reject) => {
    const child: ChildProcess = spawn('sh', ['-c', `${command} 2>&1`], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const printed = out.replace(/\n+$/, '').split('\n');
      resolve({ code: code ?? -1, printed: out === '' ? [] : printed });
    });
  });
}

/** Whether what was printed is what the page says; `…` alone on a line stands for any lines. */
export function isAsShown({ command: { expected }, printed }: GuideResult): boolean {
  const shown = expected.join('\n').replace(/\n+$/, '').split('\n');
  const from = (e: number, p: number): boolean => {
    if (e === shown.length) return p === printed.length;
    if (shown[e]?.trim() === '…') {
      for (let next = p; next <= printed.length; next++) if (from(e + 1, next)) return true;
      return false;
    }
    return shown[e] === printed[p] && from(e + 1, p + 1);
  };
  return expected.join('').trim() === '' ? printed.length === 0 : from(0, 0);
}

/** What was printed, with the lines left out that the page leaves out: those between the lines around its `…`. */
function leftOut(printed: readonly string[], expected: readonly string[]): readonly string[] {
  let lines = [...printed];
  let from = 0;
  for (const [at, line] of expected.entries()) {
    if (line.trim() !== '…') continue;
    const before = at === 0 ? -1 : lines.indexOf(expected[at - 1] ?? '', from);
    if (at > 0 && before < 0) continue;
    const after = lines.indexOf(expected[at + 1] ?? '', before + 1);
    const end = after < 0 ? lines.length : after;
    if (end - before > 1) lines = [...lines.slice(0, before + 1), '…', ...lines.slice(end)];
    from = before + 2;
  }
  return lines;
}

/** The page with what was printed in place of what it said, where the two differ. */
export function withResults(page: string, results: readonly GuideResult[]): string {
  const lines = page.split('\n');
  const wrong = results
    .filter((result) => !isAsShown(result))
    .sort((a, b) => b.command.from - a.command.from);
  for (const { command, printed } of wrong) {
    const blank = command.expected[command.expected.length - 1] === '' ? [''] : [];
    const now = leftOut(printed, command.expected);
    lines.splice(command.from, command.to - command.from, ...now, ...blank);
  }
  return lines.join('\n');
}

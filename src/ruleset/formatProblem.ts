import stringWidth from 'string-width';
import type { ConfigProblem } from './configError.ts';

/** A line of a file that is longer is shown around the fault only. */
const WIDEST = 100;

/** A longer list of allowed values hides what it is shown with. */
const MOST_ALLOWED = 12;

/**
 * A problem as the user sees it: place and sentence, the line with a caret below (full-width characters count
 * as two columns), what was probably meant, and what may stand there. Without a line break at the end.
 */
export function formatProblem(problem: ConfigProblem, language: 'zh' | 'en'): string {
  const place = problem.line > 0 ? `${problem.file}:${problem.line}:${problem.column}` : problem.file;
  const lines = [`${place} ${problem.message[language]}`];
  if (problem.line > 0) {
    const { text, from, to } = excerpt(problem);
    const number = String(problem.line);
    const caret = ' '.repeat(stringWidth(text.slice(0, from))) + '^'.repeat(width(text.slice(from, to)));
    lines.push(`  ${number} │ ${text}`, `  ${' '.repeat(number.length)} │ ${caret}`);
  }
  const { suggestion } = problem;
  if (suggestion !== undefined) {
    lines.push(language === 'zh' ? `    是不是想写 “${suggestion}”？` : `    did you mean "${suggestion}"?`);
  }
  const others = allowedWords(problem, language);
  if (others !== null) lines.push(`    ${others}`);
  return lines.join('\n');
}

/** What may stand there: all of it while that is few words, else the first ones, or where the whole list is. */
function allowedWords({ code, allowed = [] }: ConfigProblem, language: 'zh' | 'en'): string | null {
  const zh = language === 'zh';
  if (allowed.length === 0) return null;
  const all = allowed.length <= MOST_ALLOWED;
  if (code === 'unknown-rule' && !all)
    return zh ? '全部规则：qingdan rules list' : 'all rules: qingdan rules list';
  const shown = (all ? allowed : allowed.slice(0, MOST_ALLOWED)).join(zh ? '、' : ', ');
  if (all) return zh ? `可用的值：${shown}` : `allowed: ${shown}`;
  return zh
    ? `可用的值：${shown}等 ${allowed.length} 个`
    : `allowed: ${shown} and ${allowed.length - MOST_ALLOWED} more`;
}

function width(text: string): number {
  return Math.max(1, stringWidth(text));
}

/** The line around the fault; `from` and `to` are offsets of the fault in `text`. */
function excerpt(problem: ConfigProblem): {
  readonly text: string;
  readonly from: number;
  readonly to: number;
} {
  // A tab is as wide as the terminal likes; one column keeps the caret below its character.
  const line = problem.source.replaceAll('\t', ' ').trimEnd();
  const from = Math.min(problem.column - 1, line.length);
  const to = Math.max(from, Math.min(from + problem.length, line.length));
  if (line.length <= WIDEST) return { text: line, from, to };
  const start = Math.max(0, from - WIDEST / 4);
  const end = Math.min(line.length, start + WIDEST);
  const before = start > 0 ? '…' : '';
  const after = end < line.length ? '…' : '';
  const shift = start - before.length;
  return { text: before + line.slice(start, end) + after, from: from - shift, to: Math.min(to, end) - shift };
}

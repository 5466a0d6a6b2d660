import { info, setFailed, warning } from '@actions/core';
import { type Language, REPORT_WORDS } from '../reports/words.ts';
import { type Chosen, chooseAnnotations } from './annotations.ts';
import { InputError } from './inputError.ts';
import { type Inputs, MAX_ANNOTATIONS, readInputs, readLanguage } from './inputs.ts';
import { markLine } from './markLine.ts';
import { type ActionMessage, actionText } from './messages.ts';
import { writeOutputs } from './outputs.ts';
import { type Prepared, prepare } from './prepare.ts';
import { type Outcome, runCheck } from './runCheck.ts';
import { codeBlock, summaryOf, summaryRoom, writeSummary } from './summary.ts';

/** What the runner started: inputs read, lists checked, and what could be prepared of it. */
interface Step {
  readonly inputs: Inputs | null;
  readonly prepared: Prepared | null;
  readonly outcome: Outcome;
}

/**
 * Runs a step: checks, marks the lines, writes summary and outputs. The exit code is that of the check, 2 for inputs
 * that cannot be used, 3 where the tool failed.
 */
export async function runStep(): Promise<number> {
  const language = readLanguage();
  const { inputs, prepared, outcome } = await check(language);
  const { report } = outcome;
  const failing = outcome.code !== 0;

  // From here on the result stands: whatever goes wrong in telling it is a warning and changes no exit code.
  const limit = inputs?.annotations ?? MAX_ANNOTATIONS;
  let chosen: Chosen = { annotations: [], more: 0 };
  await aside('what-annotations', language, () => {
    if (report === null || prepared === null) return;
    // The last line of a step that fails is an annotation too.
    const errors = failing ? Math.min(limit, MAX_ANNOTATIONS - 1) : limit;
    chosen = chooseAnnotations(report, { error: errors, warning: limit, info: limit }, language);
    for (const annotation of chosen.annotations) markLine(annotation, prepared.root);
  });
  const verdict = verdictOf(outcome, chosen, language);
  await aside('what-summary', language, async () => {
    const room = summaryRoom(process.env);
    const title = report === null ? `## ${actionText('summary-title', {}, language)}\n\n` : '';
    const brief = `${title}${codeBlock(verdict)}`;
    const whole = report === null ? brief : await summaryOf(report, language, room);
    await writeSummary(whole, `${brief}\n${actionText('summary-too-long', {}, language)}\n`, room);
  });
  await aside('what-outputs', language, () => {
    if (report === null) writeOutputs(outcome, [], null);
    else writeOutputs(outcome, inputs?.reports ?? [], prepared?.json ?? null);
  });
  if (failing) setFailed(verdict);
  else info(verdict);
  return outcome.code;
}

async function check(language: Language): Promise<Step> {
  let inputs: Inputs | null = null;
  let prepared: Prepared | null = null;
  try {
    inputs = readInputs();
    prepared = await prepare(inputs, process.env);
    for (const { code, data } of prepared.notes) {
      if (code === 'nothing-to-compare') warning(actionText(code, data, language));
      else info(actionText(code, data, language));
    }
    const title = actionText('log-title', {}, language);
    return { inputs, prepared, outcome: await runCheck({ ...prepared, language, title }) };
  } catch (failure) {
    return { inputs, prepared, outcome: failed(failure, language) };
  }
}

function failed(failure: unknown, language: Language): Outcome {
  if (failure instanceof InputError) {
    return { code: 2, report: null, problem: actionText(failure.code, failure.data, language) };
  }
  const reason = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
  return { code: 3, report: null, problem: `${actionText('tool-failed', {}, language)}\n${reason}` };
}

function verdictOf(
  { code, report, problem }: Outcome,
  { annotations, more }: Chosen,
  language: Language,
): string {
  const lines: string[] = [];
  if (problem !== null) lines.push(problem.trim());
  if (code === 3 && report !== null) lines.push(actionText('tool-failed', {}, language));
  if (report !== null) {
    const words = REPORT_WORDS[language];
    const closing = words.closing(report.summary);
    lines.push(actionText(code === 0 ? 'passed' : 'not-passed', { closing }, language));
    const { failed } = report.summary;
    if (failed > 0) lines.push(words.failed(failed));
    if (more > 0) lines.push(actionText('not-shown', { shown: annotations.length, more }, language));
  }
  return lines.join('\n');
}

/** Does what the result does not depend on. */
async function aside(
  what: ActionMessage,
  language: Language,
  work: () => void | Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (failure) {
    const reason = failure instanceof Error ? failure.message : String(failure);
    warning(actionText('side-failed', { what: actionText(what, {}, language), reason }, language));
  }
}

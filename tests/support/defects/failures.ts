import type { ReportedFinding } from '../../../src/model/report.ts';
import type { Defect, Sample } from './defect.ts';
import type { Outcome } from './scoring.ts';

interface Row {
  readonly defect: Defect;
  readonly outcomes: readonly Outcome[];
}

/** How many examples of one kind are shown. */
const SHOWN = 4;

/** Misses and extra findings as Markdown, by the rule that is to find the kind, the worst rule first. */
export function failuresText(rows: readonly Row[], noise: readonly ReportedFinding[]): string {
  const rules = new Map<string, { readonly lines: string[]; misses: number }>();
  for (const { defect, outcomes } of rows) {
    const rule = defect.rules[0] ?? defect.id;
    const entry = rules.get(rule) ?? { lines: [], misses: 0 };
    rules.set(rule, entry);
    const missed = outcomes.filter((outcome) => !outcome.found);
    entry.misses += missed.length;
    if (missed.length > 0) {
      entry.lines.push(`### ${defect.id}: ${missed.length} of ${outcomes.length} missed`, '');
      entry.lines.push(...byLayout(missed), '');
      for (const outcome of spread(missed)) entry.lines.push(...described(outcome), '');
    }
    const noisy = outcomes.filter((outcome) => outcome.found && outcome.extra.length > 1);
    if (noisy.length > 0) {
      entry.lines.push(
        `### ${defect.id}: more than one extra finding in ${noisy.length} of ${outcomes.length}`,
        '',
      );
      for (const outcome of spread(noisy))
        entry.lines.push(`- ${where(outcome.sample)}: ${outcome.injected.what}`, ...extras(outcome));
      entry.lines.push('');
    }
  }
  const parts = [...rules]
    .filter(([, { lines }]) => lines.length > 0)
    .sort((a, b) => b[1].misses - a[1].misses)
    .map(([rule, { lines, misses }]) => `## ${rule}: ${misses} missed\n\n${lines.join('\n')}`);
  const sound = [...new Set(noise.map(({ ruleId, message }) => `- ${ruleId}: ${message}`))].sort();
  const head = sound.length > 0 ? `## Findings in sound documents\n\n${sound.join('\n')}\n\n` : '';
  return `# What \`npm run score\` shows to be mended\n\n${head}${parts.join('\n')}`;
}

/** `3 in “PDF text, no titles”`. */
function byLayout(outcomes: readonly Outcome[]): readonly string[] {
  const ids = outcomes.map(({ sample }) => sample.layout.id);
  return [...new Set(ids)].map((id) => `- ${ids.filter((other) => other === id).length} in “${id}”`);
}

/** A few of them, from as many layouts as there are. */
function spread(outcomes: readonly Outcome[]): readonly Outcome[] {
  const first = outcomes.filter(
    (outcome, i) => outcomes.findIndex((other) => other.sample.layout === outcome.sample.layout) === i,
  );
  const rest = outcomes.filter((outcome) => !first.includes(outcome));
  return [...first, ...rest].slice(0, SHOWN);
}

function where({ name, layout, seed }: Sample): string {
  return `${name}, ${layout.id}, seed ${seed}`;
}

function described(outcome: Outcome): readonly string[] {
  const { sample, injected, text } = outcome;
  return [
    `- ${where(sample)}: ${injected.what}`,
    ...extras(outcome),
    '',
    '  ```',
    ...changedLines(sample, text).map((line) => `  ${line}`),
    '  ```',
  ];
}

function extras({ extra }: Outcome): readonly string[] {
  return extra.slice(0, 4).map(({ ruleId, location, message }) => {
    const { list, item, column } = location;
    return `  - ${ruleId} at ${list ?? '–'} ${item ?? '–'} ${column ?? '–'}: ${message}`;
  });
}

/** The lines of the damaged document that differ from the sound one, cut to what changed. */
function changedLines(sample: Sample, text: string): readonly string[] {
  let start = 0;
  while (start < text.length && text[start] === sample.text[start]) start++;
  let end = text.length;
  let soundEnd = sample.text.length;
  while (end > start && soundEnd > start && text[end - 1] === sample.text[soundEnd - 1]) {
    end--;
    soundEnd--;
  }
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - 160);
  const lineEnd = text.indexOf('\n', end);
  const to = Math.min(lineEnd < 0 ? text.length : lineEnd, end + 120, from + 600);
  return text
    .slice(from, to)
    .split('\n')
    .slice(0, 6)
    .map((line) => line.slice(0, 240));
}

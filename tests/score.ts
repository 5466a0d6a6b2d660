import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { currentRuleset } from './support/builtins.ts';
import { failuresText } from './support/defects/failures.ts';
import {
  DEFECTS,
  type Defect,
  findingsInSound,
  isJudged,
  LAYOUTS,
  type Outcome,
  type Sample,
  sampleOf,
  soundDocuments,
  tryDefect,
} from './support/defects.ts';
import { randomFrom } from './support/layouts.ts';

/** Below these the run fails. */
const THRESHOLDS = {
  /** Share of all defects that are found at the right place, and of each kind. */
  found: 0.95,
  foundOfKind: 0.8,
  /** Findings beside the one that is wanted: on average, and the average of the worst kind. */
  extra: 1,
  extraOfKind: 3,
};

const HELP = `npm run score -- [KIND or RULE ...] [options]

Puts defects of many kinds, one at a time, into sound documents in several layouts and counts how many are found.

  --seeds N        how often each kind is tried in each layout (default 5)
  --layout N       only the layout of this number (1 to ${LAYOUTS.length})
  --failures FILE  write every miss and every extra finding there
  --keep FOLDER    write the documents of the misses there
  --list           the kinds and the rules that are to find them
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string', default: '5' },
    layout: { type: 'string' },
    failures: { type: 'string' },
    keep: { type: 'string' },
    list: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

interface Row {
  readonly group: string;
  readonly defect: Defect;
  readonly outcomes: readonly Outcome[];
}

const ruleset = currentRuleset();
const wanted = Object.entries(DEFECTS).flatMap(([group, defects]) =>
  defects
    .filter(
      ({ id, rules }) =>
        positionals.length === 0 ||
        positionals.some((word) => word === id || word === group || rules.includes(word)),
    )
    .map((defect) => ({ group, defect })),
);

/** Every layout with every seed; the documents take turns. */
async function samples(seeds: number): Promise<readonly Sample[]> {
  const documents = await soundDocuments(ruleset.formats, [3, 4, 5]);
  const layouts = LAYOUTS.filter((_, i) => !values.layout || String(i + 1) === values.layout);
  const turns = layouts.flatMap((layout, at) =>
    Array.from({ length: seeds }, (_, i) => {
      const document = documents[(i + at) % documents.length];
      return document ? [{ document, layout, seed: i + 1 }] : [];
    }).flat(),
  );
  return Promise.all(
    turns.map(({ document, layout, seed }) => sampleOf(document, layout, seed, ruleset.formats)),
  );
}

const percent = (part: number, of: number): string =>
  of === 0 ? '–' : `${((part / of) * 100).toFixed(1)} %`;
const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

function line(cells: readonly (string | number)[]): string {
  const [first = '', ...rest] = cells;
  return `${String(first).padEnd(34)}${rest.map((cell) => String(cell).padStart(10)).join('')}`;
}

function rowLine({ defect, outcomes }: Row): string {
  const found = outcomes.filter((outcome) => outcome.found).length;
  const extra = outcomes.map((outcome) => outcome.extra.length);
  return line([
    defect.id,
    outcomes.length,
    found,
    percent(found, outcomes.length),
    mean(extra).toFixed(2),
    Math.max(0, ...extra),
  ]);
}

async function run(): Promise<boolean> {
  const seeds = Number(values.seeds);
  const all = await samples(seeds);
  const rows: Row[] = [];
  for (const { group, defect } of wanted) {
    if (!isJudged(defect, ruleset)) continue;
    const outcomes: Outcome[] = [];
    for (const [index, sample] of all.entries()) {
      const outcome = await tryDefect(defect, sample, ruleset, randomFrom(index * 1000 + sample.seed));
      if (outcome) outcomes.push(outcome);
    }
    rows.push({ group, defect, outcomes });
  }

  const out: string[] = [];
  out.push(line(['kind', 'injected', 'found', '', 'extra', 'worst']));
  for (const group of new Set(rows.map((row) => row.group))) {
    out.push('', group);
    out.push(...rows.filter((row) => row.group === group).map(rowLine));
  }
  const outcomes = rows.flatMap((row) => row.outcomes);
  const found = outcomes.filter((outcome) => outcome.found).length;
  const extra = mean(outcomes.map((outcome) => outcome.extra.length));
  const over = outcomes.filter((outcome) => outcome.extra.length > 1).length;
  out.push('', 'by layout');
  for (const layout of LAYOUTS) {
    const here = outcomes.filter((outcome) => outcome.sample.layout === layout);
    const hits = here.filter((outcome) => outcome.found).length;
    const extras = here.map((outcome) => outcome.extra.length);
    if (here.length > 0)
      out.push(
        `${layout.id.padEnd(72)}${percent(hits, here.length).padStart(9)}${mean(extras).toFixed(2).padStart(9)}`,
      );
  }
  out.push(
    '',
    `${rows.length} kinds, ${outcomes.length} defects: ${percent(found, outcomes.length)} found, ` +
      `${extra.toFixed(2)} extra findings on average, ${percent(over, outcomes.length)} with more than one`,
  );
  const noise = (await Promise.all(all.map((sample) => findingsInSound(sample, ruleset)))).flat();
  out.push(`${all.length} sound documents: ${noise.length} findings`);
  for (const [words, count] of tally(noise.map(({ ruleId, message }) => `${ruleId}: ${message}`)).slice(0, 8))
    out.push(`  ${count} × ${words}`);

  const missing = wanted.filter(({ defect }) => !isJudged(defect, ruleset));
  if (missing.length > 0) {
    out.push('', 'not judged, because no rule exists that could find them:');
    for (const { defect } of missing) out.push(`  ${defect.id} (${defect.rules.join(', ')})`);
  }
  const nowhere = rows.filter((row) => row.outcomes.length === 0);
  if (nowhere.length > 0)
    out.push('', `no place found for: ${nowhere.map((row) => row.defect.id).join(', ')}`);
  process.stdout.write(`${out.join('\n')}\n`);

  if (values.failures) writeFileSync(values.failures, failuresText(rows, noise));
  if (values.keep) keep(values.keep, rows);

  const faults = [
    ...(found < outcomes.length * THRESHOLDS.found ? ['too few found'] : []),
    ...(extra > THRESHOLDS.extra ? ['too many extra findings'] : []),
    ...rows.flatMap((row) => {
      const hits = row.outcomes.filter((outcome) => outcome.found).length;
      const more = mean(row.outcomes.map((outcome) => outcome.extra.length));
      return [
        ...(hits < row.outcomes.length * THRESHOLDS.foundOfKind ? [`${row.defect.id}: too few found`] : []),
        ...(more > THRESHOLDS.extraOfKind ? [`${row.defect.id}: too many extra findings`] : []),
      ];
    }),
  ];
  if (faults.length > 0) process.stdout.write(`\nbelow the thresholds:\n  ${faults.join('\n  ')}\n`);
  return faults.length === 0;
}

/** Equal words counted, the most frequent first. */
function tally(words: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function keep(folder: string, rows: readonly Row[]): void {
  mkdirSync(folder, { recursive: true });
  for (const { defect, outcomes } of rows) {
    for (const [index, outcome] of outcomes.entries()) {
      if (outcome.found && outcome.extra.length < 2) continue;
      const { layout } = outcome.sample;
      const name = `${defect.id}-${index + 1}-layout${LAYOUTS.indexOf(layout) + 1}`;
      writeFileSync(`${folder}/${name}${layout.family === 'pdf' ? '.txt' : '.md'}`, outcome.text);
    }
  }
}

if (values.help) {
  process.stdout.write(HELP);
} else if (values.list) {
  for (const { group, defect } of wanted)
    process.stdout.write(`${group.padEnd(13)}${defect.id.padEnd(34)}${defect.rules.join(', ')}\n`);
} else {
  process.exitCode = (await run()) ? 0 : 1;
}

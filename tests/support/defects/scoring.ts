import { lint } from '../../../src/engine/lint.ts';
import type { Format } from '../../../src/model/format.ts';
import type { ReportedFinding } from '../../../src/model/report.ts';
import type { Ruleset } from '../../../src/model/ruleset.ts';
import { outline } from '../../../src/outline/outline.ts';
import { read } from '../../../src/readers/read.ts';
import type { Random } from '../layouts/random.ts';
import type { Defect, Injected, Place, Sample } from './defect.ts';
import { departmentNames } from './samples.ts';

/** What became of one defect. */
export interface Outcome {
  readonly sample: Sample;
  readonly injected: Injected;
  /** The damaged document as written. */
  readonly text: string;
  /** The finding that says it; null for a miss. */
  readonly found: ReportedFinding | null;
  /** What else is found in the damaged document and not in the sound one. */
  readonly extra: readonly ReportedFinding[];
}

/** The formats with a `base` that knows the departments of a document, and no others. */
function withRegistry(formats: ReadonlyMap<string, Format>, sample: Sample): ReadonlyMap<string, Format> {
  const base = formats.get('base');
  if (!base) return formats;
  const registry = departmentNames(sample.read);
  const departments = { ...base.departments, registry: [...registry] };
  return new Map([...formats, ['base', { ...base, departments }]]);
}

async function findingsIn(
  text: string,
  sample: Sample,
  ruleset: Ruleset,
): Promise<readonly ReportedFinding[]> {
  const source = await read(sample.layout.file, new TextEncoder().encode(text));
  const report = lint(outline(source, ruleset.formats, 'base'), ruleset.rules, 'zh');
  if (report.error) throw new Error(`${sample.name}, ${sample.layout.id}: ${report.error.message}`);
  return report.findings;
}

const sound = new WeakMap<Sample, Map<string, Promise<readonly ReportedFinding[]>>>();

/** What the tool says about the sound document; asked once for each sample and registry. */
export function findingsInSound(
  sample: Sample,
  ruleset: Ruleset,
  registry = false,
): Promise<readonly ReportedFinding[]> {
  let known = sound.get(sample);
  if (!known) {
    known = new Map();
    sound.set(sample, known);
  }
  const before = known.get(String(registry));
  if (before) return before;
  const found = findingsIn(sample.text, sample, rulesetFor(sample, ruleset, registry));
  known.set(String(registry), found);
  return found;
}

function rulesetFor(sample: Sample, ruleset: Ruleset, registry: boolean): Ruleset {
  return registry ? { ...ruleset, formats: withRegistry(ruleset.formats, sample) } : ruleset;
}

function isPlainDocument(
  change: Injected['change'],
): change is Exclude<Injected['change'], readonly unknown[]> {
  return !Array.isArray(change);
}

function damaged(sample: Sample, { change }: Injected): string {
  if (isPlainDocument(change)) return sample.layout.write(change, sample.unit, sample.seed);
  let { text } = sample;
  for (const { span, text: words } of [...change].sort((a, b) => b.span.start - a.span.start))
    text = text.slice(0, span.start) + words + text.slice(span.end);
  return text;
}

/** What makes two findings the same, although rows were moved and numbers changed. */
function identity({ ruleId, location, excerpt }: ReportedFinding): string {
  return [ruleId, location.list, location.column, excerpt.replace(/\s/g, '')].join('\n');
}

function isAt({ location }: ReportedFinding, place: Place): boolean {
  return (
    place.lists.includes(location.list) &&
    (!place.items || place.items.includes(location.item)) &&
    (!place.columns || place.columns.includes(location.column))
  );
}

/** Whether the ruleset holds a rule that could find this kind. */
export function isJudged(defect: Defect, ruleset: Ruleset): boolean {
  return ruleset.rules.some((rule) => rule.severity !== 'off' && defect.rules.includes(rule.id));
}

/** Puts one defect into a sample and checks it, or null where the sample has no place for it. */
export async function tryDefect(
  defect: Defect,
  sample: Sample,
  ruleset: Ruleset,
  random: Random,
): Promise<Outcome | null> {
  if (defect.layouts && !defect.layouts(sample.layout)) return null;
  const injected = defect.inject(sample, random);
  if (!injected) return null;
  const text = damaged(sample, injected);
  if (text === sample.text) return null;
  const registry = defect.registry === true;
  const before = new Map<string, number>();
  for (const finding of await findingsInSound(sample, ruleset, registry)) {
    const key = identity(finding);
    before.set(key, (before.get(key) ?? 0) + 1);
  }
  const fresh = (await findingsIn(text, sample, rulesetFor(sample, ruleset, registry))).filter((finding) => {
    const left = before.get(identity(finding)) ?? 0;
    before.set(identity(finding), left - 1);
    return left <= 0;
  });
  const found = fresh.find(
    (finding) => defect.rules.includes(finding.ruleId) && isAt(finding, injected.place),
  );
  return {
    sample,
    injected,
    text,
    found: found ?? null,
    extra: fresh.filter((finding) => finding !== found),
  };
}

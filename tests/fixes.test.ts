import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixesOf } from '../src/engine/fixChoice.ts';
import { applyEdits } from '../src/engine/fixEdits.ts';
import { fixText } from '../src/engine/fixText.ts';
import { lint } from '../src/engine/lint.ts';
import type { FileReport } from '../src/model/report.ts';
import type { Encoding } from '../src/model/source.ts';
import { outline } from '../src/outline/outline.ts';
import { spliceBytes } from '../src/readers/encode.ts';
import { decode, readDecoded } from '../src/readers/read.ts';
import { bytes, toGb18030, toUtf8, toUtf16 } from './readers/encode.ts';
import { currentRuleset } from './support/builtins.ts';
import {
  DEFECTS,
  type Defect,
  isJudged,
  LAYOUTS,
  type Layout,
  type Outcome,
  type Sample,
  sampleOf,
  shortened,
  soundDocuments,
  tryDefect,
} from './support/defects.ts';
import { randomFrom } from './support/layouts.ts';
import { seedDocument, seedsPresent } from './support/seeds.ts';
import { UNSAFE_DEFECTS } from './support/unsafeDefects.ts';

const ruleset = currentRuleset();
const kinds: readonly Defect[] = Object.values(DEFECTS).flat();
/** One reader each. */
const FILES = ['lists.md', 'lists.txt'] as const;
/** Places of a defect to try in one sample. */
const TRIES = 4;
const UTF8: Encoding = { name: 'utf-8', bom: false };

async function checkAs(path: string, text: string, county?: string): Promise<FileReport> {
  const document = outline(await readDecoded(path, { text, encoding: UTF8 }), ruleset.formats, county);
  return lint(document, ruleset.rules, 'zh');
}

/** A short document in every layout. */
let samples: readonly Sample[] = [];

beforeAll(async () => {
  const whole = await soundDocuments(ruleset.formats, [3]);
  const documents = await Promise.all(whole.map((document) => shortened(document, ruleset.formats)));
  samples = await Promise.all(
    LAYOUTS.flatMap((layout, i) => {
      const document = documents[i % documents.length];
      return document ? [sampleOf(document, layout, 1, ruleset.formats)] : [];
    }),
  );
});

const fix = (path: string, text: string) => fixText(text, (changed) => checkAs(path, changed, 'base'));

/**
 * Kinds that `--fix` mends, and where. `always`: whatever the place; else only where the neighbours, or other places of the document,
 * prove what is right, and elsewhere it leaves them exactly as they are.
 */
const SAFE: Readonly<
  Record<string, { readonly always?: true; readonly layouts?: (layout: Layout) => boolean }>
> = {
  // One wrong character in a header word; where the county has words of its own, the wrong one may be near another county's.
  'header-renamed': { layouts: ({ unit, family }) => unit === null && family === 'pipes' },
  'header-differs-on-a-page': {},
  'number-mistyped': {},
  'number-not-a-number': {},
  'number-empty': {},
  // A name in the middle of a merged cell cuts the cell in three: more than the name is spoiled.
  'category-mistyped': { layouts: ({ categories }) => categories === 'column' },
  'department-separator-halfwidth': {},
  'department-separator-wrong': {},
  'stated-items-wrong': {},
  'stated-items-in-title-wrong': {},
  'stated-categories-wrong': {},
  'stated-items-in-category-wrong': {},
  'heading-count-wrong': {},
  'clause-number-mistyped': {},
  'clause-number-style': {},
  'clause-dot-missing': { always: true },
  'clause-dot-other': { always: true },
  'clause-number-with-space': { always: true },
  'clause-end-stop': { always: true },
  'halfwidth-semicolon': { always: true },
  'halfwidth-comma': { always: true },
  'halfwidth-colon': { always: true },
  'halfwidth-stop': { always: true },
  'halfwidth-brackets': { always: true },
  'halfwidth-bracket-one': { always: true },
  'straight-quotes': {},
  'stray-space': {},
  'stray-space-before-mark': { always: true },
  'mark-twice': { always: true },
  'mark-after-mark': {},
  'zero-width': {},
  'fullwidth-digit': { always: true },
  'traditional-character': {},
  // By a rule that is off unless it is asked for.
  'spaces-at-line-end': {},
};

/** Blanks left out: PDF text is wrapped anew when a defect makes a line longer or shorter. */
function unwrapped(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Whether fixing leads back to the sound document, byte for byte, but for where the generator wrapped its lines. */
async function outcomeOf({ sample, text }: Outcome): Promise<'restored' | 'untouched' | 'other'> {
  const fixed = await fix(sample.layout.file, text);
  if (fixed.text === sample.text) return 'restored';
  if (fixed.text === text) return 'untouched';
  return sample.layout.family === 'pdf' && unwrapped(fixed.text) === unwrapped(sample.text)
    ? 'restored'
    : 'other';
}

describe('--fix of a defect', () => {
  it('is said for kinds that there are, once each', () => {
    const told = [...Object.keys(SAFE), ...UNSAFE_DEFECTS.keys()];
    expect(told.filter((id) => !kinds.some((kind) => kind.id === id))).toEqual([]);
    expect(new Set(told).size).toBe(told.length);
  });

  // Kinds that nobody has looked at with fixes in mind: whatever is mended must be mended rightly.
  const unsorted = kinds.filter(({ id }) => !SAFE[id] && !UNSAFE_DEFECTS.has(id));
  it.each(unsorted.map((kind) => [kind.id, kind] as const))(
    'mends rightly or not at all: %s',
    async (_, kind) => {
      expect(await outcomesUntilRestored(kind, samples.slice(0, 2))).not.toContain('other');
    },
  );

  it.each(
    kinds.filter((kind) => SAFE[kind.id] && isJudged(kind, ruleset)).map((kind) => [kind.id, kind] as const),
  )('brings the sound document back: %s', async (id, kind) => {
    const { always, layouts } = SAFE[id] ?? {};
    const found: string[] = [];
    for (const file of FILES) {
      const fitting = samples.filter(({ layout }) => layout.file === file && (layouts?.(layout) ?? true));
      found.push(...(await outcomesUntilRestored(kind, fitting)));
    }
    expect(found).toContain('restored');
    expect(found).not.toContain('other');
    if (always) expect(found).not.toContain('untouched');
  });

  it.each(kinds.filter(({ id }) => UNSAFE_DEFECTS.has(id)).map((kind, i) => [kind.id, kind, i] as const))(
    'changes nothing where it is not safe: %s',
    async (_, kind, i) => {
      // Half of them in Markdown and half in PDF text, where they have a place there.
      const [first, second] = i % 2 === 0 ? FILES : FILES.toReversed();
      for (const sample of [first, second].flatMap((file) =>
        samples.filter(({ layout }) => layout.file === file),
      )) {
        const outcome = await tryDefect(kind, sample, ruleset, randomFrom(7));
        if (!outcome) continue;
        const fixed = await fix(sample.layout.file, outcome.text);
        expect(fixed.edits, outcome.injected.what).toEqual([]);
        return;
      }
      throw new Error('no sample has a place for it');
    },
  );
});

/** What becomes of defects of a kind, tried in one sample after the other until one is mended. */
async function outcomesUntilRestored(kind: Defect, fitting: readonly Sample[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const sample of fitting) {
    for (let seed = 1; seed <= TRIES; seed++) {
      const outcome = await tryDefect(kind, sample, ruleset, randomFrom(seed * 7));
      if (!outcome) break;
      if (!outcome.found) continue;
      found.push(await outcomeOf(outcome));
      if (found.at(-1) === 'restored') return found;
    }
  }
  return found;
}

/** How a file may be written. */
const WRITINGS: readonly (readonly [string, Encoding, (text: string) => Uint8Array])[] = [
  ['UTF-8', UTF8, toUtf8],
  ['UTF-8 with mark', { name: 'utf-8', bom: true }, (text) => bytes([0xef, 0xbb, 0xbf], toUtf8(text))],
  ['GB18030', { name: 'gb18030', bom: false }, toGb18030],
  ['UTF-16 LE', { name: 'utf-16le', bom: true }, (text) => bytes([0xff, 0xfe], toUtf16(text, 'le'))],
  ['UTF-16 BE', { name: 'utf-16be', bom: false }, (text) => toUtf16(text, 'be')],
];

/** How often each rule finds something in each column of each list. */
function counts({ findings }: FileReport): ReadonlyMap<string, number> {
  const result = new Map<string, number>();
  for (const { ruleId, location } of findings) {
    const key = `${ruleId} ${location.list ?? '-'} ${location.column ?? '-'}`;
    result.set(key, (result.get(key) ?? 0) + 1);
  }
  return result;
}

/** What is found more often than before. */
function fresh(before: FileReport, after: FileReport): readonly string[] {
  const known = counts(before);
  return [...counts(after)].filter(([key, count]) => count > (known.get(key) ?? 0)).map(([key]) => key);
}

/** A document with several defects, one put in after the other. */
async function spoiled(sample: Sample, picks: readonly number[]): Promise<string> {
  let current = sample;
  for (const [i, pick] of picks.entries()) {
    const kind = kinds[pick % kinds.length];
    if (!kind || (kind.layouts && !kind.layouts(sample.layout))) continue;
    const injected = kind.inject(current, randomFrom(pick + i));
    if (!injected || Array.isArray(injected.change)) continue;
    const plain = injected.change as Sample['plain'];
    const text = sample.layout.write(plain, sample.unit, sample.seed);
    const read = outline(
      await readDecoded(sample.layout.file, { text, encoding: UTF8 }),
      ruleset.formats,
      'base',
    );
    current = { ...sample, plain, text, read };
  }
  return current.text;
}

describe('fixing a document with several defects', () => {
  const plan = fc.record({
    sample: fc.nat(LAYOUTS.length - 1),
    picks: fc.array(fc.nat(2000), { minLength: 2, maxLength: 6 }),
    writing: fc.constantFrom(...WRITINGS),
    crlf: fc.boolean(),
  });

  it('leaves nothing to fix, finds nothing new, and keeps every byte outside its edits', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async ({ sample: at, picks, writing: [, encoding, write], crlf }) => {
        const sample = samples[at];
        if (!sample) return;
        const lf = await spoiled(sample, picks);
        const text = crlf ? lf.replaceAll('\n', '\r\n') : lf;
        const file = write(text);
        const decoded = decode(file);
        // A character that the encoder of the tests does not know.
        fc.pre(decoded.text === text && decoded.encoding.name === encoding.name);
        const path = sample.layout.file;
        const fixed = await fix(path, text);
        expect(fixed.stopped).toBeNull();
        expect(fixesOf(fixed.text, fixed.after, new Set())).toEqual([]);
        expect(fresh(fixed.before, fixed.after)).toEqual([]);
        expect(applyEdits(text, fixed.edits)).toBe(fixed.text);
        expect(spliceBytes(file, decoded.encoding, fixed.edits)).toEqual(write(fixed.text));
        expect((await fix(path, fixed.text)).edits).toEqual([]);
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});

describe.skipIf(!seedsPresent)('fixing the founding documents', () => {
  it.each(['zhaosu', 'awati'] as const)('%s: leaves nothing to fix and finds nothing new', async (name) => {
    const { path, bytes: file } = seedDocument(name);
    const decoded = decode(file);
    const fixed = await fixText(decoded.text, (text) => checkAs(path, text));
    expect(fixed.edits.length).toBeGreaterThan(5);
    expect(fixed.stopped).toBeNull();
    expect(fixesOf(fixed.text, fixed.after, new Set())).toEqual([]);
    expect(fresh(fixed.before, fixed.after)).toEqual([]);
    const again = spliceBytes(file, decoded.encoding, fixed.edits);
    expect('unwritable' in again ? again : decode(again).text).toBe(fixed.text);
    expect((await fixText(fixed.text, (text) => checkAs(path, text))).edits).toEqual([]);
  });
});

import { currentRuleset } from '../support/builtins.ts';
import {
  DEFECTS,
  LAYOUTS,
  type Layout,
  type Sample,
  type SoundDocument,
  sampleOf,
  type TextEdit,
} from '../support/defects.ts';
import { randomFrom } from '../support/layouts.ts';
import { township } from '../support/townships.ts';

/** A list of the repository that the branch breaks. */
export interface BrokenList {
  readonly path: string;
  /** The kind of defect, of `tests/support/defects`. */
  readonly defect: string;
  /** One of them must be found. */
  readonly rules: readonly string[];
  readonly text: string;
  /** 1-based; the first line in which the broken list differs from the sound one. */
  readonly line: number;
}

/** A repository of lists and what a branch does to it. */
export interface SixtyLists {
  /** Sound lists by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly broken: readonly BrokenList[];
}

/** Of the invented counties; the names that are drawn for the fifth repeat a word, which is found. */
const COUNTIES = [0, 1, 2, 3, 5, 6, 7, 8, 9, 10];
const TOWNS = 6;
const SIZE = { basic: 10, coordinating: 7, withdrawn: 5, differing: 0 };

/** What is broken: in which list, and how. Four errors and a warning, in Markdown and in text out of a PDF. */
const BREAKS = [
  { county: 0, town: 2, defect: 'number-repeat' },
  { county: 2, town: 0, defect: 'department-vague-alone' },
  { county: 4, town: 5, defect: 'clause-gap' },
  { county: 6, town: 1, defect: 'stated-items-wrong' },
  { county: 9, town: 4, defect: 'clause-end-comma' },
] as const;

/** Sixty lists of six townships in each of ten counties, and five of them broken; the same ones each time. */
export async function sixtyLists(): Promise<SixtyLists> {
  const { formats } = currentRuleset();
  const samples = new Map<string, Sample>();
  for (const [at, county] of COUNTIES.entries()) {
    for (let town = 0; town < TOWNS; town++) {
      const document: SoundDocument = {
        name: `${county}-${town}`,
        unit: '镇',
        plain: township({ county, town }, SIZE),
      };
      const layout = layoutOf(at, town);
      const path = `lists/county-${at + 1}/town-${town + 1}${layout.file.slice(-'.md'.length - (layout.family === 'pdf' ? 1 : 0))}`;
      samples.set(path, await sampleOf(document, layout, at * TOWNS + town, formats));
    }
  }
  const files = Object.fromEntries([...samples].map(([path, { text }]) => [path, text]));
  const broken = BREAKS.map(({ county, town, defect }) => {
    const path = [...samples.keys()][county * TOWNS + town] ?? '';
    return broke(path, samples.get(path), defect);
  });
  return { files, broken };
}

function layoutOf(county: number, town: number): Layout {
  const layout = LAYOUTS[[0, 1, 5][(county + town) % 3] ?? 0];
  if (!layout) throw new Error('no layout');
  return layout;
}

function broke(path: string, sample: Sample | undefined, id: string): BrokenList {
  const defect = Object.values(DEFECTS)
    .flat()
    .find((known) => known.id === id);
  const injected = defect && sample ? defect.inject(sample, randomFrom(5)) : null;
  if (!defect || !sample || !injected) throw new Error(`${id} cannot be put into ${path}`);
  const { change } = injected;
  const text =
    'lists' in change ? sample.layout.write(change, sample.unit, sample.seed) : edited(sample.text, change);
  const [before, after] = [sample.text.split(/\r?\n/), text.split(/\r?\n/)];
  const line = 1 + after.findIndex((words, i) => words !== before[i]);
  return { path, defect: id, rules: defect.rules, text, line };
}

function edited(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((done, edit) => done.slice(0, edit.span.start) + edit.text + done.slice(edit.span.end), text);
}

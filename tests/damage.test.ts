import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lint } from '../src/engine/lint.ts';
import { ReadError } from '../src/model/errors.ts';
import type { FileReport } from '../src/model/report.ts';
import { spanOf } from '../src/model/text.ts';
import { outline } from '../src/outline/outline.ts';
import { read } from '../src/readers/read.ts';
import { builtinRuleset } from '../src/ruleset/load.ts';
import {
  markdown,
  markdownTogether,
  type PlainDocument,
  pdfText,
  type Random,
  randomFrom,
  randomMarkdownOptions,
  randomPdfOptions,
} from './support/layouts.ts';
import { plainDocument } from './support/plainDocuments.ts';

const { formats, rules } = builtinRuleset();

/** The report of a file, or the refusal to read it. Whatever else is thrown fails the test. */
async function check(path: string, bytes: Uint8Array): Promise<FileReport | ReadError> {
  try {
    return lint(outline(await read(path, bytes), formats), rules, 'zh');
  } catch (error) {
    if (error instanceof ReadError) return error;
    throw error;
  }
}

/** Whether a run over this file would end as if nothing were wrong. */
function isClean(result: FileReport | ReadError): boolean {
  if (result instanceof ReadError || result.error) return false;
  return !result.findings.some((finding) => finding.severity === 'error');
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

interface Sample {
  readonly path: string;
  readonly text: string;
}

const fixtures = new URL('../fixtures/ok/', import.meta.url);
const samples: readonly Sample[] = [
  ...readdirSync(fixtures)
    .filter((name) => /\.(md|txt)$/.test(name))
    .map((path) => ({ path, text: readFileSync(new URL(path, fixtures), 'utf8') })),
  ...[1, 2].map((seed) => ({ path: `${seed}.md`, text: markdown(plainDocument(seed), {}, seed) })),
  { path: 'html.md', text: markdown(plainDocument(3), { syntax: 'html', categories: 'merged' }, 3) },
  ...[4, 5].map((seed) => ({ path: `${seed}.txt`, text: pdfText(plainDocument(seed), {}, seed) })),
];

/** Ways in which a file comes to harm; each gives the bytes of a damaged copy. */
const DAMAGE: Readonly<Record<string, (text: string, random: Random) => Uint8Array>> = {
  'lines are dropped': (text, random) =>
    bytesOf(
      text
        .split('\n')
        .filter(() => !random.chance(0.1))
        .join('\n'),
    ),
  'lines change places': (text, random) => bytesOf(random.shuffle(text.split('\n')).join('\n')),
  'cells are cut': (text, random) =>
    bytesOf(text.replace(/\|[^|\n]*/g, (cell) => (random.chance(0.1) ? '' : cell))),
  'lines are cut': (text, random) =>
    bytesOf(
      text
        .split('\n')
        .map((line) => (random.chance(0.1) ? line.slice(0, random.int(0, line.length)) : line))
        .join('\n'),
    ),
  'characters are put in': (text, random) =>
    bytesOf(
      text.replace(/[，。|\n]/g, (mark) =>
        random.chance(0.05)
          ? mark + random.pick(['|', '<p>', '</table>', '&', '\\', '\f', '"', '1.', '|||', '\0'])
          : mark,
      ),
    ),
  'bytes are flipped': (text, random) => {
    const bytes = bytesOf(text);
    for (let i = random.int(1, 20); i > 0; i--) {
      const at = random.int(0, bytes.length - 1);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.int(0, 7));
    }
    return bytes;
  },
  'the end is missing': (text, random) => {
    const bytes = bytesOf(text);
    return bytes.slice(0, random.int(0, bytes.length));
  },
  'the beginning is missing': (text, random) => {
    const bytes = bytesOf(text);
    return bytes.slice(random.int(0, bytes.length));
  },
};

describe('a damaged copy is checked or refused, and never brings the tool down', () => {
  for (const [name, damage] of Object.entries(DAMAGE)) {
    it(`when ${name}`, async () => {
      for (const [index, { path, text }] of samples.entries()) {
        for (let seed = 1; seed <= 5; seed++) {
          const result = await check(path, damage(text, randomFrom(seed * 100 + index)));
          if (result instanceof ReadError) expect(result.code, `${path}, seed ${seed}`).toMatch(/^[a-z-]+$/);
          else expect(result.path, `${path}, seed ${seed}`).toBe(path);
        }
      }
    });
  }
});

/** A document of three lists, and what is left of it when one vanishes. */
function withoutList(seed: number, left: number): PlainDocument {
  const document = plainDocument(seed);
  return { ...document, lists: document.lists.filter((_, index) => index !== left) };
}

/** Large enough that a list with merged category cells has several of them. */
const LARGE = { basic: 32, coordinating: 16, withdrawn: 16 };

/** A document in a Markdown and a PDF text layout drawn from the seed, garbage lines left out. */
function inAnyLayout(document: PlainDocument, seed: number): readonly Sample[] {
  return [
    { path: 'lists.md', text: markdown(document, randomMarkdownOptions(seed), seed) },
    { path: 'lists.txt', text: pdfText(document, { ...randomPdfOptions(seed), garbage: false }, seed) },
  ];
}

describe('a document that lost a list never comes out clean', () => {
  const titled = { titles: 'heading', cover: true } as const;
  for (const left of [0, 1, 2]) {
    it(`in Markdown, list ${left + 1} of 3, announced by the preamble or not`, async () => {
      for (let seed = 1; seed <= 6; seed++) {
        const document = withoutList(seed, left);
        for (const preamble of [true, false]) {
          const text = markdown(document, { ...titled, preamble }, seed);
          expect(isClean(await check('lists.md', bytesOf(text))), `seed ${seed}, preamble ${preamble}`).toBe(
            false,
          );
        }
      }
    });

    it(`as PDF text, list ${left + 1} of 3, announced by the preamble or not`, async () => {
      for (let seed = 1; seed <= 6; seed++) {
        const document = withoutList(seed, left);
        for (const preamble of [true, false]) {
          const text = pdfText(document, { preamble, titles: !preamble }, seed);
          expect(isClean(await check('lists.txt', bytesOf(text))), `seed ${seed}, preamble ${preamble}`).toBe(
            false,
          );
        }
      }
    });
  }

  it('when its title stands there and its table does not', async () => {
    for (let seed = 1; seed <= 6; seed++) {
      const text = markdown(plainDocument(seed), titled, seed);
      for (const kind of ['基本', '配合', '收回']) {
        const cut = text.replace(new RegExp(`(## [^\\n]*${kind}[^\\n]*\\n\\n)(?:\\|[^\\n]*\\n)+`), '$1');
        expect(cut).not.toBe(text);
        expect(isClean(await check('lists.md', bytesOf(cut))), `seed ${seed}, ${kind}`).toBe(false);
      }
    }
  });

  it('when its text is cut out of a fixture', async () => {
    for (const { path, text } of samples) {
      const { lists, source } = outline(await read(path, bytesOf(text)), formats);
      for (const [index, list] of lists.entries()) {
        const next = lists[index + 1];
        const end = next ? spanOf(next.place).start : source.text.length;
        const cut = source.text.slice(0, spanOf(list.place).start) + source.text.slice(end);
        expect(isClean(await check(path, bytesOf(cut))), `${path}, ${list.kind}`).toBe(false);
      }
    }
  });

  it('when the file ends before it', async () => {
    for (const [index, { path, text }] of samples.entries()) {
      const { lists } = outline(await read(path, bytesOf(text)), formats);
      const random = randomFrom(index + 1);
      for (let tries = 0; tries < 12; tries++) {
        const end = random.int(0, text.length);
        const result = await check(path, bytesOf(text.slice(0, end)));
        const left = result instanceof ReadError ? 0 : result.lists.length;
        if (left < lists.length) expect(isClean(result), `${path} up to ${end}`).toBe(false);
      }
    }
  });

  it('when it is one of several documents in the file', async () => {
    for (let seed = 1; seed <= 6; seed++) {
      for (const left of [0, 1, 2]) {
        const documents = [plainDocument(seed + 50), withoutList(seed, left)];
        for (const order of [documents, documents.toReversed()]) {
          const text = markdownTogether(order, { ...titled, preamble: false }, seed);
          expect(isClean(await check('lists.md', bytesOf(text))), `seed ${seed}, list ${left + 1}`).toBe(
            false,
          );
        }
      }
    }
  });

  it('in any mixture of layouts', async () => {
    for (let seed = 1; seed <= 30; seed++) {
      for (const left of [0, 1, 2]) {
        const document = withoutList(seed, left);
        for (const { path, text } of inAnyLayout(document, seed)) {
          expect(isClean(await check(path, bytesOf(text))), `seed ${seed}, ${path}, list ${left + 1}`).toBe(
            false,
          );
        }
      }
    }
  });
});

/**
 * What is wrong with generated documents indeed: their matters are drawn at random, so the same one comes up twice,
 * the county's name stands before a department or not, the unit in a header (街道配合职责) need not be the title's, and some
 * layouts keep the spaces of wrapped lines.
 */
const TRUE_OF_GENERATED = [
  'unique-item',
  'withdrawn-conflict',
  'department-county-name',
  'stray-space',
  'department-cell-spacing',
  'own-unit',
];

describe('a sound document', () => {
  it('comes out without errors and warnings in any mixture of layouts', async () => {
    const alarms: string[] = [];
    for (let seed = 1; seed <= 60; seed++) {
      for (const { path, text } of inAnyLayout(plainDocument(seed, LARGE), seed)) {
        const result = await check(path, bytesOf(text));
        const wrong =
          result instanceof ReadError
            ? [result.code]
            : result.findings
                .filter((finding) => finding.severity !== 'info')
                .filter(({ ruleId }) => !TRUE_OF_GENERATED.includes(ruleId))
                .map((finding) => `${finding.ruleId}: ${finding.message}`);
        alarms.push(...wrong.map((message) => `seed ${seed}, ${path}: ${message}`));
      }
    }
    // Read wrongly in one layout in sixty, whose findings all stand in one file.
    const files = new Set(alarms.map((alarm) => alarm.slice(0, alarm.indexOf(':'))));
    expect(files.size, alarms.join('\n')).toBeLessThanOrEqual(1);
  });
});

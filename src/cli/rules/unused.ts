import type { RulePiece } from '../../checks/check.ts';
import { checks } from '../../checks/index.ts';
import { usedWords } from '../../engine/formatUse.ts';
import type { ListDocument } from '../../model/document.ts';
import { positionAt } from '../../model/place.ts';
import type { FileReport } from '../../model/report.ts';
import type { Rule } from '../../model/rule.ts';
import { visible } from '../../reports/visible.ts';
import type { Language } from '../../reports/words.ts';
import type { FormatFile } from '../../ruleset/formatFile.ts';
import { type FormatWord, formatWords } from '../../ruleset/formatWords.ts';
import type { YamlFile } from '../../ruleset/yamlFile.ts';
import type { RunWatch } from '../checkInput.ts';
import { shownPath } from '../inputs/paths.ts';
import { UNUSED_WORDS } from './unusedWords.ts';

/** What of the rules and formats never matched anything in a run. */
export interface Unused {
  readonly watch: RunWatch;
  /** For people: the user's own rules and formats piece by piece, built-in rules in a line each. */
  list(files: readonly FileReport[], language: Language): string;
}

/** Where the user's rules and formats were written, by id. */
export interface Sources {
  readonly rules: ReadonlyMap<string, YamlFile>;
  readonly formats: ReadonlyMap<string, YamlFile>;
}

/** What is known of one rule: its pieces by what they look for. */
interface RuleUse {
  readonly rule: Rule;
  readonly pieces: Map<string, { readonly piece: RulePiece; used: boolean }>;
}

/** Watches which pieces of the rules (patterns, terms, conditions) and which words of the formats match something. */
export function watchUse(sources: Sources): Unused {
  const rules = new Map<string, RuleUse>();
  const formats = new Map(
    [...sources.formats].map(([id, yaml]) => [
      id,
      { words: formatWords(yaml.data as FormatFile), used: new Set<number>(), documents: 0 },
    ]),
  );
  let current: ReadonlyMap<string, readonly string[]> = new Map();
  const onDocument = (document: ListDocument, own: readonly Rule[]): void => {
    const labels = new Map<string, readonly string[]>();
    for (const rule of own.filter(({ severity }) => severity !== 'off')) {
      const pieces = checks.get(rule.check)?.pieces?.(rule) ?? [];
      const use = rules.get(rule.id) ?? { rule, pieces: new Map() };
      rules.set(rule.id, use);
      for (const piece of pieces) {
        if (!use.pieces.has(piece.label)) use.pieces.set(piece.label, { piece, used: false });
      }
      labels.set(
        rule.id,
        pieces.map(({ label }) => label),
      );
    }
    current = labels;
    const format = formats.get(document.format.id);
    if (!format) return;
    format.documents++;
    for (const index of usedWords(document, format.words)) format.used.add(index);
  };
  const onUse = (ruleId: string, piece: number): void => {
    const found = rules.get(ruleId)?.pieces.get(current.get(ruleId)?.[piece] ?? '');
    if (found) found.used = true;
  };
  return {
    watch: { onDocument, onUse },
    list(files, language) {
      const words = UNUSED_WORDS[language];
      const count = files.filter(({ error }) => error === null).length;
      const own = [...rules.values()].filter(({ rule }) => sources.rules.has(rule.id));
      const builtin = [...rules.values()].filter(({ rule }) => !sources.rules.has(rule.id));
      const lines = [
        ...own.flatMap((use) => ruleLines(use, files, sources.rules.get(use.rule.id), language)),
        ...[...formats].flatMap(([id, format]) => formatLines(id, format, sources.formats.get(id), language)),
        ...builtin.flatMap(({ rule, pieces }) => {
          const unused = [...pieces.values()].filter(({ used }) => !used).length;
          return unused === 0 ? [] : [`  ${words.builtin(rule.id, unused, pieces.size)}`];
        }),
      ];
      if (lines.length === 0) return `${words.nothing(count)}\n`;
      return `${[words.heading(count), ...lines].map(visible).join('\n')}\n`;
    },
  };
}

function ruleLines(
  { rule, pieces }: RuleUse,
  files: readonly FileReport[],
  yaml: YamlFile | undefined,
  language: Language,
): readonly string[] {
  const words = UNUSED_WORDS[language];
  const outcomes = files.flatMap((file) => file.rules.filter(({ id }) => id === rule.id));
  const [first] = outcomes;
  if (first && outcomes.every(({ status }) => status === 'notApplicable')) {
    const reason = first.status === 'notApplicable' ? first.reason : '';
    return [`  ${words.rule(rule.id, shownPath(rule.file))}`, `    ${words.neverApplied(reason)}`];
  }
  const unused = [...pieces.values()].filter(({ used }) => !used).map(({ piece }) => piece);
  if (unused.length === 0) return [];
  return [
    `  ${words.rule(rule.id, shownPath(rule.file))}`,
    ...unused.map(({ label, path }) => `    ${words.piece(lineOf(yaml, path), label)}`),
  ];
}

function formatLines(
  id: string,
  {
    words: all,
    used,
    documents,
  }: { words: readonly FormatWord[]; used: ReadonlySet<number>; documents: number },
  yaml: YamlFile | undefined,
  language: Language,
): readonly string[] {
  const words = UNUSED_WORDS[language];
  const heading = `  ${words.format(id, shownPath(yaml?.file ?? id))}`;
  if (documents === 0) return [heading, `    ${words.formatNotUsed}`];
  const unused = all.filter((_, index) => !used.has(index));
  if (unused.length === 0) return [];
  return [
    heading,
    ...unused.map(({ word, path }) => {
      const key = path.filter((step) => typeof step === 'string' && step !== 'add').join('.');
      return `    ${words.piece(lineOf(yaml, path), `${key}: ${word}`)}`;
    }),
  ];
}

/** The line of a path in a file; of the nearest thing above it where the file changes a list that stands elsewhere. */
function lineOf(yaml: YamlFile | undefined, path: readonly (string | number)[]): number {
  return yaml ? positionAt(yaml.lineStarts, yaml.place(path, 'value').start).line : 0;
}

import { fileError } from '../../engine/fileErrors.ts';
import { lint } from '../../engine/lint.ts';
import { failedFile } from '../../engine/report.ts';
import { ReadError } from '../../model/errors.ts';
import type { FileReport } from '../../model/report.ts';
import type { Rule } from '../../model/rule.ts';
import type { Ruleset } from '../../model/ruleset.ts';
import { outline } from '../../outline/outline.ts';
import { read } from '../../readers/read.ts';
import type { Language } from '../../reports/words.ts';

/** How a document of an example or a test case is checked. */
export interface TextOptions {
  readonly name: string;
  readonly rules: readonly Rule[];
  readonly formats: Ruleset['formats'];
  /** Undefined: recognised from the document. */
  readonly county: string | undefined;
  readonly language: Language;
  /** Told of the tool's own failures, for `--debug`. */
  readonly onFailure: (error: unknown) => void;
}

/** Checks a document that stands in a rule file or a test file. What cannot be read is an error of the report. */
export async function checkText(text: string, options: TextOptions): Promise<FileReport> {
  const { name, rules, formats, county, language, onFailure } = options;
  try {
    const source = await read(name, new TextEncoder().encode(text));
    return lint(outline(source, formats, county), rules, language, { onFailure });
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return {
      ...failedFile(name, error.code, error.data, language),
      error: fileError(error.code, error.data, language),
    };
  }
}

/** A rule as it runs when someone asks for it by name: one that is off gets back the severity it was declared with. */
export function awake(rule: Rule, declared: Rule | undefined): Rule {
  if (rule.severity !== 'off') return rule;
  const own = declared?.severity ?? 'off';
  return { ...rule, severity: own === 'off' ? 'warning' : own };
}

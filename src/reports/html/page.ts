import type { ReportedFinding, RuleInfo } from '../../model/report.ts';
import type { PageWords } from '../pageWords.ts';
import type { ReportWords } from '../words.ts';
import type { HtmlWords } from './htmlWords.ts';

/** What the parts of the page share. */
export interface HtmlPage {
  readonly words: ReportWords;
  readonly pageWords: PageWords;
  readonly htmlWords: HtmlWords;
  /** Whether errors only are shown. */
  readonly quiet: boolean;
  /** Whether the run was over one file. */
  readonly single: boolean;
  /** The running number of each finding that counts, 1-based. */
  readonly numbers: ReadonlyMap<ReportedFinding, number>;
  /** The rules that found something, each with its place in the list at the end of the page, 1-based. */
  readonly rules: ReadonlyMap<string, RuleOnPage>;
}

/** A rule that found something. */
export interface RuleOnPage {
  readonly index: number;
  /** Null where the report knows nothing of it but the id. */
  readonly info: RuleInfo | null;
  /** How many findings that count. */
  readonly findings: number;
}

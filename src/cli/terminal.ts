import type { Language } from '../reports/words.ts';

/** Columns assumed where there is no terminal. */
const DEFAULT_WIDTH = 80;

/** Whether to use colours: the option, else `NO_COLOR` (no-color.org), else `FORCE_COLOR`, else what the stream is. */
export function wantsColor(option: boolean | null, stream: { readonly isTTY?: boolean }): boolean {
  if (option !== null) return option;
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return stream.isTTY === true && TERM !== 'dumb';
}

/** Columns of a stream; 80 for files and pipes, and for terminals that do not say. */
export function widthOf(stream: { readonly isTTY?: boolean; readonly columns?: number }): number {
  return stream.isTTY === true && stream.columns ? stream.columns : DEFAULT_WIDTH;
}

/** The language before the command line was understood: `--lang`, else `QINGDAN_LANG`, else Chinese. */
export function languageOf(args: readonly string[]): Language {
  const at = args.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const word = args[at];
  const given = word === '--lang' ? args[at + 1] : word?.slice('--lang='.length);
  return (given ?? process.env.QINGDAN_LANG) === 'en' ? 'en' : 'zh';
}

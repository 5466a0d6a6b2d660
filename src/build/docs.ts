import type { Format } from '../model/format.ts';
import { compileBuiltins, type RulesetSource } from './compile.ts';
import { type DocsSources, docFiles } from './docs/docFiles.ts';

/** Documents that a README shows the check of, between `<!-- output:begin check PATH OPTIONS -->` and `<!-- output:end -->`. */
export const SHOWN_DOCUMENTS = ['fixtures/demo.md'] as const;

export { README_OUTPUTS, WRITTEN_FILES } from './docs/docFiles.ts';

/** Every generated page from the rule files as they stand (`docFiles`). Throws ConfigError like `compileBuiltins`. */
export async function docsOf(
  rulesetSources: readonly RulesetSource[],
  others: Pick<DocsSources, 'schemas' | 'written' | 'documents'>,
): Promise<ReadonlyMap<string, string>> {
  const { rules, formats } = compileBuiltins(rulesetSources);
  const byId = new Map<string, Format>(formats.map((format) => [format.id, format]));
  return docFiles({ rules, formats: byId, ...others });
}

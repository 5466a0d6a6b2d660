/**
 * qingdan-lint as a library. Nothing here touches disk, process or network: it runs in a browser as well.
 *
 * ```ts
 * import { builtinRuleset, lint, makeReport, outline, read, textReport } from 'qingdan-lint';
 *
 * const { rules, formats } = builtinRuleset();
 * const document = outline(await read('list.md', bytes), formats);
 * const report = makeReport([lint(document, rules, 'zh')], version);
 * ```
 *
 * @packageDocumentation
 */

export { applyEdits } from './engine/fixEdits.ts';
export { type FixedText, type FixStop, fixText } from './engine/fixText.ts';
export { lint } from './engine/lint.ts';
export { failedFile, makeReport, ruleInfos } from './engine/report.ts';
export * from './model/document.ts';
export { ReadError, type ReadErrorCode } from './model/errors.ts';
export * from './model/finding.ts';
export * from './model/format.ts';
export * from './model/place.ts';
export * from './model/report.ts';
export * from './model/rule.ts';
export * from './model/ruleset.ts';
export * from './model/source.ts';
export * from './model/text.ts';
export { UnknownCountyError } from './outline/formats.ts';
export { type Inspection, inspectDocument } from './outline/inspect.ts';
export { outline } from './outline/outline.ts';
export { read } from './readers/read.ts';
export { REPORT_FORMATS, type ReportFormat, type ReportOptions, renderReport } from './reports/formats.ts';
export { jsonReport } from './reports/json.ts';
export { textReport } from './reports/text.ts';
export {
  builtinRuleset,
  type Config,
  ConfigError,
  type Host,
  loadConfig,
  rulesetFor,
} from './ruleset/load.ts';

import { allowedValues, demandOf, type SchemaError, shown } from '../checks/general/schemaDemands.ts';
import type { Localized } from '../model/format.ts';
import type { Span } from '../model/place.ts';
import { SEVERITIES } from '../model/rule.ts';
import type { ConfigProblem, ProblemDetails } from './configError.ts';
import { meantValue } from './meant.ts';
import { problemAt } from './problemAt.ts';
import { texts } from './problemTexts.ts';
import { syntaxText } from './syntaxTexts.ts';
import type { DataPath, YamlFile } from './yamlFile.ts';
import { slipAt } from './yamlSlips.ts';

/** What a user sets a rule to. */
export const SEVERITY_VALUES: readonly string[] = [...SEVERITIES, 'off'];

/** Where the data that were checked stand in a file, and whose options they are, if options. */
export interface SchemaContext {
  /** The path of the data in the file. */
  readonly at: DataPath;
  /** The id of the rule whose options were checked; null for files as a whole. */
  readonly optionsOf: string | null;
  /** The path in the file of a path below `at`; null where the file did not write it. Left out: the same one. */
  readonly locate?: (path: DataPath) => DataPath | null;
}

const WHOLE_FILE: SchemaContext = { at: [], optionsOf: null };

/** Errors of a schema as problems of the file: each value once, consequences left out. */
export function schemaProblems(
  file: YamlFile,
  errors: readonly SchemaError[],
  context: SchemaContext = WHOLE_FILE,
): readonly ConfigProblem[] {
  const seen = new Set<string>();
  const problems: ConfigProblem[] = [];
  for (const error of errors) {
    // `if` and what is said of a key's name only repeat the error they were made of.
    if (error.keyword === 'if' || error.keyword === 'not' || error.propertyName !== undefined) continue;
    if (error.keyword === 'required' && isMisspelt(error, errors)) continue;
    const inside = pointerPath(error.instancePath);
    const path = [...context.at, ...(context.locate?.(inside) ?? inside)];
    const key = [
      ...path,
      error.keyword === 'additionalProperties' ? error.params.additionalProperty : '',
      error.keyword === 'required' ? error.params.missingProperty : '',
    ].join('/');
    if (seen.has(key)) continue;
    seen.add(key);
    problems.push(schemaProblem(file, path, error, context));
  }
  return problems;
}

/** Where a key is missing and one beside it is nearly called so, that one is misspelt and nothing is missing. */
function isMisspelt(error: SchemaError, errors: readonly SchemaError[]): boolean {
  const missing = String(error.params.missingProperty);
  return errors.some(
    ({ keyword, instancePath, params }) =>
      keyword === 'additionalProperties' &&
      instancePath === error.instancePath &&
      meantValue(String(params.additionalProperty), [missing]) !== undefined,
  );
}

/** The path of a JSON Pointer. */
export function pointerPath(pointer: string): DataPath {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function schemaProblem(
  file: YamlFile,
  path: DataPath,
  error: SchemaError,
  context: SchemaContext,
): ConfigProblem {
  if (error.keyword === 'additionalProperties') {
    const key = String(error.params.additionalProperty);
    const place = file.place([...path, key], 'key');
    const slip = slipAt(file.text, place.start);
    if (slip) return problemAt(file, slip.span, slip.details);
    return problemAt(file, place, unknownKey(file, path, error, context));
  }
  if (error.keyword === 'propertyNames') {
    const key = String(error.params.propertyName);
    const message = { zh: `键 “${key}” 的写法不对`, en: `the key "${key}" is not well formed` };
    return problemAt(file, file.place([...path, key], 'key'), { code: 'bad-value', message });
  }
  if (error.keyword === 'required') {
    const key = String(error.params.missingProperty);
    return problemAt(file, file.place(path, 'key'), {
      code: 'missing-key',
      message: missing(key, path, context),
    });
  }
  const place = file.place(path, 'value');
  if (error.keyword === 'type' && typeof error.data === 'string') {
    const slip = slipAt(file.text, place.start);
    if (slip) return problemAt(file, slip.span, slip.details);
    if (wants(error, 'object') && /^[\w-]+ +\S/.test(error.data) && standsAlone(file.text, place)) {
      return problemAt(file, place, { code: 'yaml-syntax', message: syntaxText('no-colon') });
    }
  }
  return problemAt(file, place, valueDetails(path, error, context));
}

/** Whether nothing stands before a value in its line. */
function standsAlone(text: string, { start }: Span): boolean {
  return /(?:^|[\r\n])[ \t]*$/.test(text.slice(0, start));
}

function missing(key: string, path: DataPath, context: SchemaContext): Localized {
  if (path.length === 0) return { zh: `缺少 “${key}”`, en: `"${key}" is missing` };
  return sentence(subjectOf(path, context), { zh: `里缺少 “${key}”`, en: `lacks "${key}"` });
}

function unknownKey(
  file: YamlFile,
  path: DataPath,
  error: SchemaError,
  context: SchemaContext,
): ProblemDetails {
  const key = String(error.params.additionalProperty);
  const allowed = Object.keys(record(error.parentSchema?.properties)).filter((name) => name !== '$schema');
  const suggestion = meantValue(key, allowed);
  if (context.optionsOf === null && suggestion === undefined) {
    const above = emptyAbove(file, path, key);
    if (above !== null) return { code: 'unknown-key', message: texts.keyNotIndented(key, above), allowed };
    if (path.at(-2) === 'rules' && allowed.includes('options'))
      return { code: 'unknown-key', message: texts.optionOutside(key), allowed };
  }
  return context.optionsOf === null || error.instancePath !== ''
    ? { code: 'unknown-key', message: texts.unknownKey(key), allowed, suggestion }
    : { code: 'unknown-option', message: texts.unknownOption(context.optionsOf, key), allowed, suggestion };
}

/** The key above another in one map, when nothing stands behind it: `rules:` with its rules not indented. */
function emptyAbove(file: YamlFile, path: DataPath, key: string): string | null {
  const map = path.reduce<unknown>((data, step) => record(data)[step], file.data);
  const keys = Object.keys(record(map));
  const above = keys.slice(0, keys.indexOf(key)).findLast((name) => record(map)[name] === null);
  return above ?? null;
}

function wants({ params }: SchemaError, type: string): boolean {
  return String(params.type).split(',').includes(type);
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function valueDetails(path: DataPath, error: SchemaError, context: SchemaContext): ProblemDetails {
  if (isSeverity(path, error, context)) {
    const value = error.data;
    if (value === null)
      return { code: 'unknown-severity', message: texts.noSeverity(), allowed: SEVERITY_VALUES };
    const suggestion = meantValue(String(value), SEVERITY_VALUES);
    return {
      code: 'unknown-severity',
      message: texts.unknownSeverity(value),
      allowed: SEVERITY_VALUES,
      suggestion,
    };
  }
  const subject = subjectOf(path, context);
  if (error.keyword === 'enum') {
    const allowed = allowedValues(error).map(String);
    const value = shown(error.data);
    return {
      code: context.optionsOf === null ? 'bad-value' : 'bad-option',
      message: sentence(subject, { zh: `不能是 ${value.zh}`, en: `cannot be ${value.en}` }),
      allowed,
      suggestion: typeof error.data === 'string' ? meantValue(error.data, allowed) : undefined,
    };
  }
  return {
    code: context.optionsOf !== null ? 'bad-option' : error.keyword === 'type' ? 'wrong-type' : 'bad-value',
    ...(error.keyword === 'type'
      ? typeDetails(path, error, subject)
      : { message: sentence(subject, demandOf(error)) }),
  };
}

/** A value of another type than the one wanted, with how to write it. */
function typeDetails(
  path: DataPath,
  error: SchemaError,
  subject: Localized,
): { readonly message: Localized; readonly suggestion?: string } {
  const { data } = error;
  if (path.length === 0 && (data === null || data === undefined)) return { message: texts.emptyFile() };
  const message = sentence(subject, demandOf(error));
  const and = (zh: string, en: string) => ({
    message: { zh: `${message.zh}。${zh}`, en: `${message.en}; ${en}` },
  });
  if (Array.isArray(data) && wants(error, 'object'))
    return and('不要在行首写 “-”', 'leave out the "-" at the beginning of its lines');
  if (typeof data === 'object' && data !== null && wants(error, 'array'))
    return and('每一项要以 “- ” 开头', 'each entry begins with "- "');
  if (typeof data !== 'string') return { message };
  if (wants(error, 'array')) return { message, suggestion: `[${data.split(/[，、,]\s*/).join(', ')}]` };
  const keys = Object.keys(record(error.parentSchema?.properties)).filter(
    (key) => key === 'zh' || key === 'en',
  );
  if (wants(error, 'object') && keys.length === 2)
    return { message, suggestion: `{ zh: ${/[{}[\],:#]/.test(data) ? JSON.stringify(data) : data}, en: … }` };
  return { message };
}

/** `rules: { x: 0 }` asks for a severity, whatever type was written. */
function isSeverity(path: DataPath, error: SchemaError, context: SchemaContext): boolean {
  if (context.optionsOf !== null) return false;
  if (error.keyword === 'enum') return String(error.params.allowedValues) === String(SEVERITY_VALUES);
  return (
    error.keyword === 'type' &&
    path[path.length - 2] === 'rules' &&
    String(error.params.type) === 'string,object'
  );
}

/** What a sentence about a value begins with. */
function subjectOf(path: DataPath, context: SchemaContext): Localized {
  const names = path.filter((step) => typeof step === 'string' && !/^\d+$/.test(step));
  const name = names[names.length - 1];
  if (context.optionsOf !== null && path.length === context.at.length)
    return { zh: `规则 ${context.optionsOf} 的选项`, en: `the options of rule ${context.optionsOf}` };
  const index = path[path.length - 1];
  if (name === undefined) return { zh: '文件内容', en: 'the content of the file' };
  const item = index === name ? { zh: '', en: '' } : nth(Number(index) + 1);
  if (context.optionsOf === null) return { zh: `“${name}”${item.zh}`, en: `${item.en}"${name}"` };
  return {
    zh: `规则 ${context.optionsOf} 的选项 “${name}”${item.zh}`,
    en: `${item.en}option "${name}" of rule ${context.optionsOf}`,
  };
}

function nth(position: number): Localized {
  return { zh: ` 的第 ${position} 项`, en: `entry ${position} of ` };
}

/** Subject and rest of a sentence, with the space that a Chinese one takes behind a quotation mark. */
function sentence(subject: Localized, rest: Localized): Localized {
  return {
    zh: `${subject.zh}${subject.zh.endsWith('”') ? ' ' : ''}${rest.zh}`,
    en: `${subject.en} ${rest.en}`,
  };
}

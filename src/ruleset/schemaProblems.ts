import { allowedValues, demandOf, type SchemaError, shown } from '../checks/general/schemaDemands.ts';
import { nearest } from '../grammar/nearest.ts';
import type { Localized } from '../model/format.ts';
import { SEVERITIES } from '../model/rule.ts';
import type { ConfigProblem } from './configError.ts';
import { colonText, texts } from './problemTexts.ts';
import { colonAt, type DataPath, type ProblemDetails, problemAt, type YamlFile } from './yamlFile.ts';

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
    const details = unknownKey(key, error, context);
    return problemAt(file, file.place([...path, key], 'key'), details);
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
    const colon = /^[\w$-]+\s*[:：]/.test(error.data) ? colonAt(file, place.start) : null;
    if (colon) return problemAt(file, colon, { code: 'colon', message: colonText() });
  }
  return problemAt(file, place, valueDetails(path, error, context));
}

function missing(key: string, path: DataPath, context: SchemaContext): Localized {
  if (path.length === 0) return { zh: `缺少 “${key}”`, en: `"${key}" is missing` };
  return sentence(subjectOf(path, context), { zh: `里缺少 “${key}”`, en: `lacks "${key}"` });
}

function unknownKey(key: string, error: SchemaError, context: SchemaContext): ProblemDetails {
  const allowed = Object.keys(record(error.parentSchema?.properties)).filter((name) => name !== '$schema');
  const suggestion = nearest(key, allowed)?.word;
  return context.optionsOf === null || error.instancePath !== ''
    ? { code: 'unknown-key', message: texts.unknownKey(key), allowed, suggestion }
    : { code: 'unknown-option', message: texts.unknownOption(context.optionsOf, key), allowed, suggestion };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function valueDetails(path: DataPath, error: SchemaError, context: SchemaContext): ProblemDetails {
  if (isSeverity(path, error, context)) {
    const value = error.data;
    const suggestion = value === 0 || value === false ? 'off' : nearest(String(value), SEVERITY_VALUES)?.word;
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
      suggestion: typeof error.data === 'string' ? nearest(error.data, allowed)?.word : undefined,
    };
  }
  return {
    code: context.optionsOf !== null ? 'bad-option' : error.keyword === 'type' ? 'wrong-type' : 'bad-value',
    message: sentence(subject, demandOf(error)),
  };
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

import type { DutyItem, ListDocument } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import { COLUMN_IDS, type ColumnId } from '../../model/format.ts';
import type { Rule } from '../../model/rule.ts';
import { inspectItem } from '../../outline/inspect.ts';
import { compilePattern, loadEngine, needsEngine, patternFault } from '../../patterns/pattern.ts';
import { cellOf } from '../cells.ts';
import type { Check, RuleFault } from '../check.ts';
import { atItem, itemsOf, listsOf } from '../places.ts';
import { shownWords } from '../reasons.ts';
import { nothingInScope } from '../texts/scopedTexts.ts';
import { demandOf, type SchemaError, type Validate } from './schemaDemands.ts';

type Schema = Readonly<Record<string, unknown>>;

/** Compiles a JSON Schema; throws where it is none. */
type Compiler = (schema: Schema) => Validate;

let compiler: Compiler | null = null;
const compiled = new WeakMap<object, Validate>();

/**
 * Items fit a JSON Schema, each as `qingdan inspect` prints it. For rules of a user: the compiler of schemas is loaded
 * only when there is one.
 */
export const itemSchema: Check = {
  kind: 'schema',
  scope: ['lists', 'categories'],
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['schema'],
    properties: {
      schema: {
        description:
          'JSON Schema (2020-12) of an item as `qingdan inspect` prints it: number, category, name, departments.names, superiorDuties.clauses … Patterns are found anywhere in a text, in linear time, ^ and $ at the ends of a line. References lead inside the schema only.',
        type: 'object',
      },
    },
  },
  variants: { default: ['path', 'problem', 'value'] },
  async load(rule) {
    if (patternsIn(schemaOf(rule)).some(({ source }) => needsEngine(source))) await loadEngine();
    compiler ??= await loadCompiler();
  },
  faults(rule) {
    const schema = schemaOf(rule);
    const faults = patternsIn(schema).flatMap(({ source, path, isKey }): readonly RuleFault[] => {
      const fault = patternFault(source, { lineBreaks: true });
      // In a schema a pattern that fits nothing, or everything, may be meant.
      if (!fault || fault.code === 'never' || fault.code === 'empty-match') return [];
      const within = { at: fault.at, length: fault.length };
      return [{ path: ['options', 'schema', ...path], message: fault.message, ...(isKey ? {} : { within }) }];
    });
    return faults.length > 0 ? faults : compileFaults(schema);
  },
  run(document, rule) {
    const validate = validatorFor(schemaOf(rule));
    const placed = listsOf(document, rule);
    if (!placed.some((entry) => itemsOf(entry, rule).length > 0)) return nothingInScope();
    return placed.flatMap((entry) =>
      itemsOf(entry, rule).flatMap((item): readonly Finding[] =>
        errorsOf(validate, document, item).map((error) => {
          const column = columnOf(error);
          return {
            ...atItem(entry, item, column, cellOf(item, column ?? 'number').span),
            data: {
              path: shownPath(error.instancePath),
              problem: demandOf(error),
              value: shownWords(
                typeof error.data === 'string' ? error.data : JSON.stringify(error.data ?? null),
              ),
            },
          };
        }),
      ),
    );
  },
};

/** What is wrong with an item: consequences and the branches of a choice left out, each value once. */
function errorsOf(validate: Validate, document: ListDocument, item: DutyItem): readonly SchemaError[] {
  if (validate(inspectItem(document, item))) return [];
  const seen = new Set<string>();
  return (validate.errors ?? []).filter((error) => {
    const { keyword, instancePath, params, schemaPath = '' } = error;
    if (keyword === 'if' || /\/(?:anyOf|oneOf)\/\d/.test(schemaPath)) return false;
    const key = `${instancePath} ${keyword === 'required' ? String(params.missingProperty) : ''}`;
    return !seen.has(key) && Boolean(seen.add(key));
  });
}

/** The column that an error is about: `/departments/names/0`, or what the item lacks. */
function columnOf({ instancePath, keyword, params }: SchemaError): ColumnId | null {
  const first = instancePath.split('/')[1] ?? (keyword === 'required' ? String(params.missingProperty) : '');
  return COLUMN_IDS.find((id) => id === first) ?? null;
}

/** `/superiorDuties/clauses/2` as `superiorDuties.clauses[2]`; the item itself as `item`. */
function shownPath(pointer: string): string {
  if (pointer === '') return 'item';
  return pointer
    .slice(1)
    .replace(/\/(\d+)(?=\/|$)/g, '[$1]')
    .replaceAll('/', '.');
}

function schemaOf({ options }: Rule): Schema {
  const { schema } = options;
  return typeof schema === 'object' && schema !== null ? (schema as Schema) : {};
}

async function loadCompiler(): Promise<Compiler> {
  const { default: module } = await import('ajv/dist/2020.js');
  // A bundler gives the class, Node the module that holds it.
  const Ajv = 'default' in module ? (module.default as typeof module) : module;
  return (schema) => {
    // Ajv would run a pattern as it is, however long that takes. Those of its own meta schema look at schemas only.
    const own = new Set(patternsIn(schema).map(({ source }) => source));
    // Ajv tells patterns apart by what `toString` gives.
    const linear = (source: string) => ({ test: compilePattern(source).test, toString: () => source });
    const regExp = Object.assign(
      (source: string) => (own.has(source) ? linear(source) : new RegExp(source, 'u')),
      { code: 'linear' },
    );
    const ajv = new Ajv({
      strict: true,
      strictRequired: false,
      strictTypes: false,
      allErrors: true,
      verbose: true,
      allowUnionTypes: true,
      logger: false,
      code: { regExp },
    });
    return ajv.compile(schema) as unknown as Validate;
  };
}

function validatorFor(schema: Schema): Validate {
  let validate = compiled.get(schema);
  if (!validate) {
    if (!compiler) throw new Error('the compiler of schemas is not loaded');
    validate = compiler(schema);
    compiled.set(schema, validate);
  }
  return validate;
}

/** An item with everything an item can have, to see that a schema can be run at all. */
const SAMPLE = {
  number: 1,
  category: '党的建设',
  name: '走访',
  departments: { text: '县民政局', names: ['县民政局'] },
  superiorDuties: { text: '负责。', form: 'single', clauses: ['负责。'] },
  townshipDuties: { text: '负责。', form: 'single', clauses: ['负责。'] },
  handover: { text: '县民政局', departments: ['县民政局'] },
  other: ['无'],
  start: { line: 1, column: 1 },
};

function compileFaults(schema: Schema): readonly RuleFault[] {
  const path = ['options', 'schema'];
  if (!compiler) {
    const message = {
      zh: '内置规则不能用 schema 这种检查',
      en: 'built-in rules cannot use the check schema',
    };
    return [{ path, message }];
  }
  try {
    validatorFor(schema)(SAMPLE);
    return [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message =
      error instanceof RangeError
        ? {
            zh: '这个 JSON Schema 引用自己，绕成了圈，无法运行',
            en: 'this JSON Schema refers to itself in a circle and cannot be run',
          }
        : { zh: `不是可用的 JSON Schema：${reason}`, en: `this JSON Schema cannot be used: ${reason}` };
    return [{ path, message }];
  }
}

interface SchemaPattern {
  readonly source: string;
  readonly path: readonly (string | number)[];
  /** A key of `patternProperties`. */
  readonly isKey: boolean;
}

/** Every regular expression of a schema. */
function patternsIn(schema: unknown, path: readonly (string | number)[] = []): readonly SchemaPattern[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]): readonly SchemaPattern[] => {
    const at = [...path, Array.isArray(schema) ? Number(key) : key];
    if (key === 'pattern' && typeof value === 'string') return [{ source: value, path: at, isKey: false }];
    const inside = patternsIn(value, at);
    if (key !== 'patternProperties' || typeof value !== 'object' || value === null) return inside;
    return [
      ...Object.keys(value).map((source) => ({ source, path: [...at, source], isKey: true })),
      ...inside,
    ];
  });
}

import type { Localized } from '../../model/format.ts';

/** An error of a compiled schema (ajv's, with `verbose`). */
export interface SchemaError {
  readonly keyword: string;
  /** JSON Pointer (RFC 6901) of the value. */
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
  readonly parentSchema?: Readonly<Record<string, unknown>>;
  readonly data?: unknown;
  /** Which keyword of the schema it comes from. */
  readonly schemaPath?: string;
  /** Set on errors about the name of a key. */
  readonly propertyName?: string;
}

/** A compiled schema: whether data fit, and if not, why. Options are completed with their defaults in place. */
export interface Validate {
  (data: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}

/** What each `pattern` of the schemas asks for, in words. */
const PATTERNS: Readonly<Record<string, Localized>> = {
  '^[a-z][a-z0-9]*(-[a-z0-9]+)*$': {
    zh: '只能用小写字母、数字和连字符，以字母开头',
    en: 'takes lower-case letters, digits and hyphens, a letter first',
  },
  '^\\S+$': { zh: '不能是空的，也不能有空格', en: 'cannot be empty or hold white space' },
  '^\\S*\\{n\\}\\S*$': { zh: '里要有 {n}，不能有空格', en: 'must hold {n} and no white space' },
};

/** A value as a sentence shows it: words in quotation marks, the rest as written, long ones cut. */
export function shown(value: unknown): Localized {
  if (typeof value !== 'string') {
    const written = JSON.stringify(value) ?? String(value);
    const short = cut(written);
    return { zh: short, en: short };
  }
  return { zh: `“${cut(value)}”`, en: `"${cut(value)}"` };
}

function cut(words: string): string {
  return words.length > 40 ? `${words.slice(0, 40)}…` : words;
}

const TYPES: Readonly<Record<string, Localized>> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  integer: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '“键: 值” 的形式', en: 'keys with values' },
  null: { zh: '空值', en: 'nothing' },
};

/** The JSON type of a value. */
function typeOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** Names of JSON types, joined by 或 / or. */
function typeNames(types: readonly string[]): Localized {
  const names = types
    .filter((type) => type !== 'null' || types.length === 1)
    .map((type) => TYPES[type] ?? { zh: type, en: type });
  return { zh: names.map(({ zh }) => zh).join('或'), en: names.map(({ en }) => en).join(' or ') };
}

/** The values that an error of `enum` or `const` would have liked. */
export function allowedValues({ params }: SchemaError): readonly unknown[] {
  return asList(params.allowedValues ?? params.allowedValue);
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** What the schema asks of a value, as the end of a sentence. */
export function demandOf({ keyword, params, data, message }: SchemaError): Localized {
  const limit = String(params.limit);
  switch (keyword) {
    case 'type': {
      const wanted = typeNames(asList(params.type).map(String));
      const found = typeNames([typeOf(data)]);
      const value = typeof data === 'object' ? { zh: '', en: '' } : shown(data);
      return {
        zh: `应为${wanted.zh}，这里是${found.zh} ${value.zh}`.trimEnd(),
        en: `must be ${wanted.en}, not ${found.en} ${value.en}`.trimEnd(),
      };
    }
    case 'pattern':
      return (
        PATTERNS[String(params.pattern)] ?? {
          zh: `的写法不对：${shown(data).zh}`,
          en: `is not well formed: ${shown(data).en}`,
        }
      );
    case 'minItems':
      return { zh: `至少要有 ${limit} 项`, en: `needs ${limit} or more entries` };
    case 'maxItems':
      return { zh: `最多只能有 ${limit} 项`, en: `takes ${limit} entries at most` };
    case 'minProperties':
      return { zh: '不能是空的', en: 'cannot be empty' };
    case 'minLength':
      if (params.limit === 1) return { zh: '不能是空的', en: 'cannot be empty' };
      return { zh: `至少要有 ${limit} 个字`, en: `needs ${limit} or more characters` };
    case 'maxLength':
      return { zh: `最多只能有 ${limit} 个字`, en: `takes ${limit} characters at most` };
    case 'enum':
    case 'const': {
      const allowed = allowedValues({ keyword, params, instancePath: '' }).map(shown);
      return {
        zh: `应为${allowed.map(({ zh }) => zh).join('、')}，这里是 ${shown(data).zh}`,
        en: `must be ${allowed.map((value) => value.en).join(' or ')}, not ${shown(data).en}`,
      };
    }
    case 'required':
      return {
        zh: `里缺少 “${String(params.missingProperty)}”`,
        en: `lacks "${String(params.missingProperty)}"`,
      };
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const key = String(params.additionalProperty ?? params.unevaluatedProperty);
      return { zh: `里不应有 “${key}”`, en: `must not have "${key}"` };
    }
    case 'contains':
      return { zh: '里没有一项合乎要求', en: 'has no entry that fits' };
    case 'not':
      return { zh: '不应是这样', en: 'must not be so' };
    case 'uniqueItems':
      return {
        zh: `的第 ${Number(params.j) + 1} 项和第 ${Number(params.i) + 1} 项相同`,
        en: `has the same entry twice (${Number(params.j) + 1} and ${Number(params.i) + 1})`,
      };
    case 'minimum':
      return {
        zh: `不能小于 ${limit}，这里是 ${String(data)}`,
        en: `must be ${limit} or more, not ${String(data)}`,
      };
    case 'maximum':
      return {
        zh: `不能大于 ${limit}，这里是 ${String(data)}`,
        en: `must be ${limit} or less, not ${String(data)}`,
      };
    case 'exclusiveMinimum':
      return {
        zh: `要大于 ${limit}，这里是 ${String(data)}`,
        en: `must be more than ${limit}, not ${String(data)}`,
      };
    case 'exclusiveMaximum':
      return {
        zh: `要小于 ${limit}，这里是 ${String(data)}`,
        en: `must be less than ${limit}, not ${String(data)}`,
      };
    default:
      return { zh: `不合要求（${keyword}）`, en: message ?? `does not fit (${keyword})` };
  }
}

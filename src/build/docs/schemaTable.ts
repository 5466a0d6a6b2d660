import { COLUMN_IDS } from '../../model/format.ts';
import { inline } from './markdown.ts';
import type { PageLanguage } from './words.ts';

/** What the tables need of a JSON Schema. */
export interface Schema {
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly required?: readonly string[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** A key of a file with its path: `lists.basic.titles`, `overrides[].files`. */
export interface SchemaKey {
  readonly path: string;
  readonly required: boolean;
  readonly schema: Schema;
}

/** Every key of a schema that has a description, in its order, keys inside keys behind their parent. */
export function keysOf(root: Schema): readonly SchemaKey[] {
  const resolve = (schema: Schema): Schema => {
    const name = schema.$ref?.replace('#/$defs/', '');
    const target = name === undefined ? undefined : root.$defs?.[name];
    return target ? { ...target, ...schema } : schema;
  };
  const collect = (schema: Schema, prefix: string, depth: number): readonly SchemaKey[] => {
    if (depth > 5) return [];
    return oneForAllColumns(Object.entries(schema.properties ?? {})).flatMap(([key, value]) => {
      const path = prefix === '' ? key : `${prefix}.${key}`;
      const own = resolve(value);
      const inner = own.items ? resolve(own.items) : null;
      const more = [
        ...collect(own, path, depth + 1),
        ...(inner?.properties ? collect(inner, `${path}[]`, depth + 1) : []),
      ];
      const required = schema.required?.includes(key) ?? false;
      return [{ path, required, schema: own }, ...more];
    });
  };
  // A sentence in two languages and a condition turned round have the keys that everybody knows by then.
  return collect(root, '', 0).filter(({ path }) => !/\.reason\.|\.not\./.test(path));
}

/** Keys that are the columns of a list have the same keys inside; one of them, called COLUMN, stands for all. */
function oneForAllColumns(
  entries: readonly (readonly [string, Schema])[],
): readonly (readonly [string, Schema])[] {
  const [first] = entries;
  const names = entries.map(([name]) => name);
  const columns = COLUMN_IDS.every((id) => names.includes(id)) && names.length === COLUMN_IDS.length;
  if (!first || !columns || !first[1].properties) return entries;
  return [['COLUMN', { ...first[1], description: COLUMN_IDS.join(', ') }]];
}

const WORDS: Readonly<Record<PageLanguage, Readonly<Record<string, string>>>> = {
  zh: {
    string: '文字',
    boolean: 'true 或 false',
    integer: '整数',
    number: '数',
    array: '列表',
    object: '一组键',
    words: '词的列表，或 `{ add: […], remove: […] }`',
    templates: '说法的列表，或 `{ add: […], remove: […] }`',
    roles: '栏目的列表，或 `{ add: […], remove: […] }`',
    of: '的列表',
    from: '不小于',
    to: '不大于',
    or: '或',
  },
  en: {
    string: 'text',
    boolean: 'true or false',
    integer: 'whole number',
    number: 'number',
    array: 'list',
    object: 'keys',
    words: 'list of words, or `{ add: […], remove: […] }`',
    templates: 'list of phrases, or `{ add: […], remove: […] }`',
    roles: 'list of columns, or `{ add: […], remove: […] }`',
    of: 'list of ',
    from: 'from ',
    to: 'to ',
    or: 'or',
  },
};

/** What may stand behind a key, in words. */
export function valueWords(schema: Schema, language: PageLanguage): string {
  const words = WORDS[language];
  const name = schema.$ref?.replace('#/$defs/', '');
  if (name !== undefined && words[name] !== undefined) return words[name];
  if (schema.const !== undefined) return inline(String(schema.const));
  if (schema.enum) return schema.enum.map((value) => inline(String(value))).join(' ');
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  if (schema.items) {
    const inner = valueWords(schema.items, language);
    const list = language === 'zh' ? `${inner} ${words.of}` : `${words.of}${inner}`;
    return types.includes('string') ? `${words.string} ${words.or} ${list}` : list;
  }
  const named = types.filter((type) => type !== 'null').map((type) => words[type] ?? type);
  const bounds = [
    ...(schema.minimum === undefined
      ? []
      : [`${words.from}${language === 'zh' ? ' ' : ''}${schema.minimum}`]),
    ...(schema.maximum === undefined ? [] : [`${words.to}${language === 'zh' ? ' ' : ''}${schema.maximum}`]),
  ];
  const kind = named.join(` ${words.or} `);
  return bounds.length === 0 ? kind : `${kind}${language === 'zh' ? '，' : ', '}${bounds.join(', ')}`;
}

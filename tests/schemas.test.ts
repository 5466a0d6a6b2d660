import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checks } from '../src/checks/index.ts';

const folder = (name: string): string => fileURLToPath(new URL(`../${name}/`, import.meta.url));
const schemas = readdirSync(folder('schemas')).filter((name) => name.endsWith('.json'));

const yamlFiles = readdirSync(folder('rules'), { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.yaml'));
const ruleFiles = yamlFiles.filter((name) => !name.startsWith('formats/'));

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every key of `properties` anywhere in a schema that says nothing about itself, by its path. */
function undescribed(node: unknown, path: string): readonly string[] {
  if (Array.isArray(node)) return node.flatMap((one, index) => undescribed(one, `${path}/${index}`));
  if (!isNode(node)) return [];
  return Object.entries(node).flatMap(([key, value]): readonly string[] => {
    if (key === 'default' || key === 'enum' || key === 'const' || key === 'examples') return [];
    if (key !== 'properties' || !isNode(value)) return undescribed(value, `${path}/${key}`);
    return Object.entries(value).flatMap(([name, schema]) => [
      ...(isNode(schema) && typeof schema.description === 'string' && schema.description.length > 5
        ? []
        : [`${path}/${name}`]),
      ...undescribed(schema, `${path}/${name}`),
    ]);
  });
}

describe('what an editor shows while someone writes', () => {
  it.each(schemas)('has a description for every key of schemas/%s', (name) => {
    const schema: unknown = JSON.parse(readFileSync(`${folder('schemas')}${name}`, 'utf8'));
    // A branch of a condition repeats keys that are described where they belong.
    const bare = undescribed(schema, '').filter(
      (path) => !/\/(?:if|then|else|allOf|anyOf|oneOf)\//.test(path),
    );
    expect(bare).toEqual([]);
  });

  it.each([...checks])('has a description for every option of the check %s', (_, check) => {
    expect(undescribed(check.options, '')).toEqual([]);
  });

  it('completes and checks the options of each check, by a schema that is not stale', async () => {
    const { checkSchema } = (await import('../src/build/checkSchema.mjs' as string)) as {
      checkSchema: (kinds: typeof checks) => string;
    };
    expect(readFileSync(`${folder('schemas')}checks.schema.json`, 'utf8')).toBe(checkSchema(checks));
    const ajv = new Ajv2020({ strict: false });
    const schema = (name: string): object =>
      JSON.parse(readFileSync(`${folder('schemas')}${name}`, 'utf8')) as object;
    ajv.addSchema(schema('checks.schema.json'));
    const validate = ajv.compile(schema('rule.schema.json'));
    const faults = ruleFiles.flatMap((name) => {
      const data: unknown = parse(readFileSync(`${folder('rules')}${name}`, 'utf8'));
      return validate(data) ? [] : [`${name}: ${ajv.errorsText(validate.errors)}`];
    });
    expect(faults).toEqual([]);
    const rule = {
      id: 'a',
      severity: 'info',
      title: { zh: '甲', en: 'a' },
      message: { zh: '甲', en: 'a' },
      why: { zh: '甲', en: 'a' },
    };
    expect(validate({ ...rule, check: 'length', options: { max: 0 } })).toBe(true);
    expect(validate({ ...rule, check: 'length', options: { most: 0 } })).toBe(false);
    expect(validate({ ...rule, check: 'lenght' })).toBe(false);
    expect(validate({ id: 'a', extends: 'b', options: { entries: { add: [] } } })).toBe(true);
  });

  it('is found by every built-in YAML file', () => {
    const without = yamlFiles.filter((name) => {
      const schema = name.startsWith('formats/') ? 'format' : 'rule';
      const first = readFileSync(`${folder('rules')}${name}`, 'utf8').split('\n')[0];
      return first !== `# yaml-language-server: $schema=../../schemas/${schema}.schema.json`;
    });
    expect(without).toEqual([]);
  });
});

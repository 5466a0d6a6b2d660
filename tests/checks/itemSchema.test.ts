import { beforeAll, describe, expect, it } from 'vitest';
import { itemSchema } from '../../src/checks/general/itemSchema.ts';
import { documentOf, testRule } from '../support/document.ts';
import { type Found, findIn } from '../support/found.ts';

const document = documentOf({
  lists: [
    {
      kind: 'coordinating',
      rows: [
        ['1', '民生服务', '残疾人证换发', '县残联、民政局', '1.负责复核；2.负责制证。', '负责收集。'],
        ['2', '民生服务', '临时救助', '县民政局', '负责审批。', '负责受理。'],
        ['三', '民生服务', '老年食堂选址', '县民政局', '负责审定。', ''],
      ],
    },
  ],
});
const rule = (schema: object) => testRule('schema', { options: { schema } });
const faults = async (schema: object) => {
  await itemSchema.load?.(rule(schema));
  return itemSchema.faults?.(rule(schema)) ?? [];
};

beforeAll(async () => itemSchema.load?.(rule({})));

describe('a JSON Schema of items', () => {
  it('is told for each value that does not fit, at its column, in both languages', () => {
    const schema = {
      properties: {
        number: { type: 'integer' },
        departments: { properties: { names: { maxItems: 1 } } },
        superiorDuties: { properties: { clauses: { items: { minLength: 8 } } } },
        name: { enum: ['残疾人证换发', '临时救助', '老年食堂选址'] },
      },
    };
    expect(findIn(document, 'schema', { options: { schema } })).toEqual([
      expect.objectContaining({
        at: 'coordinating 1 departments',
        excerpt: '县残联、民政局',
        data: {
          path: 'departments.names',
          problem: { zh: '最多只能有 1 项', en: 'takes 1 entries at most' },
          value: expect.stringContaining('县民政局'),
        },
      }),
      expect.objectContaining({
        at: 'coordinating 1 superiorDuties',
        data: expect.objectContaining({ path: 'superiorDuties.clauses[0]' }),
      }),
      expect.objectContaining({
        at: 'coordinating 1 superiorDuties',
        data: expect.objectContaining({ path: 'superiorDuties.clauses[1]' }),
      }),
      expect.objectContaining({
        at: 'coordinating 2 superiorDuties',
        data: {
          path: 'superiorDuties.clauses[0]',
          problem: { zh: '至少要有 8 个字', en: 'needs 8 or more characters' },
          value: '负责审批。',
        },
      }),
      expect.objectContaining({
        at: 'coordinating - number',
        excerpt: '三',
        data: {
          path: 'number',
          problem: { zh: '应为整数，这里是文字 “三”', en: 'must be a whole number, not text "三"' },
          value: '三',
        },
      }),
      expect.objectContaining({ at: 'coordinating - superiorDuties' }),
    ]);
  });

  it('runs its patterns in linear time', async () => {
    // Trying every way to part the letters would never end.
    const schema = { properties: { name: { pattern: '^(a+)+$' } } };
    expect(await faults(schema)).toEqual([]);
    const hostile = documentOf({
      lists: [{ kind: 'basic', rows: [['1', '党的建设', `${'a'.repeat(50_000)}!`]] }],
    });
    expect(itemSchema.run(hostile, rule(schema))).toHaveLength(1);
  });

  it('tells its patterns apart', async () => {
    const schema = {
      properties: { name: { pattern: '换发|救助|选址' }, category: { pattern: '^经济' } },
      patternProperties: { '^superior(D|d)+uties$': { required: ['form'] } },
    };
    expect(await faults(schema)).toEqual([]);
    const at = (findIn(document, 'schema', { options: { schema } }) as readonly Found[]).map((one) => one.at);
    expect(at).toEqual(['coordinating 1 category', 'coordinating 2 category', 'coordinating - category']);
  });

  it('is refused where it is none, leads elsewhere, or in a circle', async () => {
    expect(await faults({ properties: { name: { typ: 'string' } } })).toMatchObject([
      { path: ['options', 'schema'], message: { en: expect.stringContaining('typ') } },
    ]);
    expect(await faults({ $ref: 'https://example.org/item.json' })).toHaveLength(1);
    expect(await faults({ allOf: [{ $ref: '#' }] })).toMatchObject([
      { message: { zh: expect.stringContaining('绕成了圈') } },
    ]);
    expect(await faults({ properties: { name: { pattern: '(?=县)' } } })).toMatchObject([
      { path: ['options', 'schema', 'properties', 'name', 'pattern'], within: { at: 0, length: 3 } },
    ]);
  });
});

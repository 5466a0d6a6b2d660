import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeReport } from '../../src/engine/report.ts';
import { schemaErrors } from '../support/reportSchema.ts';

const schema: unknown = JSON.parse(
  readFileSync(new URL('../../schemas/report.schema.json', import.meta.url), 'utf8'),
);

/** Every property of the schema with its path, and whether it says what it is. */
function* properties(
  node: unknown,
  path: string,
): Generator<{ readonly path: string; readonly described: boolean }> {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'properties' && typeof value === 'object' && value !== null) {
      for (const [name, property] of Object.entries(value)) {
        const text = JSON.stringify(property);
        const described = text.includes('"description"') || /#\/\$defs\/(?:ruleId|edits)/.test(text);
        yield { path: `${path}.${name}`, described };
      }
    }
    yield* properties(value, `${path}.${key}`);
  }
}

describe('the schema of the report', () => {
  it('describes every key', () => {
    const all = [...properties(schema, '')];
    expect(all.length).toBeGreaterThan(50);
    expect(all.filter(({ described }) => !described)).toEqual([]);
  });

  it('accepts an empty run and refuses what is not in the contract', () => {
    const empty = makeReport([], '0.1.0');
    expect(schemaErrors(empty)).toEqual([]);
    expect(schemaErrors({ ...empty, extra: 1 })).not.toEqual([]);
    expect(schemaErrors({ ...empty, schemaVersion: 2 })).not.toEqual([]);
    expect(schemaErrors({ ...empty, summary: { ...empty.summary, errors: -1 } })).not.toEqual([]);
  });
});

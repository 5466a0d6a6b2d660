import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type AnySchemaObject } from 'ajv';
import addFormats from 'ajv-formats';

/** The schema of SARIF 2.1.0 as Microsoft's matchers for Jest carry it: draft 4, which ajv
 * reads once its name is taken off; one of its patterns is not in Unicode mode. */
function sarifSchema(): AnySchemaObject {
  const require = createRequire(import.meta.url);
  const index = require.resolve('@microsoft/jest-sarif');
  const file = new URL('schemas/sarif-2.1.0-rtm.5.json', `file://${index}`);
  const { $schema, id, ...schema }: AnySchemaObject = JSON.parse(readFileSync(file, 'utf8'));
  return schema;
}

const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(sarifSchema());

/** What is wrong with a SARIF log by its schema: path and message, empty when nothing is. */
export function sarifErrors(log: unknown): readonly string[] {
  if (validate(log)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

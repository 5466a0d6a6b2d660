import { expect, test } from 'vitest';
import { jsonReport } from '../../src/reports/json.ts';
import { faultyFile, sampleReport } from './sampleReport.ts';

test('the JSON report is the report, two spaces deep, with a line feed at the end', () => {
  const report = sampleReport([faultyFile]);
  const text = jsonReport(report);
  expect(JSON.parse(text)).toEqual(report);
  expect(text.startsWith('{\n  "schemaVersion": 1,\n')).toBe(true);
  expect(text.endsWith('}\n')).toBe(true);
});

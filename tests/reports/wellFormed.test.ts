import { expect, test } from 'vitest';
import { jsonText } from '../../src/reports/wellFormed.ts';

test.each([
  ['a lone surrogate', '县\ud800局', '县\ufffd局'],
  ['a pair', '𠮷', '𠮷'],
  ['the six characters of an escape', '\\ud800', '\\ud800'],
  ['a backslash before a lone surrogate', '\\\udfff', '\\\ufffd'],
  ['two backslashes before the characters of an escape', '\\\\ud800"\n', '\\\\ud800"\n'],
])('JSON holds %s as every parser reads it', (_, text, read) => {
  for (const onOneLine of [false, true]) {
    const json = jsonText({ text }, onOneLine);
    expect(JSON.parse(json)).toEqual({ text: read });
    expect(json).toBe(Buffer.from(json, 'utf8').toString('utf8'));
    expect(json.endsWith('}\n')).toBe(true);
  }
});

import { expect, it } from 'vitest';
import { keysOf, type Schema } from '../../src/build/docs/schemaTable.ts';
import { checks } from '../../src/checks/index.ts';
import { OPTIONS_ZH } from '../../src/reports/optionsZh.ts';

const options = [...checks].flatMap(([kind, check]) =>
  keysOf(check.options as Schema).map(({ path }) => `${kind}.${path}`),
);

it('every option of every check is described in Chinese too', () => {
  // `COLUMN` alone stands for the names of all columns, which need no words.
  expect(options.filter((name) => !(name in OPTIONS_ZH) && !name.endsWith('.COLUMN'))).toEqual([]);
});

it('no option is described that is gone', () => {
  expect(Object.keys(OPTIONS_ZH).filter((name) => !options.includes(name))).toEqual([]);
});

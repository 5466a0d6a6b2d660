import { expect, it } from 'vitest';
import { packFormats, unpackFormats } from '../../src/ruleset/packedFormats.ts';
import { currentRuleset } from '../support/builtins.ts';
import { testFormat } from '../support/document.ts';

const builtin = [...currentRuleset().formats.values()];
const [base = testFormat] = builtin;

it('gives back the built-in formats, every list in its order', () => {
  expect(JSON.stringify(unpackFormats(packFormats(builtin)))).toBe(JSON.stringify(builtin));
});

it('gives back a format that has lost words, gained words, or changed their order, and one that has hardly a word in common', () => {
  const changed = {
    ...base,
    id: 'made',
    units: [...base.units.slice(2).reverse(), '场部'],
    lists: { ...base.lists, basic: { ...base.lists.basic, required: [] } },
    categories: { closed: true, names: [] },
    departments: {
      ...base.departments,
      shortForms: { ...base.departments.shortForms, 驿站管理局: ['驿站局'] },
    },
  };
  expect(unpackFormats(packFormats([base, changed]))).toEqual([base, changed]);
  expect(unpackFormats(packFormats([testFormat, changed]))).toEqual([testFormat, changed]);
});

it('keeps of a county only what is its own', () => {
  const [packed] = packFormats([base, { ...base, id: 'made', units: ['场部', '镇'] }]).others;
  expect(packed).toEqual({ id: 'made', units: ['场部', base.units.indexOf('镇')] });
});

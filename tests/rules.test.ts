import { describe, expect, it } from 'vitest';
import { checks } from '../src/checks/index.ts';
import { lint } from '../src/engine/lint.ts';
import type { ListDocument } from '../src/model/document.ts';
import type { ReportedFinding } from '../src/model/report.ts';
import type { ExpectedFinding, Rule } from '../src/model/rule.ts';
import { outline } from '../src/outline/outline.ts';
import { read } from '../src/readers/read.ts';
import { currentRuleset } from './support/builtins.ts';

const { rules, formats } = currentRuleset();
/** Kinds that are there for rules of a user; built-in rules may use them. */
const GENERAL = ['pattern', 'terms', 'consistent', 'required', 'unique', 'length', 'when', 'schema'];

async function documentOf(markdown: string): Promise<ListDocument> {
  return outline(await read('example.md', new TextEncoder().encode(markdown)), formats);
}

async function findingsOf(markdown: string, rule: Rule): Promise<readonly ReportedFinding[]> {
  // A rule that is off until somebody wants it is tested as if it were on.
  const on: Rule = rule.severity === 'off' ? { ...rule, severity: 'info' } : rule;
  const report = lint(await documentOf(markdown), [on], 'zh');
  expect(report.error).toBeNull();
  return report.findings;
}

/** A finding in the terms of the example, so that a difference shows both whole. */
function inTermsOf(expected: ExpectedFinding | undefined, finding: ReportedFinding): ExpectedFinding {
  const { list, item, column } = finding.location;
  const message = expected?.message;
  return {
    ...(list !== null && (!expected || expected.list) ? { list } : {}),
    ...(item !== null && (!expected || expected.item !== undefined) ? { item } : {}),
    ...(column !== null && (!expected || expected.column) ? { column } : {}),
    ...(!expected || message !== undefined
      ? { message: message !== undefined && finding.message.includes(message) ? message : finding.message }
      : {}),
  };
}

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it('has two sound and two faulty examples at least', () => {
    expect(rule.examples.ok.length).toBeGreaterThanOrEqual(2);
    expect(rule.examples.bad.length).toBeGreaterThanOrEqual(2);
  });

  it('says why, with both languages filled', () => {
    expect(rule.why.zh.length).toBeGreaterThan(15);
    expect(rule.why.en.length).toBeGreaterThan(30);
  });

  it.each(rule.examples.ok.map((text, i) => [i + 1, text] as const))(
    'finds nothing in sound example %i',
    async (_, text) => {
      expect(await findingsOf(text, rule)).toEqual([]);
    },
  );

  it.each(rule.examples.bad.map((example, i) => [i + 1, example] as const))(
    'finds just what is said in faulty example %i',
    async (_, { text, findings }) => {
      const found = await findingsOf(text, rule);
      expect(found.map((finding, i) => inTermsOf(findings[i], finding))).toEqual(findings);
    },
  );
});

describe('the built-in rules together', () => {
  it('find in an example of one rule nothing that is no fault of it', async () => {
    const noise: string[] = [];
    for (const rule of rules) {
      for (const text of rule.examples.ok) {
        const report = lint(await documentOf(text), rules, 'zh');
        // Examples show one or two lists where a whole document has three.
        for (const { ruleId, severity, message } of report.findings)
          if (severity !== 'info' && ruleId !== 'required-lists')
            noise.push(`${rule.id}: ${ruleId} ${message}`);
      }
    }
    expect(noise).toEqual([]);
  });

  it('use every kind of check but the general ones, and only known ones', () => {
    const used = new Set(rules.map((rule) => rule.check));
    expect([...used].filter((kind) => !checks.has(kind))).toEqual([]);
    expect([...checks.keys()].filter((kind) => !used.has(kind) && !GENERAL.includes(kind))).toEqual([]);
  });

  it('have a message for every variant that their check may ask for, filled in both languages', () => {
    const holes: string[] = [];
    for (const rule of rules) {
      for (const [variant, known] of Object.entries(checks.get(rule.check)?.variants ?? {})) {
        const message = rule.messages[variant] ?? rule.messages.default;
        for (const text of message ? [message.zh, message.en] : [''])
          for (const [, name = ''] of text.matchAll(/\{([^{}]+)\}/g))
            if (!known.includes(name)) holes.push(`${rule.id} ${variant} {${name}}`);
      }
    }
    expect(holes).toEqual([]);
  });
});

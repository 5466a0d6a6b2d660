/**
 * The JSON Schema by which an editor completes and checks `check:` and `options:` of a rule file. The rule schema refers to
 * it; loading a rule does not need it.
 * @param {ReadonlyMap<string, { readonly options: object }>} checks by kind
 * @returns {string} JSON
 */
export function checkSchema(checks) {
  const kinds = [...checks.keys()].sort();
  const head = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://qingdan-lint.dev/schemas/checks.schema.json',
    title: 'qingdan-lint checks',
    description:
      'Generated from src/checks: the kinds of checks and the options of each. In a rule that extends another, lists of options may also be changed, so they are not described there.',
  };
  const check = { description: 'Kind of check, one file in src/checks.', enum: kinds };
  const branches = kinds.map((kind) => ({
    if: { properties: { check: { const: kind } }, required: ['check'], not: { required: ['extends'] } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
    then: { properties: { options: { $ref: `#/$defs/${kind}` } } },
  }));
  const definitions = kinds.map((kind) => {
    const options = { description: `Options of the check ${kind}.`, ...checks.get(kind)?.options };
    return `    ${JSON.stringify(kind)}: ${JSON.stringify(options)}`;
  });
  // A line for each check, so that a change of one is a change of one line.
  return [
    '{',
    ...Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`),
    `  "properties": { "check": ${JSON.stringify(check)} },`,
    '  "allOf": [',
    branches.map((branch) => `    ${JSON.stringify(branch)}`).join(',\n'),
    '  ],',
    '  "$defs": {',
    definitions.join(',\n'),
    '  }',
    '}\n',
  ].join('\n');
}

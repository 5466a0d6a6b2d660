import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileBuiltins } from '../../src/build/compile.ts';
import type { Ruleset } from '../../src/model/ruleset.ts';

const folder = fileURLToPath(new URL('../../rules/', import.meta.url));

/** The rules and formats as they stand in `rules/` now, not as they were when the command was built last. */
export function currentRuleset(): Ruleset {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.yaml'));
  const { rules, formats } = compileBuiltins(
    paths.map((name) => ({ path: `rules/${name}`, text: readFileSync(`${folder}${name}`, 'utf8') })),
  );
  return { rules, formats: new Map(formats.map((format) => [format.id, format])) };
}

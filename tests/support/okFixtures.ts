import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../fixtures/ok/', import.meta.url));

/** Files of `fixtures/ok`: whole sound documents. */
export function okFixtureNames(): readonly string[] {
  return readdirSync(folder).filter((name) => /\.(md|txt)$/.test(name));
}

/** The bytes of one of them. */
export function okFixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(`${folder}${name}`));
}

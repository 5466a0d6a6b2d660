import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FILES = { zhaosu: '000_608acf05b3629a7f.txt', awati: '001_6adf224105352427.txt' } as const;

/** The two founding documents; see docs/founding-documents.md. */
export type SeedName = keyof typeof FILES;

const folder = process.env.QINGDAN_SEEDS || fileURLToPath(new URL('../../../shared/seeds', import.meta.url));

/** Whether the founding documents are on this machine. In CI their absence is a failure, not a skip, but on GitHub. */
export const seedsPresent = Object.values(FILES).every((name) => existsSync(`${folder}/${name}`));

if (!seedsPresent) {
  const notice = `founding documents not found in ${folder} (set QINGDAN_SEEDS); the tests that need them are skipped`;
  // GitHub's machines cannot have them: they are not in the repository. Where someone says where they are, they must be.
  const expected = process.env.QINGDAN_SEEDS || (process.env.CI && !process.env.GITHUB_ACTIONS);
  if (expected) throw new Error(notice);
  console.warn(notice);
}

/** Path and bytes of a founding document. Call only where `seedsPresent`. */
export function seedDocument(name: SeedName): { readonly path: string; readonly bytes: Uint8Array } {
  const path = `${folder}/${FILES[name]}`;
  return { path, bytes: readFileSync(path) };
}

// Whether a tag may be released: `node .ci/releaseCheck.mjs v1.2.0`. With --notes it prints what the changelog says of it.
import { readFile } from 'node:fs/promises';

const [tag = '', flag] = process.argv.slice(2);
const root = new URL('../', import.meta.url);
const read = (name) => readFile(new URL(name, root), 'utf8');
const { version } = JSON.parse(await read('package.json'));
const lock = JSON.parse(await read('package-lock.json'));
const notes = notesOf(await read('CHANGELOG.md'), version);

const faults = [
  tag !== `v${version}` && `the tag is ${tag || 'missing'}, package.json says ${version}`,
  lock.version !== version && `package-lock.json says ${lock.version}, package.json ${version}`,
  notes === null && `CHANGELOG.md has no heading “## ${version} - YYYY-MM-DD”`,
  notes === '' && `CHANGELOG.md says nothing of ${version}`,
].filter(Boolean);
for (const fault of faults) console.error(`release: ${fault}`);
if (faults.length > 0) process.exitCode = 1;
else if (flag === '--notes') console.log(notes);

/** What stands below the heading of a version; null without such a heading. */
function notesOf(changelog, wanted) {
  const parts = changelog.split(/^## /m).slice(1);
  const part = parts.find(
    (text) => /^\[?([^\]\s]+)\]? - \d{4}-\d{2}-\d{2}\s*$/m.exec(text.split('\n', 1)[0])?.[1] === wanted,
  );
  return part === undefined ? null : part.slice(part.indexOf('\n')).trim();
}

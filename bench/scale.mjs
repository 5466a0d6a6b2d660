/**
 * Many documents: `npm --prefix bench ci && node bench/scale.mjs [--files 1000] [--peer-files 100] [--rounds 3]`.
 *
 * Writes invented lists of some 155 KB each (`tests/support/townships.ts`, the same bytes every time) into a folder of its
 * own and runs on them, the commands taking turns: qingdan with one and two threads, with an empty and with a full cache, and on
 * a part of the same files the peers, each in its own process. Of each the medians of files a second, of the processor time a
 * file and of peak memory. Needs GNU time (`/usr/bin/time`). Processor time is the fairer measure on a machine that is not quiet.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundled, here } from './bundled.mjs';

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '1000' },
    'peer-files': { type: 'string', default: '100' },
    rounds: { type: 'string', default: '3' },
  },
});
const [FILES, PEER_FILES, ROUNDS] = [values.files, values['peer-files'], values.rounds].map(Number);

delete process.env.NODE_EXTRA_CA_CERTS;
const { township, markdown, PLAINEST } = await bundled(`
  export { township } from './tests/support/townships.ts';
  export { markdown, PLAINEST } from './tests/support/layouts.ts';
`);

const folder = mkdtempSync(join(tmpdir(), 'qingdan-scale-'));
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

/** Runs a script of Node once; seconds and megabytes. GNU time counts its threads and children as well. */
function measure(args) {
  const meter = join(folder, 'meter.txt');
  const start = performance.now();
  const { error } = spawnSync('/usr/bin/time', ['-f', '%U %M', '-o', meter, process.execPath, ...args], {
    cwd: folder,
    stdio: 'ignore',
  });
  if (error) throw error;
  const [user, kilobytes] = readFileSync(meter, 'utf8').trim().split('\n').at(-1).split(' ').map(Number);
  return { wall: (performance.now() - start) / 1000, user, rss: kilobytes / 1024 };
}

function write(name, count) {
  mkdirSync(join(folder, name));
  let bytes = 0;
  const counties = Math.ceil(count / 50);
  for (let i = 0; i < count; i++) {
    const which = { county: i % counties, town: Math.floor(i / counties) };
    const text = markdown(township(which), { ...PLAINEST, rowsPerPage: 8 }, i + 1);
    bytes += Buffer.byteLength(text);
    writeFileSync(join(folder, name, `${String(i).padStart(5, '0')}.md`), text);
  }
  return bytes / count / 1000;
}

try {
  const size = write('all', FILES);
  write('some', PEER_FILES);
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  writeFileSync(join(folder, '.textlintrc.json'), '{ "rules": { "zh-half-and-full-width-bracket": true } }');
  const modules = here('node_modules');
  if (existsSync(modules)) symlinkSync(modules, join(folder, 'node_modules'));
  const qingdan = [here('../dist/qingdan.js'), 'check', '-q', '-o', 'out.txt'];
  const peer = (path, ...args) => (existsSync(join(modules, path)) ? [join(modules, path), ...args] : null);
  const fresh = () => rmSync(join(folder, 'cache'), { recursive: true, force: true });
  const commands = [
    ['qingdan --jobs 1', FILES, [...qingdan, 'all', '-j', '1']],
    ['qingdan --jobs 2', FILES, [...qingdan, 'all', '-j', '2']],
    ['qingdan --jobs 1 --cache, first run', FILES, [...qingdan, 'all', '-j', '1', '--cache=cache'], fresh],
    ['qingdan --jobs 1 --cache, second run', FILES, [...qingdan, 'all', '-j', '1', '--cache=cache']],
    ['qingdan --jobs 1', PEER_FILES, [...qingdan, 'some', '-j', '1']],
    ['autocorrect-node --lint', PEER_FILES, peer('autocorrect-node/cli.js', '--lint', 'some')],
    ['zhlint', PEER_FILES, peer('zhlint/bin/index.js', 'some/*.md')],
    ['textlint, one Chinese rule', PEER_FILES, peer('textlint/bin/textlint.js', 'some/*.md')],
    ['markdownlint-cli2', PEER_FILES, peer('markdownlint-cli2/markdownlint-cli2-bin.mjs', 'some/*.md')],
  ];
  const runs = commands.map(() => []);
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, [, , args, before]] of commands.entries()) {
      before?.();
      if (args) runs[i].push(measure(args));
    }
  console.log(
    `${FILES} files of ${size.toFixed(0)} KB (peers: ${PEER_FILES}), median of ${ROUNDS}, Node ${process.version}\n`,
  );
  console.log('| | files | files/s | user CPU ms/file | peak MB |\n|---|---|---|---|---|');
  for (const [i, [name, count]] of commands.entries()) {
    const of = (key) => median(runs[i].map((run) => run[key]));
    console.log(
      runs[i].length === 0
        ? `| ${name} | not installed: npm --prefix bench ci | | | |`
        : `| ${name} | ${count} | ${(count / of('wall')).toFixed(1)} | ${((1000 * of('user')) / count).toFixed(1)} | ${of('rss').toFixed(0)} |`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

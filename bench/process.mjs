/**
 * Time of the whole process on one document, as ratios against an empty Node start and against markdownlint-cli2
 * on the same file, all in one run, the commands taking turns so that a busy machine slows all of them alike.
 *
 *   npm --prefix bench ci && node bench/process.mjs [FILE…]
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROUNDS = 15;
const here = fileURLToPath(new URL('.', import.meta.url));
const seeds = process.env.QINGDAN_SEEDS ?? join(here, '../../shared/seeds');
const files = process.argv.slice(2).map((path) => resolve(path));
if (files.length === 0) {
  files.push(join(here, '../fixtures/ok/wangchuan.md'), join(here, '../fixtures/ok/shiqiao.txt'));
  const founding = ['000_608acf05b3629a7f.txt', '001_6adf224105352427.txt'].map((name) => join(seeds, name));
  files.push(...founding.filter((path) => existsSync(path)));
}

// It costs every Node 20 start some 35 ms and has nothing to do with what is measured.
delete process.env.NODE_EXTRA_CA_CERTS;
const folder = mkdtempSync(join(tmpdir(), 'qingdan-bench-'));
const peer = join(here, 'node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs');

function time({ args, env = {} }) {
  const start = process.hrtime.bigint();
  const { error } = spawnSync(process.execPath, args, {
    cwd: folder,
    stdio: 'ignore',
    env: { ...process.env, ...env },
  });
  if (error) throw error;
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const median = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];

try {
  for (const file of files) {
    const copy = join(folder, basename(file).replace(/\.[^.]*$/, '.md'));
    copyFileSync(file, copy);
    const commands = {
      node: { args: ['-e', '0'] },
      // The first run keeps the compiled form of the command, as the first one on any machine does.
      qingdan: { args: [join(here, '../dist/qingdan.js'), 'check', file] },
      afresh: {
        args: [join(here, '../dist/qingdan.js'), 'check', file],
        env: { NODE_DISABLE_COMPILE_CACHE: '1' },
      },
      ...(existsSync(peer) && { markdownlint: { args: [peer, copy] } }),
    };
    const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
    for (const command of Object.values(commands)) time(command);
    for (let round = 0; round < ROUNDS; round++) {
      for (const [name, command] of Object.entries(commands)) times[name].push(time(command));
    }
    const [node, qingdan, afresh, markdownlint] = ['node', 'qingdan', 'afresh', 'markdownlint'].map((name) =>
      median(times[name] ?? []),
    );
    console.log(`${basename(file)} (median of ${ROUNDS}, Node ${process.version})`);
    console.log(`  empty Node start   ${node.toFixed(0)} ms`);
    console.log(
      `  qingdan check      ${qingdan.toFixed(0)} ms = ${(qingdan / node).toFixed(1)} empty starts`,
    );
    console.log(`    compiled afresh  ${afresh.toFixed(0)} ms = ${(afresh / node).toFixed(1)} empty starts`);
    if (markdownlint) {
      const ratio = (markdownlint / qingdan).toFixed(1);
      console.log(`  markdownlint-cli2  ${markdownlint.toFixed(0)} ms = ${ratio} × qingdan`);
    } else console.log('  markdownlint-cli2  not installed: npm --prefix bench ci');
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

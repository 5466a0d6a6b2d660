// Time to check a document with all rules (outline and rules; reading is measured by reading.mjs), against
// remark-parse + remark-gfm building their tree of the same text in the same process. Both are given warm (median
// of many runs) and the first run, cold. The target is a quarter of remark. Usage: node bench/checking.mjs [FILE…]
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { bundled, here, median, seeds } from './bundled.mjs';

const files = process.argv.slice(2);
if (files.length === 0) {
  files.push(`${seeds}/000_608acf05b3629a7f.txt`, `${seeds}/001_6adf224105352427.txt`);
  files.push(here('../fixtures/ok/wangchuan.md'), here('../fixtures/ok/shiqiao.txt'));
}

const { read, outline, lint, builtinRuleset, parse } = await bundled(`
  export { read } from './src/readers/read.ts';
  export { outline } from './src/outline/outline.ts';
  export { lint } from './src/engine/lint.ts';
  export { builtinRuleset } from './src/ruleset/load.ts';
  import remarkGfm from 'remark-gfm';
  import remarkParse from 'remark-parse';
  import { unified } from 'unified';
  const processor = unified().use(remarkParse).use(remarkGfm).freeze();
  export const parse = (text) => processor.parse(text);
`);

const { rules, formats } = builtinRuleset();
for (const file of files.filter((path) => existsSync(path))) {
  const bytes = readFileSync(file);
  const source = await read(file, bytes);
  const check = () => lint(outline(source, formats), rules, 'zh');
  const timed = (call) => {
    const start = performance.now();
    call();
    return performance.now() - start;
  };
  const text = bytes.toString('utf8');
  const cold = { ours: timed(check), remark: timed(() => parse(text)) };
  const warm = { ours: await median(check), remark: await median(() => parse(text), 10) };
  const shown = ({ ours, remark }) =>
    `${ours.toFixed(1)} ms, remark ${remark.toFixed(0)} ms, ratio ${(ours / remark).toFixed(2)}`;
  console.log(`${basename(file)}, ${rules.length} rules\n  warm  ${shown(warm)}\n  first ${shown(cold)}`);
}

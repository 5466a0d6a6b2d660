// Time to read Markdown: the project's reader against remark-parse + remark-gfm building their tree of the same text,
// in one process, warm, median of many runs. The target is a tenth. Usage: node bench/reading.mjs [FILE…]
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { bundled, here, median, seeds } from './bundled.mjs';

const files = process.argv.slice(2);
if (files.length === 0) files.push(`${seeds}/000_608acf05b3629a7f.txt`, here('../fixtures/ok/wangchuan.md'));

const { read, parse } = await bundled(`
  export { read } from './src/readers/read.ts';
  import remarkGfm from 'remark-gfm';
  import remarkParse from 'remark-parse';
  import { unified } from 'unified';
  const processor = unified().use(remarkParse).use(remarkGfm).freeze();
  export const parse = (text) => processor.parse(text);
`);

for (const file of files) {
  if (!existsSync(file)) {
    console.log(`${file}: not there, passed over`);
    continue;
  }
  const bytes = readFileSync(file);
  const text = bytes.toString('utf8');
  const ours = await median(() => read('list.md', bytes));
  const remark = await median(() => parse(text));
  const tables = (await read('list.md', bytes)).blocks.filter((block) => block.type === 'table').length;
  console.log(
    `${basename(file)}: ${Math.round(bytes.length / 1024)} KB, ${tables} tables; ` +
      `read ${ours.toFixed(2)} ms, remark ${remark.toFixed(1)} ms, ratio ${(ours / remark).toFixed(3)}`,
  );
}

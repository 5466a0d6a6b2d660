import { expect, test } from 'vitest';
import { emptyFolder, run } from '../cli/qingdan.ts';

function list(name: string): string {
  return `# 云溪乡基本履职事项清单\n\n| 序号 | 事项类别 | 事项名称 |\n|---|---|---|\n| 1 | 党的建设 | ${name} |\n`;
}

test('a cell of a hundred thousand characters with a finding at every third is told finding by finding', async () => {
  const count = 33_000;
  const cwd = emptyFolder({ 'a.md': list('工作,'.repeat(count)) });
  const { stdout, stderr } = await run(['check', 'a.md', '-f', 'json'], { cwd });
  expect(stderr).toBe('');
  const { findings } = JSON.parse(stdout).files[0];
  const commas = findings.filter(({ ruleId }: { ruleId: string }) => ruleId === 'fullwidth-punctuation');
  expect(commas).toHaveLength(count);
  expect(new Set(commas.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(count);
  // A finding that repeated the whole name would be as long as the document.
  expect(commas[0].subject.itemName).toBe(`${'工作,'.repeat(100)}…`);
});

import { expect, test } from 'vitest';
import type { FileReport } from '../../src/model/report.ts';
import { type ReportOptions, renderReport } from '../../src/reports/formats.ts';
import { cleanFile, failedFile, faultyFile, sampleFinding, sampleReport } from './sampleReport.ts';
import { readCommands } from './workflowCommands.ts';

const options: ReportOptions = { language: 'zh', color: false, width: 80, quiet: false };

async function linesOf(files: readonly FileReport[], over: Partial<ReportOptions> = {}) {
  return (await renderReport('github', sampleReport(files), { ...options, ...over })).split('\n');
}

test('files that could not be checked come first, and the counts are the last line', async () => {
  expect(await linesOf([{ ...cleanFile, findings: [sampleFinding()] }, failedFile])).toEqual([
    '::error file=lists/扫描件.pdf,title=无法检查::这是 PDF 文件，目前还不能读取。请复制其中的文字，存为 .txt 文件再检查。',
    '::error file=lists/石桥乡.md,title=配合履职事项清单 第27项 · 对应上级部门 (department-named),line=215,endLine=215,col=34,endColumn=38::“相关部门”没有指明任何部门，出了问题无人负责%0A→ 写明负责的部门，例如“县卫生健康委”',
    '1 个错误，0 个警告，0 个提示（2 个文件，252 个事项）',
    '',
  ]);
});

test('infos are notices, and a place over several lines has no columns', async () => {
  const finding = sampleFinding({
    severity: 'info',
    location: {
      ...sampleFinding().location,
      end: { line: 217, column: 2, offset: 5200 },
    },
  });
  const [command] = readCommands((await linesOf([{ ...cleanFile, findings: [finding] }])).join('\n'));
  expect([command?.name, command?.properties]).toEqual([
    'notice',
    {
      file: 'lists/石桥乡.md',
      title: '配合履职事项清单 第27项 · 对应上级部门 (department-named)',
      line: '215',
      endLine: '217',
    },
  ]);
});

test('an empty place is marked one column wide', async () => {
  const commands = readCommands((await linesOf([faultyFile])).join('\n'));
  expect(commands.map(({ properties: { col, endColumn } }) => `${col}-${endColumn}`)).toEqual([
    '40-41',
    '3-4',
    '34-38',
    '34-38',
    '20-21',
    '20-21',
  ]);
});

test('a file name and a message with everything that a command gives a meaning to arrive whole', async () => {
  const path = 'a,b:c=d%25::e\r\n.md';
  const message = '100%，::error::%0A，a=b';
  const file = { ...cleanFile, path, findings: [sampleFinding({ message, suggestions: [] })] };
  const [command] = readCommands((await linesOf([file])).join('\n'));
  expect([command?.properties.file, command?.message]).toEqual([path, message]);
});

test('quiet keeps errors, and a run without findings still says so', async () => {
  const quiet = readCommands((await linesOf([faultyFile], { quiet: true })).join('\n'));
  expect(quiet.map(({ name }) => name)).toEqual(['error', 'error', 'error', 'error']);
  expect(await linesOf([cleanFile], { language: 'en' })).toEqual([
    '0 errors, 0 warnings, 0 infos (1 file, 252 items)',
    '',
  ]);
});

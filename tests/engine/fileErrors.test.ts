import { describe, expect, it } from 'vitest';
import { FILE_ERROR_CODES, fileError } from '../../src/engine/fileErrors.ts';
import { failedFile, makeReport } from '../../src/engine/report.ts';
import { schemaErrors } from '../support/reportSchema.ts';

describe('errors of files', () => {
  const data = {
    line: 33,
    size: 30_000_000,
    limit: 20_000_000,
    kind: 'pdf',
    titles: '甲',
    headers: '乙',
    lists: '丙',
    where: '丁',
    reason: '戊',
  };

  it.each(FILE_ERROR_CODES)('%s says in both languages what is wrong, with nothing left open', (code) => {
    for (const language of ['zh', 'en'] as const) {
      const error = fileError(code, data, language);
      expect(error.code).toBe(code);
      expect(error.message).not.toMatch(/[{}?？]/);
      expect(error.message.length).toBeGreaterThan(15);
    }
    expect(fileError(code, data, 'zh').message).toMatch(/[\u4e00-\u9fff]/);
  });

  it('names the way out for each kind of file that is not read', () => {
    for (const kind of [
      'docx',
      'xlsx',
      'pdf',
      'doc',
      'xls',
      'pptx',
      'odf',
      'ofd',
      'zip',
      'image',
      'rtf',
      'wps',
      'et',
      'ole',
    ])
      expect(fileError('unsupported-format', { kind }, 'zh').message).toMatch(/请|需先/);
    expect(fileError('unsupported-format', { kind: 'docx', damaged: 'yes' }, 'zh').message).toBe(
      '文件不完整或已损坏，可能没有下载或复制完。请找到完整的原文件。暂不支持 docx 文件，请在 Word 或 WPS 中另存为纯文本（.txt，UTF-8），或导出为 Markdown',
    );
    expect(fileError('unsupported-format', { kind: 'xlsx', damaged: 'yes' }, 'en').message).toBe(
      'the file is cut off or damaged, perhaps on its way; find the whole one. xlsx files cannot be read yet: save the sheet from Excel or WPS as .csv, or copy all of it into a text editor and save that as .txt',
    );
  });

  it('say where an encoding breaks, and what it looked like', () => {
    const damaged = { guess: 'utf-8', byte: '0xFF', offset: 120, line: 4, column: 9 };
    expect(fileError('encoding', damaged, 'zh').message).toContain('看起来是 UTF-8，但第4行第9列的字节 0xFF');
    expect(fileError('encoding', { ...damaged, guess: 'unknown' }, 'zh').message).toContain(
      '无法识别文字编码',
    );
  });

  it('tell too many lines or cells from too many bytes', () => {
    expect(fileError('too-large', { what: 'parts', limit: 500_000 }, 'zh').message).toContain(
      '行数或单元格数',
    );
    expect(
      fileError('too-large', { what: 'bytes', limit: 20 << 20, size: 21_600_000 }, 'zh').message,
    ).toContain('20.6 MB，上限 20 MB');
  });

  it('make a report of a file that fits the schema and counts as failed', () => {
    const report = makeReport([failedFile('缺失.md', 'not-found', {}, 'zh')], '0.1.0');
    expect(report).toEqual({
      schemaVersion: 1,
      tool: { name: 'qingdan-lint', version: '0.1.0' },
      summary: { files: 1, items: 0, errors: 0, warnings: 0, infos: 0, fixable: 0, suppressed: 0, failed: 1 },
      rules: [],
      files: [
        {
          path: '缺失.md',
          reader: null,
          format: null,
          lists: [],
          statedCounts: [],
          rules: [],
          unread: [],
          ignores: [],
          findings: [],
          suppressed: [],
          error: { code: 'not-found', message: '找不到这个文件。请检查路径和文件名' },
        },
      ],
    });
    expect(schemaErrors(report)).toEqual([]);
  });
});

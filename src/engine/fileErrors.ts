import type { ReadErrorCode } from '../model/errors.ts';
import type { Localized } from '../model/format.ts';
import type { FileError } from '../model/report.ts';
import { fillTemplate, type TemplateData } from './template.ts';

/** Why a file could not be checked. The codes stand in reports and are stable. */
export type FileErrorCode =
  | ReadErrorCode
  | 'not-found'
  | 'no-permission'
  | 'is-directory'
  | 'no-match'
  | 'no-drafts'
  | 'unreadable'
  | 'outside'
  | 'no-list'
  | 'no-items'
  | 'internal';

/** Kinds of files that are known and not read, with the way to a file that is. */
const WORD: Localized = {
  zh: '请在 Word 或 WPS 中另存为纯文本（.txt，UTF-8），或导出为 Markdown',
  en: 'save it from Word or WPS as plain text (.txt, UTF-8), or export it as Markdown',
};
const SHEET: Localized = {
  zh: '请在 Excel 或 WPS 中把工作表另存为 .csv，或全选复制，粘贴到记事本，存为 .txt',
  en: 'save the sheet from Excel or WPS as .csv, or copy all of it into a text editor and save that as .txt',
};

const WAYS_OUT: Readonly<Record<string, Localized>> = {
  docx: WORD,
  doc: WORD,
  wps: WORD,
  xlsx: SHEET,
  xls: SHEET,
  et: SHEET,
  pdf: {
    zh: '请先把 PDF 的文字提取为纯文本（.txt），例如用 pdftotext -raw',
    en: 'take the text out of the PDF first (.txt), with pdftotext -raw for example',
  },
  ofd: {
    zh: '请先用 OFD 阅读器把文字导出为纯文本（.txt）',
    en: 'export the text from an OFD reader first (.txt)',
  },
  pptx: {
    zh: '请把清单内容复制到文本文件（.txt，UTF-8）中',
    en: 'copy the list into a text file (.txt, UTF-8)',
  },
  rtf: {
    zh: '请在 Word 或 WPS 中另存为纯文本（.txt，UTF-8）',
    en: 'save it from Word or WPS as plain text (.txt, UTF-8)',
  },
  odf: {
    zh: '请在 LibreOffice 或 WPS 中另存为纯文本（.txt，UTF-8）',
    en: 'save it from LibreOffice or WPS as plain text (.txt, UTF-8)',
  },
  zip: { zh: '请先解压，再检查其中的文件', en: 'unpack it first and check the files inside' },
  image: {
    zh: '图片需先识别文字（OCR），存为纯文本（.txt）',
    en: 'recognise the text of the picture first (OCR) and save it as plain text (.txt)',
  },
};

/** Kinds whose id is no word for people. */
const NAMES: Readonly<Record<string, Localized>> = {
  pdf: { zh: 'PDF', en: 'PDF' },
  ofd: { zh: 'OFD', en: 'OFD' },
  odf: { zh: 'OpenDocument（.odt、.ods）', en: 'OpenDocument (.odt, .ods)' },
  zip: { zh: '压缩', en: 'archive' },
  image: { zh: '图片', en: 'picture' },
  ole: { zh: '这种 Office ', en: 'these Office' },
};

const OTHER_WAY_OUT: Localized = {
  zh: '请另存为 Markdown 或纯文本（UTF-8）',
  en: 'save it as Markdown or plain text (UTF-8)',
};

/** Each message says what is wrong and what to do; `{…}` is filled from the error's data. */
const MESSAGES: Readonly<
  Record<FileErrorCode | 'too-large-parts' | 'encoding-damaged' | 'unsupported-damaged', Localized>
> = {
  empty: {
    zh: '文件是空的。请确认保存时没有丢失内容',
    en: 'the file is empty; make sure that its content was saved',
  },
  'too-large': {
    zh: '文件过大（{size}，上限 {limit}）。一份清单通常只有几百 KB：请确认是不是选错了文件，或拆分后再检查',
    en: 'the file is too large ({size}, the limit is {limit}); a list usually has a few hundred KB, so make sure that it is the right file, or split it first',
  },
  'too-large-parts': {
    zh: '文件的行数或单元格数超过上限（{limit}）。请确认内容没有损坏，或拆分后再检查',
    en: 'the file has more lines or cells than the limit of {limit}; make sure that it is not damaged, or split it first',
  },
  binary: {
    zh: '这不是文本文件，或者已经损坏。请打开原文件，另存为 Markdown 或纯文本（UTF-8）后再检查',
    en: 'this is no text file, or a damaged one; open the original, save it as Markdown or plain text (UTF-8) and check that',
  },
  'unsupported-format': {
    zh: '暂不支持{kind}文件。{wayOut}',
    en: '{kind} files cannot be read yet; {wayOut}',
  },
  'unsupported-damaged': {
    zh: '文件不完整或已损坏，可能没有下载或复制完。请找到完整的原文件。暂不支持{kind}文件，{wayOut}',
    en: 'the file is cut off or damaged, perhaps on its way; find the whole one. {kind} files cannot be read yet: {wayOut}',
  },
  encoding: {
    zh: '无法识别文字编码：既不是 UTF-8、UTF-16，也不是 GB18030（GBK）。请用记事本或 WPS 另存为 UTF-8 后再检查',
    en: 'the encoding is none of UTF-8, UTF-16 and GB18030 (GBK); save the file as UTF-8 and check it again',
  },
  'encoding-damaged': {
    zh: '文字编码看起来是 {guess}，但第{line}行第{column}列的字节 {byte} 不合规，文件可能已损坏。请打开原文件，另存为 UTF-8 后再检查',
    en: 'the encoding looks like {guess}, but the byte {byte} at line {line}, column {column} does not fit; the file may be damaged, so open the original and save it as UTF-8',
  },
  'side-by-side': {
    zh: '从第{line}行起，表格的各列左右并排，只用空格隔开（多半是用 pdftotext -layout 提取的），一行里混着几格的文字，无法分清。请不要加 -layout，用 pdftotext -raw 重新提取；或者把表格复制到 Excel 或 WPS 表格，另存为 .csv 再检查',
    en: 'from line {line} on the columns of the tables stand side by side with only spaces between them (most likely from pdftotext -layout), so that a line mixes words of several cells; extract the text again with pdftotext -raw, without -layout, or copy the tables into a spreadsheet and save it as .csv',
  },
  'not-found': {
    zh: '找不到这个文件。请检查路径和文件名',
    en: 'there is no such file; check its path and name',
  },
  'no-permission': {
    zh: '没有权限读取这个文件。请检查文件权限，或先关闭正在使用它的程序',
    en: 'the file may not be read; check its permissions, or close the program that uses it',
  },
  'is-directory': {
    zh: '这是文件夹，不是文件。请给出其中的文件，或用通配符，例如 清单/*.md',
    en: 'this is a folder, not a file; name the files in it or use a pattern such as lists/*.md',
  },
  'no-match': {
    zh: '没有文件符合这个通配符。请检查写法和所在文件夹；被 .gitignore 或配置忽略的文件，可以加 --no-ignore',
    en: 'no file matches this pattern; check it and the folder, or add --no-ignore for files that .gitignore or the config leaves out',
  },
  'no-drafts': {
    zh: '文件夹里没有可以检查的文件（.md、.markdown、.txt、.csv）。请检查文件夹；被 .gitignore 或配置忽略的文件，可以加 --no-ignore',
    en: 'the folder holds no file to check (.md, .markdown, .txt, .csv); check its name, or add --no-ignore for files that .gitignore or the config leaves out',
  },
  unreadable: {
    zh: '系统无法读取这个文件。请确认磁盘或网络位置正常，再试一次',
    en: 'the system cannot read this file; make sure that the disk or network place works, and try again',
  },
  outside: {
    zh: '这是指向别处的链接，没有读取：只检查仓库里的文件。请把文件本身放进仓库',
    en: 'this is a link that leads elsewhere and was not read: only files of the repository are checked; add the file itself',
  },
  'no-list': {
    zh: '没有找到履职事项清单：既没有名为{titles}的标题，也没有以“{headers}”等为表头的表格。请确认文件内容；如果本县用别的标题或表头，请在格式文件中写明',
    en: 'no duty list was found: neither a title such as {titles} nor a table with headers such as “{headers}”; check the file, or declare the county’s own titles and headers in a format file',
  },
  'no-items': {
    zh: '找到了{lists}，但其中没有一个事项。请确认表格内容没有丢失，且每一行都以序号开头',
    en: '{lists} was found, but no item in it; make sure that the rows were not lost and that each begins with its number',
  },
  internal: {
    zh: '检查工具自身出错（{where}）：{reason}。这不是文件的问题，请把文件和本条信息一起反馈给维护者',
    en: 'the tool itself failed ({where}): {reason}; this is no fault of the file, please report it with the file',
  },
};

/** The codes of all file errors. */
export const FILE_ERROR_CODES: readonly FileErrorCode[] = [
  'empty',
  'too-large',
  'binary',
  'unsupported-format',
  'encoding',
  'side-by-side',
  'not-found',
  'no-permission',
  'is-directory',
  'no-match',
  'no-drafts',
  'unreadable',
  'outside',
  'no-list',
  'no-items',
  'internal',
];

/**
 * The error as it stands in the report.
 * @param data values for the message, see `ReadError`; what it needs and lacks is shown as `?`
 */
export function fileError(code: FileErrorCode, data: TemplateData, language: 'zh' | 'en'): FileError {
  const wayOut = WAYS_OUT[String(data.kind ?? '')] ?? OTHER_WAY_OUT;
  const values = {
    ...data,
    wayOut: wayOut[language],
    kind: kindName(String(data.kind ?? ''), language),
    guess: String(data.guess ?? '').toUpperCase(),
    ...(data.what === 'bytes' ? { size: megabytes(data.size), limit: megabytes(data.limit) } : {}),
  };
  return { code, message: fillTemplate(MESSAGES[messageKey(code, data)][language], values, () => '?') };
}

/** The name of a kind within a sentence; a word in Latin letters has a space around it in Chinese. */
function kindName(kind: string, language: 'zh' | 'en'): string {
  const name = NAMES[kind]?.[language] ?? kind;
  return language === 'zh' && /^[\w.]/.test(name) ? ` ${name.trim()} ` : name;
}

function megabytes(bytes: unknown): string {
  return `${Math.ceil((Number(bytes) / (1 << 20)) * 10) / 10} MB`;
}

function messageKey(code: FileErrorCode, data: TemplateData): keyof typeof MESSAGES {
  if (code === 'unsupported-format' && data.damaged !== undefined) return 'unsupported-damaged';
  if (code === 'too-large' && data.what === 'parts') return 'too-large-parts';
  const guessed = data.guess !== undefined && data.guess !== 'unknown' && data.line !== undefined;
  return code === 'encoding' && guessed ? 'encoding-damaged' : code;
}

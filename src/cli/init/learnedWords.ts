import type { DoubtCode } from '../../outline/learnFormat.ts';
import type { Language } from '../../reports/words.ts';

type Sentences = Readonly<Record<DoubtCode, string>>;

/** Every doubt about a learned format as a sentence; `{word}` is filled from the doubt's data. */
const zhDoubts: Sentences = {
  'county-unknown': '样本里找不到县（区、市、旗）的名称。请在 countyNames 里写上，例如 countyNames: [青石县]',
  'county-guessed': '县名“{county}”只见于标题或正文（出现 {count} 次），部门前没有写',
  'not-detected': '没有能认出本县文件的词，所以检查时要写 --county，或者在 detect 里写上县名',
  'list-missing': '样本里没有{list}，这份清单的写法没有学到',
  'title-new': '“{title}”当作{list}的标题：它在这份清单的正上方',
  'header-by-place': '表头“{word}”按位置当作“{role}”（见到 {count} 次）',
  'header-by-content': '表头“{word}”按栏里的内容当作“{role}”（见到 {count} 次）',
  'header-note': '表头“{word}”不是清单规定的栏目，当作备注，不检查（见到 {count} 次）',
  'header-conflict': '这些表头在不同的表里内容不同，请确定各是哪一栏：{words}',
  'unit-new': '表头“{word}”里的“{unit}”当作乡镇的自称',
  'column-missing': '{list}没有“{role}”一栏，所以不要求有。如果是漏了，删去这一条',
  'column-empty': '{list}的“{role}”一栏常空着，所以允许空。如果是漏填，删去这一条',
  'numbering-unclear': '看不出序号是全表连续还是每类重新开始（连续 {on} 处，重新开始 {again} 处）',
  'categories-closed':
    '只认这 {count} 个类别，其他名称都会报告。别的乡镇还有其他类别的，补上；不想限制的，改为 closed: false',
  'category-once': '样本里只有 1 项的类别有 {count} 个，请核对名称：{names}',
  'category-slip': '“{name}”（{count} 项）像是“{near}”的笔误，没有列入',
  'category-order': '{list}里“{name}”在“{other}”前面，别的清单里在后面。请确定先后',
  'category-row': '这些字独占一行或紧跟序号，当作类别（{count} 个）：{names}',
  'department-once': '样本里只出现 1 次的部门有 {count} 个，请核对名称：{names}',
  'department-slip': '“{name}”只出现 1 次，像是“{near}”的笔误，没有列入',
  'department-forms': '“{name}”在样本里有几种写法：{forms}。请定一种',
  'department-short-only': '样本里只写简称的部门有 {count} 个，照样本列出；知道全称的，改成全称：{names}',
  'department-same':
    '“{short}”可能是“{long}”的简称；如果是，写进 departments.shortForms，并从 registry 删去简称',
  'department-new': '“{name}”看不出是部门，因为写在部门栏里、前后都是顿号或逗号，当作部门名称（{count} 次）',
  'department-unread': '部门栏里这些字没有读懂：{words}',
  'label-new': '“{label}：”当作收回清单里的标签（{count} 处）',
  'phrase-new': '“{phrase}”写明的数与清单相符，当作写明数量的说法：{template}',
  unread: '样本里有 {count} 处没有读懂。用 qingdan check 检查样本可以看到是哪里',
};

const enDoubts: Sentences = {
  'county-unknown':
    'the sample does not name its county; write it into countyNames, for example countyNames: [青石县]',
  'county-guessed':
    'the county’s name “{county}” stands in titles or running text only ({count}×), not before departments',
  'not-detected': 'no word tells a document of this county, so use --county or write the county into detect',
  'list-missing': 'the sample has no {list}; how it is written was not learned',
  'title-new': '“{title}” is taken for the title of {list}, because it stands right above it',
  'header-by-place': 'the header “{word}” is taken for “{role}” by its place (seen {count}×)',
  'header-by-content': 'the header “{word}” is taken for “{role}” by what stands below it (seen {count}×)',
  'header-note':
    'the header “{word}” is no column of a duty list; it is taken for a note and not checked (seen {count}×)',
  'header-conflict':
    'these headers stand above different things in different tables; say which column they are: {words}',
  'unit-new': '“{unit}” in the header “{word}” is taken for what the township calls itself',
  'column-missing': '{list} has no column “{role}”, so it is not required; delete this if it was forgotten',
  'column-empty':
    'the column “{role}” of {list} is often empty, so it may be; delete this if it was forgotten',
  'numbering-unclear':
    'whether numbers go on over a list or start again in each category is unclear (on {on} times, again {again} times)',
  'categories-closed':
    'only these {count} categories are known and any other is reported; add those of other townships, or set closed: false',
  'category-once': 'check the names of categories with one item only ({count}): {names}',
  'category-slip': '“{name}” ({count} items) looks like a slip of “{near}” and was left out',
  'category-order':
    '“{name}” stands before “{other}” in {list} and behind it in another list; decide the order',
  'category-row':
    'words that have a row to themselves or stand beside the numbers are taken for categories ({count}): {names}',
  'department-once': 'check the names of departments that occur only once ({count}): {names}',
  'department-slip': '“{name}” occurs once, looks like a slip of “{near}” and was left out',
  'department-forms': '“{name}” is written in several forms: {forms}; decide on one',
  'department-short-only':
    'some departments ({count}) are written in short form only and are listed so; write the full names where you know them: {names}',
  'department-same':
    '“{short}” may be a short form of “{long}”; if so, write it into departments.shortForms and delete it from registry',
  'department-new':
    '“{name}” has no ending of a department; it is taken for one because it stands alone in a department cell ({count}×)',
  'department-unread': 'these words in department cells were not understood: {words}',
  'label-new': '“{label}：” is taken for a label of the withdrawn list ({count}×)',
  'phrase-new': '“{phrase}” agrees with the lists and is taken for a phrase that states a count: {template}',
  unread: 'places of the sample that were not understood: {count}; qingdan check shows where',
};

/** Marks behind single words of a list, for doubts that are about many. */
const MARKS: Readonly<Record<Language, Readonly<Partial<Record<DoubtCode, string>>>>> = {
  zh: { 'category-once': '只有 1 项', 'department-once': '只出现 1 次', 'category-row': '按位置' },
  en: { 'category-once': 'one item', 'department-once': 'once', 'category-row': 'by its place' },
};

/** The sentence of a doubt, with places for its data. */
export function doubtTemplate(code: DoubtCode, language: Language): string {
  return (language === 'zh' ? zhDoubts : enDoubts)[code];
}

/** The mark behind a word that such a doubt is about, or null where the doubt is told before it. */
export function doubtMark(code: DoubtCode, language: Language): string | null {
  return MARKS[language][code] ?? null;
}

/** The words of a learned format's file and of the command that writes it. */
export interface LearnedWords {
  readonly heading: (county: string | null, sample: string) => string;
  readonly check: string;
  readonly list: (list: string, items: number, categories: number) => string;
  readonly categoriesIn: Readonly<Record<'column' | 'headings' | 'nowhere', string>>;
  readonly header: (words: readonly string[]) => string;
  readonly units: (units: readonly string[]) => string;
  readonly phrases: (phrases: readonly string[]) => string;
  readonly known: string;
  readonly keys: Readonly<Record<string, string>>;
  readonly forms: (forms: readonly { readonly form: string; readonly count: number }[]) => string;
}

/** The words of a learned format's file by language. */
export const LEARNED_WORDS: Readonly<Record<Language, LearnedWords>> = {
  zh: {
    heading: (county, sample) =>
      `${county ?? '本县'}的清单格式，由 ${sample} 学得。标着“请核对”的地方，看过以后可以删去注释。`,
    check: '请核对：',
    list: (list, items, categories) => `${list}：${items} 项，${categories} 类`,
    categoriesIn: { column: '类别占一栏', headings: '类别写在事项上方', nowhere: '没有类别' },
    header: (words) => `表头 ${words.join(' | ')}`,
    units: (units) => `乡镇的自称：${units.join('、')}`,
    phrases: (phrases) => `写明数量的说法：${phrases.join('，')}`,
    known: '这里没有写的，都与通用格式（base）相同。',
    keys: {
      id: '命令行 --county 和配置里用的名称',
      detect: '文件里两次以上出现这些词，就自动用这个格式',
      countyNames: '部门名称前面可能写的县名',
      units: '乡镇的自称，填在表头的 {unit} 处',
      lists: '清单的标题和栏目',
      headers: '通用格式不认识的表头',
      numbering: 'list 全表连续，category 每类从 1 开始',
      'categories.names': '按先后顺序',
      'departments.prefixes': '写在上级部门前面的地名',
      'departments.names': '从末尾的字看不出是部门的名称，不带“县”',
      'departments.registry': '样本里写到的本县部门。名单以外的会报告；同一部门的简称不必再列',
      handover: '收回清单里的标签',
      statements: '写明数量的说法：{n} 数，{list} 清单名，{names} 一串名称，{name} 一个类别',
    },
    forms: (forms) => `文中写作 ${forms.map(({ form, count }) => `${form} ${count} 次`).join('，')}`,
  },
  en: {
    heading: (county, sample) =>
      `The format of ${county ?? 'the county'}, learned from ${sample}. Delete a comment that says “check” when you did.`,
    check: 'check: ',
    list: (list, items, categories) => `${list}: ${items} items, ${categories} categories`,
    categoriesIn: {
      column: 'categories in a column',
      headings: 'categories above their items',
      nowhere: 'no categories',
    },
    header: (words) => `header ${words.join(' | ')}`,
    units: (units) => `The township calls itself ${units.join(', ')}.`,
    phrases: (phrases) => `Phrases that state counts: ${phrases.join(', ')}`,
    known: 'What is not said here is as in the base format.',
    keys: {
      id: 'the name for --county and in configs',
      detect: 'the format is chosen by itself where these words stand twice or more',
      countyNames: 'the county as it may stand before a department',
      units: 'what the township calls itself; fills {unit} in headers',
      lists: 'titles and columns of the lists',
      headers: 'header words that the base format does not know',
      numbering: 'list: numbers go on over a list; category: they start again in each',
      'categories.names': 'in their order',
      'departments.prefixes': 'places written before bodies above the county',
      'departments.names': 'names that no ending tells, without 县',
      'departments.registry':
        'the departments of the county that the sample names; any other is reported, short forms of these aside',
      handover: 'labels of the withdrawn list',
      statements:
        'phrases that state a count: {n} number, {list} name of a list, {names} several names, {name} one category',
    },
    forms: (forms) => `written ${forms.map(({ form, count }) => `${form} ${count}×`).join(', ')}`,
  },
};

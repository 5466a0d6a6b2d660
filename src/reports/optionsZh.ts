/**
 * What the options of checks do, in Chinese, by `kind.path` (`pattern.patterns[].forbid`). Their schemas say it in
 * English; where an entry is missing here, that is shown. `COLUMN` stands for any column.
 */
export const OPTIONS_ZH: Readonly<Record<string, string>> = {
  'lists.expected': '一份完整的文件有哪几份清单',
  'lists.always':
    '是否每个文件都要齐全。否则，只有一份清单、也没有提到其他清单的文件，当作分开存放的文件之一',
  'columns.report':
    '报告什么：缺少规定的栏目（missing），收回清单没有类别而其他清单有（uncategorised），表头不是认得的写法（renamed），两栏用了同一个表头（repeated），某一页的栏目与其他页不同（differing）',
  'row-shape.except': '这些栏目空着时由别的规则报告',
  'sequence.start': '第一项的序号',
  'sequence.restart':
    '序号从哪里重新开始：每份清单（list）、每个类别（category）、看文件怎么写（auto）、按县格式的规定（format）',
  'vocabulary.words': '`on.column` 那一栏可以写哪些词，空格不计。空着则为县格式里的类别，查类别一栏',
  'departments.report':
    '报告什么：没有写明部门的事项（none），部门栏里不是部门名称的字（notName），与部门并列的“有关部门”之类（nobody）',
  'department-duties.report':
    '报告什么：列出了部门，职责里写了别的部门却没有写它（idle）；只在别的部门的职责里提到它（passive）；职责以某部门开头，部门栏却没有列（unlisted）',
  'department-consistency.exempt': '不作比较的名称（不带“县”）：一个名称指几个单位的，例如“人大”',
  'department-consistency.withoutPrefix': '可以不写“县”的名称：法律里就写“人民法院”',
  'department-county-name.in':
    '看哪些地方：部门栏和承接部门（column），职责里的部门小标题（heading），句子里（text）',
  'department-county-name.atLeast': '同一处的名称里，通常的写法至少是例外的多少倍，才报告例外',
  'department-separators.atLeast': '通常的分隔符至少是例外的多少倍，才报告例外',
  'department-cell.report':
    '报告什么：部门名称旁边的职责文字（duty），名称中间或分隔符旁边的换行（break，只看有表格标记的文件），那里的空格（space），第一个名称之前、最后一个之后的标点（mark）',
  'county-department-forms.exempt': '不作比较的名称（不带“县”）：法律和习惯上有几种写法',
  'county-items.majority':
    '多少（百分比）的乡镇对应的部门相同时，逐一报告其余的；没有这样的多数时，只报告一处',
  'count.compare':
    '核对哪些数目：事项（items），类别及列出的名称（categories），部门（departments），一类的事项（itemsInCategory），分项之和（sum）',
  'clause-numbering.report':
    '报告什么：编号不连续（order），编号后的点漏了或不对（mark），只有一条却编了号而别处都不编（single）',
  'numbering-levels.report':
    '报告什么：与全文不一致、层次不对的编号（mixed），通篇一致但不合公文格式的写法（throughout）',
  'group-headings.atLeast': '带冒号的部门小标题至少是不带冒号的多少倍，才报告不带的',
  'repeated-clauses.report':
    '报告什么：同一标题下重复的条款（within），与上级部门职责逐字相同的配合职责条款（across）',
  'enumerations.report':
    '报告什么：用顿号并列的词语里重复的词（repeated），“一是……二是……”“第一，……第二，……”的跳号、重号（ordinal）',
  'section-pairs.report':
    '报告什么：小标题差一两个字（changed），相同而先后不同（order），一个比另一个多几个字（extended），只有一边有（number）',
  'handover-shape.report':
    '报告什么：没有写明承接部门（department），没有写明承接方式（manner），标签漏了或与全文不同（labels）',
  'same-matter.compare':
    '比较哪些事项：同一份清单之内（oneList），基本与配合之间（twoLists），收回的与其他两份之间（withdrawn）',
  'dates.first': '文件日期最早可以是哪一年',
  'dates.last': '文件日期最晚可以是哪一年',
  'unread.report': '报告什么：像事项的行（rows），不是清单的表格（table），清单中间的正文（text）',
  'punctuation-width.report':
    '报告什么：汉字旁边的半角 , ; : ? !（mark），包着汉字或跟在汉字后面的半角括号（bracket），句末的半角点（stop），直引号（quote），形似而不是标点的符号，例如 ﹑（lookalike），文号的年份不用〔〕（year）',
  'spaces.habit': '同一种编号里，编号后有空格的占多大比例以内才算偶然，超过的当作文件自己的写法',
  'trailing-spaces.atLeast': '连着多少个空格才报告；全角空格一个就算',
  'paired-marks.report':
    '报告什么：只有一半（unclosed、unopened），方向反了（reversed），交叉（crossed），同样的引号、书名号套在里面（nested），里面是空的（empty）',
  'garbage.report':
    '报告什么：转换时丢失的字符 � 和 ??（lost），专用字体的字符（unknown），控制字符和零宽字符（invisible），编码读错的文字（encoding），同一个引号、括号或符号连着三个以上（marks），中文里夹着的一个小写字母（letter）',
  'markup.report':
    '报告什么：HTML 标签，完整的和残缺的（tag），&nbsp; 之类（entity），Markdown 的链接和图片（link），脚注号（footnote），** ~~ `（emphasis），公式和反斜杠（formula），表格的竖线（bar），标题前的 #（heading），Word、Excel 的域代码和错误值（field）',
  'repeated-words.doubled': '本来就重叠的词，例如“往往”',
  'repeated-words.slips': '重叠的词连同后面的字，其实是多写了，例如“频频率”',
  'repeated-words.phrases': '其中的重叠没有错的词语，例如“方方面面”“人人参与”',
  'repeated-words.words': '其中同一个词接连出现两次而没有错的，例如“救助救助对象”',
  'repeated-words.meetings':
    '两个词相接，前一个的末字与后一个的首字相同，写作 X：A｜B：X 是这个字，A 是它前面可以有的字，B 是后面可以有的字，用空格隔开。水：用饮｜源 质，表示“用水水源”“饮水水质”没有错',
  'consistent.groups[].prefer': '几种写法混用时以这一种为准，哪怕另一种更多',
  'pattern.patterns': '一组正则表达式，每一个写 forbid 或 demand',
  'pattern.patterns[].forbid':
    '不许出现的写法。JavaScript 的正则表达式（Unicode 模式），没有前瞻、后顾和反向引用；^ 和 $ 是行首行尾。每一处都报告',
  'pattern.patterns[].demand': '范围内每段文字都必须有的写法',
  'pattern.patterns[].reason': '理由，填在提示语的 {reason} 处：文字，或 { zh: …, en: … }',
  'pattern.patterns[].replace':
    '建议改成什么；$1、$<名称> 代表分组，$& 代表匹配到的全部，$$ 代表美元符号。写空则建议删去',
  'pattern.patterns[].fix': '这样改是否不用问人',
  'pattern.patterns[].except': '这些词里面的、与它们重叠的不算',
  'frames.frames': '成对的词语。前后两个词要在同一个分句里（中间没有，。；：！？），相距不超过 60 个字',
  'frames.frames[].open': '前一个词，一个或几个',
  'frames.frames[].close': '后一个词，一个或几个',
  'frames.frames[].without': '两个词之间有其中之一时没有错，不报告',
  'frames.frames[].behind': '前一个词的前面、同一个分句里必须有其中之一',
  'frames.frames[].first': '前一个词是否必须在分句的开头；编号、括号和作主语的部门不计',
  'frames.frames[].last': '后一个词是否必须在分句的末尾',
  'frames.frames[].become': '建议把两个词改成什么。写空则建议删去',
  'frames.frames[].become.open': '前一个词改成什么',
  'frames.frames[].become.close': '后一个词改成什么',
  'frames.frames[].reason': '理由，填在提示语的 {reason} 处：文字，或 { zh: …, en: … }',
  'terms.entries': '“错 → 对”的表。以这条规则为基础的规则可以写 { add: [...], remove: [...] } 添减',
  'terms.entries[].wrong': '不该出现的词，一个或几个',
  'terms.entries[].right': '应当写成什么，一个，或几个供选择。写空则建议删去；不写则不给建议',
  'terms.entries[].reason': '理由，填在提示语的 {reason} 处：文字，或 { zh: …, en: … }',
  'terms.entries[].except': '在这些更长的词语里是对的，不报告',
  'terms.entries[].sure': '在其他地方是否一定是错的',
  'terms.certainty':
    '报告哪些条目：确定的（sure）、不确定的（unsure）、全部（all）。可以另写一条规则，用别的级别报告不确定的',
  'terms.fix': '确定的、只有一种改法的条目，是否不用问人就可以改',
  'consistent.groups': '几组写法，一份文件里每组只应当用一种',
  'consistent.groups[].forms':
    '同一组的几种写法。用得一样多时，写在前面的算通常的写法。较长的写法里包含的不算较短的',
  'consistent.groups[].except': '在这些更长的词语里另有意思，不计',
  'consistent.groups[].reason': '理由，填在提示语的 {reason} 处：文字，或 { zh: …, en: … }',
  'required.words': '这一格，或这一部分的某段文字，必须有其中之一；空着则只要求不空',
  'unique.within': '在哪里不许重复：一份清单（list）、一个类别（category）、整个文件（document）',
  'length.min': '至少多少字；不写则没有下限',
  'length.max': '至多多少字；0 表示不许写；不写则没有上限',
  'when.if': '栏目和条件：指哪些事项。都要符合',
  'when.if.COLUMN.equals': '这一格是其中之一；空格不计',
  'when.if.COLUMN.contains': '这一格含有其中之一；空格不计',
  'when.if.COLUMN.matches': '这一格匹配这个正则表达式；写法同 pattern',
  'when.if.COLUMN.empty': 'true 空着或没有这一格，false 有字',
  'when.if.COLUMN.not': '不符合这些条件；写法同上',
  'when.then': '栏目和条件：这些事项必须怎样；不符合的每一格都报告',
  'when.then.COLUMN.equals': '这一格是其中之一；空格不计',
  'when.then.COLUMN.contains': '这一格含有其中之一；空格不计',
  'when.then.COLUMN.matches': '这一格匹配这个正则表达式；写法同 pattern',
  'when.then.COLUMN.empty': 'true 空着或没有这一格，false 有字',
  'when.then.COLUMN.not': '不符合这些条件；写法同上',
  'schema.schema':
    '事项的 JSON Schema（2020-12），事项的样子同 `qingdan inspect` 的输出：number、category、name、departments.names、superiorDuties.clauses……正则表达式在文字的任何位置匹配，用时与长度成正比，^ 和 $ 是行首行尾。引用只能指向这份 Schema 之内',
};

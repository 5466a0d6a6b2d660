import { describe, expect, test } from 'vitest';
import { dutyLines, walkDuties } from '../../src/grammar/duties.ts';
import { read, shown } from './readDuties.ts';

describe('a duties cell', () => {
  test.each<[string, string, string, string[]]>([
    ['of one sentence', '协助开展宣传。', '', ['single', 'sentence: 协助开展宣传。']],
    [
      'of plain clauses',
      '1.制定方案；\n2.组织实施。',
      '县教育局',
      ['single', 'clause: 1.制定方案；', 'clause: 2.组织实施。'],
    ],
    [
      'whose clause holds sentences of its own',
      '1.受理登记。受理申请；2.公示。',
      '',
      ['single', 'clause: 1.受理登记。受理申请；', 'clause: 2.公示。'],
    ],
    [
      'with words before its clauses',
      '负责以下工作：1.宣传；2.排查。',
      '',
      ['single', 'sentence: 负责以下工作：', 'clause: 1.宣传；', 'clause: 2.排查。'],
    ],
    [
      'with parts of clauses',
      '1.开展宣传：\n（1）发放资料；\n（2）举办讲座；\n2.总结。',
      '',
      [
        'single',
        'clause: 1.开展宣传：',
        '  clause: （1）发放资料；',
        '  clause: （2）举办讲座；',
        'clause: 2.总结。',
      ],
    ],
    [
      'with sections',
      '一、宣传工作\n1.发放资料；\n2.举办讲座。\n二、排查工作：\n1.入户排查。',
      '',
      [
        'single',
        'section: 一、宣传工作',
        '  clause: 1.发放资料；',
        '  clause: 2.举办讲座。',
        'section: 二、排查工作：',
        '  clause: 1.入户排查。',
      ],
    ],
    [
      'with sections on one line',
      '一、宣传工作 1.发放资料； 2.举办讲座。 二、排查工作 1.入户排查。',
      '',
      [
        'single',
        'section: 一、宣传工作',
        '  clause: 1.发放资料；',
        '  clause: 2.举办讲座。',
        'section: 二、排查工作',
        '  clause: 1.入户排查。',
      ],
    ],
    [
      'with sections that hold a sentence',
      '一、宣传工作 开展日常宣传。\n二、 排查工作\n开展入户排查。\n三、整改：按期整改。',
      '',
      [
        'single',
        'section: 一、宣传工作',
        '  sentence: 开展日常宣传。',
        'section: 二、 排查工作',
        '  sentence: 开展入户排查。',
        'section: 三、整改：',
        '  sentence: 按期整改。',
      ],
    ],
    [
      'with a section whose heading was wrapped',
      '一、做好辖区内老旧小区改造宣传动员和\n意见征求工作\n1.摸排登记老旧小区基础设施改造需求并\n建立台账，及时更新维护改造小区的信息\n并上报。',
      '',
      [
        'single',
        'section: 一、做好辖区内老旧小区改造宣传动员和意见征求工作',
        '  clause: 1.摸排登记老旧小区基础设施改造需求并建立台账，及时更新维护改造小区的信息并上报。',
      ],
    ],
    [
      'with sections whose clauses were wrapped',
      '一、规划\n（一）编制规划；\n（二）向群众做好解释工作，化解因施工\n引发的矛盾。\n二、维护\n（一）督促运营单位，按时排查线路设施\n隐患；\n（二）抢修受损的\n设施。',
      '',
      [
        'single',
        'section: 一、规划',
        '  clause: （一）编制规划；',
        '  clause: （二）向群众做好解释工作，化解因施工引发的矛盾。',
        'section: 二、维护',
        '  clause: （一）督促运营单位，按时排查线路设施隐患；',
        '  clause: （二）抢修受损的设施。',
      ],
    ],
    [
      'with a heading that has a comma, and a longer sentence below it',
      '一、加强宣传，营造氛围\n利用村广播、宣传栏等开展宣传，提高群众知晓率。\n二、排查，整改\n入户排查；',
      '',
      [
        'single',
        'section: 一、加强宣传，营造氛围',
        '  sentence: 利用村广播、宣传栏等开展宣传，提高群众知晓率。',
        'section: 二、排查，整改',
        '  sentence: 入户排查；',
      ],
    ],
    [
      'whose clauses have Chinese numbers',
      '一、制定方案；二、组织实施。',
      '',
      ['single', 'clause: 一、制定方案；', 'clause: 二、组织实施。'],
    ],
    [
      'with groups by department',
      '云岭县教育局：\n组织宣传。\n县公安局:\n1.巡查；\n2.查处。',
      '云岭县教育局、公安局',
      [
        'grouped',
        'group {县教育局}: 云岭县教育局：',
        '  sentence: 组织宣传。',
        'group {县公安局}: 县公安局:',
        '  clause: 1.巡查；',
        '  clause: 2.查处。',
      ],
    ],
    [
      'with groups without colons',
      '县教育局\n1.宣传；\n2.培训。\n县公安局\n1.巡查。',
      '县教育局、公安局',
      [
        'grouped',
        'group {县教育局}: 县教育局',
        '  clause: 1.宣传；',
        '  clause: 2.培训。',
        'group {县公安局}: 县公安局',
        '  clause: 1.巡查。',
      ],
    ],
    [
      'with groups parted by spaces',
      '县教育局 推送名单。 县公安局 1.核查； 2.反馈。',
      '县教育局、公安局',
      [
        'grouped',
        'group {县教育局}: 县教育局',
        '  sentence: 推送名单。',
        'group {县公安局}: 县公安局',
        '  clause: 1.核查；',
        '  clause: 2.反馈。',
      ],
    ],
    [
      'with a group of several departments, wrapped',
      '县教育局：\n宣传。\n县住房和城乡建设局、交通运\n输局、公安局：\n联合检查。',
      '县教育局、住建局、交通局、公安局',
      [
        'grouped',
        'group {县教育局}: 县教育局：',
        '  sentence: 宣传。',
        'group {县住房和城乡建设局、县交通运输局、县公安局}: 县住房和城乡建设局、交通运输局、公安局：',
        '  sentence: 联合检查。',
      ],
    ],
    [
      'with numbered groups',
      '一、县教育局\n1.宣传。\n（二）县公安局：巡查。',
      '县教育局、公安局',
      [
        'grouped',
        'group {县教育局}: 一、县教育局',
        '  clause: 1.宣传。',
        '  group {县公安局}: （二）县公安局：',
        '    sentence: 巡查。',
      ],
    ],
    [
      'with sections inside groups',
      '县教育局：\n一、宣传\n1.发放资料。\n二、培训\n1.举办讲座。\n县公安局：\n1.巡查。',
      '县教育局、公安局',
      [
        'grouped',
        'group {县教育局}: 县教育局：',
        '  section: 一、宣传',
        '    clause: 1.发放资料。',
        '  section: 二、培训',
        '    clause: 1.举办讲座。',
        'group {县公安局}: 县公安局：',
        '  clause: 1.巡查。',
      ],
    ],
    [
      'with groups inside sections',
      '一、宣传\n县教育局：\n1.发放资料。\n二、检查\n县公安局：\n1.巡查。',
      '县教育局、公安局',
      [
        'grouped',
        'section: 一、宣传',
        '  group {县教育局}: 县教育局：',
        '    clause: 1.发放资料。',
        'section: 二、检查',
        '  group {县公安局}: 县公安局：',
        '    clause: 1.巡查。',
      ],
    ],
    [
      'with a heading of other bodies, counted anew',
      '县教育局：\n1.宣传；\n2.培训。\n其他成员单位：\n1.配合。',
      '县教育局、公安局',
      [
        'grouped',
        'group {县教育局}: 县教育局：',
        '  clause: 1.宣传；',
        '  clause: 2.培训。',
        'section: 其他成员单位：',
        '  clause: 1.配合。',
      ],
    ],
    [
      'by subject',
      '1.县教育局牵头，联合县文旅局开展宣传；2.县水利局、农业农村局、住建局依职责巡查；3.会同县公安局检查；4.由县林草局审核；5.教育局总结。',
      '县教育局、水利局、农业农村局、住建局、林草局、公安局',
      [
        'bySubject',
        'clause {县教育局}: 1.县教育局牵头，联合县文旅局开展宣传；',
        'clause {县水利局、县农业农村局、县住房和城乡建设局}: 2.县水利局、农业农村局、住建局依职责巡查；',
        'clause: 3.会同县公安局检查；',
        'clause {县林业和草原局}: 4.由县林草局审核；',
        'clause {县教育局}: 5.教育局总结。',
      ],
    ],
    [
      'by subject with a colon',
      '1.县教育局：宣传；2.县公安局：巡查。',
      '县教育局、公安局',
      ['bySubject', 'clause {县教育局}: 1.县教育局：宣传；', 'clause {县公安局}: 2.县公安局：巡查。'],
    ],
    [
      'by subject, where a later part of a clause has one of the listed departments as its own',
      '1.县住建局负责城区；县公安局负责乡镇；2.建设单位申请，县林草局出具意见，报县财政局备案。',
      '县住建局、公安局、林草局、财政局',
      [
        'bySubject',
        'clause {县住房和城乡建设局、县公安局}: 1.县住建局负责城区；县公安局负责乡镇；',
        'clause {县林业和草原局}: 2.建设单位申请，县林草局出具意见，报县财政局备案。',
      ],
    ],
    [
      'by subject in short lists without endings, as far as they are listed',
      '1.县商务工信、公安、住建、市场监管等其他负有监管职责的部门依法检查；2.县应急局统筹。',
      '县应急局、商务工信局、公安局、住建局、市监局',
      [
        'bySubject',
        'clause {县商务和工业信息化局、县公安局、县住房和城乡建设局、县市场监督管理局}: 1.县商务工信、公安、住建、市场监管等其他负有监管职责的部门依法检查；',
        'clause {县应急管理局}: 2.县应急局统筹。',
      ],
    ],
    [
      'by subject with a branch office and an open list',
      '1.州生态环境局云岭县分局负责监测；2.县教育局、公安局等部门配合。',
      '州生态环境局云岭县分局，县教育局、公安局',
      [
        'bySubject',
        'clause {生态环境局县分局}: 1.州生态环境局云岭县分局负责监测；',
        'clause {县教育局、县公安局}: 2.县教育局、公安局等部门配合。',
      ],
    ],
    [
      'where other bodies act',
      '1.医疗机构负责救治；2.县人民政府审批；3.司法所调解；4.县人大代表视察；5.县公安局长带队；6.县教育局的要求；7.村（社区）公示。',
      '县教育局、公安局',
      [
        'single',
        'clause: 1.医疗机构负责救治；',
        'clause: 2.县人民政府审批；',
        'clause: 3.司法所调解；',
        'clause: 4.县人大代表视察；',
        'clause: 5.县公安局长带队；',
        'clause: 6.县教育局的要求；',
        'clause: 7.村（社区）公示。',
      ],
    ],
    [
      'of one department with a single clause that names it',
      '1.制定方案；2.县教育局组织实施；3.总结。',
      '县教育局',
      ['single', 'clause: 1.制定方案；', 'clause {县教育局}: 2.县教育局组织实施；', 'clause: 3.总结。'],
    ],
    ['that is empty', ' \n ', '县教育局', ['single']],
  ])('%s', (_case, value, listed, tree) => {
    expect(shown(value, listed)).toEqual(tree);
  });

  test('gives the place of each subject, wrapped names included', () => {
    const value = '1.县教育局、公\n安局联合开展检查；';
    const names = [...walkDuties(read(value, '县教育局、公安局').nodes)].flatMap((node) => node.departments);
    expect(names.map(({ name, start, end }) => [name, value.slice(start, end)])).toEqual([
      ['县教育局', '县教育局'],
      ['县公安局', '公\n安局'],
    ]);
  });
});

describe('the lines of a cell', () => {
  test('hold one heading, clause or sentence each, without the line breaks of the source', () => {
    const value =
      '一、宣传工作 负责日常\n宣传。\n二、排查\n1.使用 Web\nApp 登记，设置7\n类标识；　　\n2.上报\n。';
    expect(dutyLines(value, read(value))).toEqual([
      '一、宣传工作',
      '负责日常宣传。',
      '二、排查',
      '1.使用 Web App 登记，设置7类标识；',
      '2.上报。',
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DepartmentList, parseDepartments } from '../../src/grammar/departments.ts';
import type { Span } from '../../src/model/place.ts';
import { county, vocabulary } from './vocabulary.ts';

/** `name=canonical`, with `*` behind a carried prefix and the bracket in round brackets. */
function shown(list: DepartmentList): string[] {
  return list.names.map(
    (name) =>
      `${name.name}${name.carried ? '*' : ''}${name.bracket === null ? '' : `(${name.bracket})`}=${name.canonical}`,
  );
}

function read(value: string, names: readonly string[] = county): DepartmentList {
  return parseDepartments(value, vocabulary, names);
}

function words(value: string, spans: readonly Span[]): string[] {
  return spans.map((span) => value.slice(span.start, span.end).replace(/\s+/gu, ''));
}

describe('a list of departments', () => {
  test.each<[string, string, string[]]>([
    [
      'carries a prefix over 、 and ends the group at ，',
      '县委组织部、编办，县人社局',
      ['县委组织部=县委组织部', '县委编办*=县委机构编制委员会办公室', '县人社局=县人力资源和社会保障局'],
    ],
    [
      'lets a name behind 、 bring its own prefix',
      '县委组织部、县人社局、财政局',
      ['县委组织部=县委组织部', '县人社局=县人力资源和社会保障局', '县财政局*=县财政局'],
    ],
    [
      'keeps a carried 县委 as written and compares by 县',
      '县委组织部、财政局',
      ['县委组织部=县委组织部', '县委财政局*=县财政局'],
    ],
    [
      'compares a party organ by 县委 when 县 is carried to it',
      '县财政局、编办',
      ['县财政局=县财政局', '县编办*=县委机构编制委员会办公室'],
    ],
    [
      'drops the county for comparing only',
      '云岭县民政局、云岭县委网信办',
      ['云岭县民政局=县民政局', '云岭县委网信办=县委网络安全和信息化委员会办公室'],
    ],
    [
      'carries the county with its prefix',
      '云岭县教育局、公安局',
      ['云岭县教育局=县教育局', '云岭县公安局*=县公安局'],
    ],
    ['drops the names of upper places', '白河州云岭县教育局', ['白河州云岭县教育局=县教育局']],
    [
      'reads a bracket behind a name',
      '县政府办（数字化发展局）、公安局',
      ['县政府办(数字化发展局)=县人民政府办公室', '县公安局*=县公安局'],
    ],
    [
      'reads a half-width bracket behind a space',
      '县委党史研究室 (地方志办公室)',
      ['县委党史研究室(地方志办公室)=县委党史研究室'],
    ],
    [
      'reads a bracket that is never closed',
      '县政府办（数字化发展局、公安局',
      ['县政府办(数字化发展局)=县人民政府办公室', '县公安局*=县公安局'],
    ],
    [
      'reads branches, with and without 县',
      '州生态环境局云岭县分局，县水利局',
      ['州生态环境局云岭县分局=生态环境局县分局', '县水利局=县水利局'],
    ],
    [
      'knows a branch written shorter',
      '白河地区生态环境局云岭分局',
      ['白河地区生态环境局云岭分局=生态环境局县分局'],
    ],
    [
      'carries no prefix to a body that is not the county’s',
      '云岭县教育局、国家开发银行云岭县支行、财政局',
      ['云岭县教育局=县教育局', '国家开发银行云岭县支行=国家开发银行县支行', '云岭县财政局*=县财政局'],
    ],
    [
      'finds the county’s body in a national name',
      '国家税务总局云岭县税务局、国网云岭县供电公司',
      ['国家税务总局云岭县税务局=县税务局', '国网云岭县供电公司=县供电公司'],
    ],
    ['takes names without any prefix', '民政局、财政局', ['民政局=县民政局', '财政局=县财政局']],
    [
      'takes names of other bodies',
      '团县委、县妇联、残联',
      ['团县委=县共青团委员会', '县妇联=县妇女联合会', '县残联*=县残疾人联合会'],
    ],
    [
      'carries no prefix to 团县委, which holds its place',
      '县妇联、团县委、残联',
      ['县妇联=县妇女联合会', '团县委=县共青团委员会', '县残联*=县残疾人联合会'],
    ],
    ['takes an unknown name by its ending', '县民族团结促进中心', ['县民族团结促进中心=县民族团结促进中心']],
    [
      'reads districts, cities and banners',
      '区委组织部、区住建局，市水利局，旗农牧局',
      ['区委组织部=区委组织部', '区住建局=区住房和城乡建设局', '市水利局=市水利局', '旗农牧局=旗农牧局'],
    ],
    [
      'passes over white space inside a name',
      '县农业 农村局、人力资源\n和社会保障局',
      ['县农业农村局=县农业农村局', '县人力资源和社会保障局*=县人力资源和社会保障局'],
    ],
    [
      'passes over blank lines inside a wrapped name',
      '云岭县委组\n织部、云岭\n县人力资源\n和社会保障\n局、云岭县\n\n委编办',
      [
        '云岭县委组织部=县委组织部',
        '云岭县人力资源和社会保障局=县人力资源和社会保障局',
        '云岭县委编办=县委机构编制委员会办公室',
      ],
    ],
    ['takes ； for a separator', '县教育局；县民政局', ['县教育局=县教育局', '县民政局=县民政局']],
    [
      'takes a space or a line break between whole names for one',
      '县教育局 县民政局\n公安局',
      ['县教育局=县教育局', '县民政局=县民政局', '县公安局*=县公安局'],
    ],
    ['takes a slash for one', '县教育局/县民政局', ['县教育局=县教育局', '县民政局=县民政局']],
    [
      'splits at 和 between names and not inside one',
      '县住房和城乡建设局和民政局',
      ['县住房和城乡建设局=县住房和城乡建设局', '县民政局*=县民政局'],
    ],
    ['passes over list numbers', '1.县教育局 2.县公安局', ['县教育局=县教育局', '县公安局=县公安局']],
    [
      'passes over labels',
      '牵头单位：县教育局；配合单位：县公安局、民政局',
      ['县教育局=县教育局', '县公安局=县公安局', '县民政局*=县民政局'],
    ],
    ['is empty for an empty cell', '  ', []],
  ])('%s', (_behaviour, value, names) => {
    const list = read(value);
    expect({ names: shown(list), nobody: list.nobody, notNames: list.notNames }).toEqual({
      names,
      nobody: [],
      notNames: [],
    });
  });

  test('is read with a register that holds branches', () => {
    const registered = {
      ...vocabulary,
      registry: ['县教育局', '生态环境局云岭县分局', '农业银行云岭县支行'],
    };
    const { names } = parseDepartments('州生态环境局云岭县分局、国家开发银行云岭县支行', registered, county);
    expect(names.map(({ canonical }) => canonical)).toEqual(['生态环境局县分局', '国家开发银行县支行']);
  });

  test.each<[string, string[]]>([
    ['县应急局、水利局等部门', ['县应急局', '县水利局']],
    ['县应急局、水利局等其他负有安全监管职责的部门', ['县应急局', '县水利局']],
    ['县应急局及其他负有安全监管职责的部门', ['县应急局']],
    ['县应急局等', ['县应急局']],
  ])('is open-ended: %s', (value, names) => {
    const list = read(value);
    expect({ ...list, names: list.names.map(({ name }) => name) }).toEqual({
      names,
      openEnded: true,
      nobody: [],
      notNames: [],
    });
  });

  test.each<[string, string[], string[]]>([
    ['相关部门', [], ['相关部门']],
    ['县有关部门', [], ['县有关部门']],
    ['县级相关部门', [], ['县级相关部门']],
    ['县公安局及相关部门', ['县公安局'], ['相关部门']],
    ['县公安局、各成员单位', ['县公安局'], ['各成员单位']],
  ])('names nobody in %s', (value, names, nobody) => {
    const list = read(value);
    expect([list.names.map(({ name }) => name), words(value, list.nobody), list.notNames]).toEqual([
      names,
      nobody,
      [],
    ]);
  });

  test.each<[string, string[], string[]]>([
    ['县教育局，向村里提供花名册。', ['县教育局'], ['向村里提供花名册']],
    ['县教育局、林草局 县林草局 向村里提供底册。', ['县教育局', '县林草局'], ['县林草局向村里提供底册']],
    ['县教育局县民政局', [], ['县教育局县民政局']],
    ['县市监局卫健委', [], ['县市监局卫健委']],
    ['县教育局县卫健委、公安局', ['公安局'], ['县教育局县卫健委']],
    ['云岭县教育局云岭\n县民政局', [], ['云岭县教育局云岭县民政局']],
    ['负责审核名单，及时反馈，县教育局', ['县教育局'], ['负责审核名单，及时反馈']],
    ['村民委员会', [], ['村民委员会']],
    ['镇综合执法队', [], ['镇综合执法队']],
    ['无', [], ['无']],
  ])('tells what is no name: %s', (value, names, notNames) => {
    const list = read(value);
    expect([list.names.map(({ name }) => name), words(value, list.notNames)]).toEqual([names, notNames]);
  });

  test('gives one canonical form to full names that share a short form, the registered one where there is a registry', () => {
    const registered = { ...vocabulary, registry: ['县文化体育广播电视和旅游局'] };
    const value = '县文旅局、文化体育广播电视和旅游局';
    const canonical = (list: DepartmentList) => list.names.map((name) => name.canonical);
    expect(canonical(read(value))).toEqual(['县文化和旅游局', '县文化和旅游局']);
    expect(canonical(parseDepartments(value, registered, county))).toEqual([
      '县文化体育广播电视和旅游局',
      '县文化体育广播电视和旅游局',
    ]);
  });

  test('reads a county that nobody told of', () => {
    expect(shown(read('长泉县教育局、公安局，长泉县委组织部', []))).toEqual([
      '长泉县教育局=县教育局',
      '长泉县公安局*=县公安局',
      '长泉县委组织部=县委组织部',
    ]);
  });

  test('keeps the name of another county where the county is known', () => {
    expect(shown(read('长泉县水利局'))).toEqual(['长泉县水利局=长泉县水利局']);
  });

  test('gives a field unit with a place of its own neither the prefix before it nor the county', () => {
    expect(shown(read('南明区应急管理局、青石供电局、地方海事局', []))).toEqual([
      '南明区应急管理局=区应急管理局',
      '青石供电局=青石供电局',
      '南明区地方海事局*=区地方海事局',
    ]);
  });

  test('cuts the written words out of the value', () => {
    const value = ' 县委组织\n部、编办（老干部局），\n县人社局 ';
    expect(words(value, read(value).names)).toEqual(['县委组织部', '编办（老干部局）', '县人社局']);
  });
});

const bare = ['教育局', '公安局', '人社局', '住房和城乡建设局', '发改委', '残联', '自然资源局', '档案史志馆'];
const party = ['组织部', '宣传部', '编办', '网信办'];

/** A group of names that share a prefix. */
const group = fc.oneof(
  fc.record({ prefix: fc.constantFrom('县', '云岭县'), names: fc.subarray(bare, { minLength: 1 }) }),
  fc.record({ prefix: fc.constantFrom('县委', '云岭县委'), names: fc.subarray(party, { minLength: 1 }) }),
);

describe('any list of departments', () => {
  test('reads back as the names it was written from', () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 4 }), (groups) => {
        const value = groups.map(({ prefix, names }) => prefix + names.join('、')).join('，');
        const expected = groups.flatMap(({ prefix, names }) => names.map((name) => prefix + name));
        const list = read(value);
        expect([list.names.map(({ name }) => name), list.notNames, list.nobody]).toEqual([expected, [], []]);
      }),
    );
  });

  test('reads the same when it is wrapped anywhere', () => {
    fc.assert(
      fc.property(
        fc.array(group, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 3, max: 9 }),
        (groups, width) => {
          const value = groups.map(({ prefix, names }) => prefix + names.join('、')).join('，');
          const wrapped = value.replace(new RegExp(`(.{${width}})`, 'gu'), '$1\n');
          const names = (list: DepartmentList) => list.names.map(({ name, canonical }) => [name, canonical]);
          expect(names(read(wrapped))).toEqual(names(read(value)));
        },
      ),
    );
  });

  test('has every character of any text in at most one span, in order', () => {
    const piece = fc.constantFrom(
      '县',
      '县委',
      '教育局',
      '编办',
      '、',
      '，',
      '；',
      ' ',
      '\n',
      '（',
      '）',
      '负责',
      '等部门',
      '相关部门',
      '云岭',
      '1.',
      '。',
      '和',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const value = pieces.join('');
        const list = read(value);
        const spans = [...list.names, ...list.nobody, ...list.notNames].sort((a, b) => a.start - b.start);
        for (const [i, span] of spans.entries()) {
          expect(span.start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(value.length);
        }
      }),
    );
  });
});

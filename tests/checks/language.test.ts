import { describe, expect, it } from 'vitest';
import {
  builtinOptions,
  findingsOf,
  listOfNames,
  mendedNames,
  mendings,
  readDocument,
} from '../support/mended.ts';

describe('repeated words', () => {
  const options = {
    doubled: ['往往', '频频'],
    slips: ['频频率'],
    phrases: ['方方面面', '人人有责'],
    words: ['救助救助对象'],
    meetings: ['水：用饮｜源 质', '用：专｜水'],
  };

  it('are characters and words that stand twice, as long as the run goes on', () => {
    expect(
      mendedNames(
        'repeated-words',
        ['大病病救助', '负责负责排查', '大病病病救助', '张榜公示张榜公示'],
        options,
      ),
    ).toEqual([
      '1 default “病病” -> “病”',
      '2 default “负责负责” -> “负责”',
      '3 default “病病病” -> “病”',
      '4 default “张榜公示张榜公示” -> “张榜公示”',
    ]);
  });

  it('are sound by themselves, in a phrase, and where two words meet', () => {
    const sound = [
      '往往发生',
      '做好方方面面',
      '救助救助对象',
      '保护饮用水水源',
      '监测饮水水质',
      '一、一般事项',
    ];
    expect(mendedNames('repeated-words', sound, options)).toEqual([]);
    expect(mendedNames('repeated-words', ['频频率', '人人参与', '河水水源', '饮水水费'], options)).toEqual([
      '1 default “频频” -> “频”',
      '2 default “人人” -> “人”',
      '3 default “水水” -> “水”',
      '4 default “水水” -> “水”',
    ]);
  });

  it('are found over the line breaks of a wrapped text and not over the end of a clause', async () => {
    const text = (words: string) =>
      `柳河镇配合履职事项清单\n\n序号\n类别\n\n事项名称\n对应上级\n\n部门\n上级部门职责 镇配合职责\n\n1 老龄工\n作\n\n高龄补贴\n\n县民政局\n\n1.${words}；\n2.拨付资金。\n\n1.受理申请；\n2.张榜公示。\n`;
    const document = await readDocument('a.txt', text('审核申请材\n材料，逐户电话核实'));
    expect(mendings(document, 'repeated-words')).toEqual(['1 default “材\n材” -> “材”']);
    expect(mendedNames('repeated-words', ['负责宣传，宣传政策'])).toEqual([]);
  });

  it('of the built-in table leave sound text of the field alone', () => {
    const names = [
      '推进村村通道路管护',
      '家家户户走访',
      '一一对照整改',
      '落实监管管护责任',
      '城市市容整治',
      '农户户籍核对',
      '发放放补贴',
    ];
    const options = builtinOptions('repeated-words');
    expect(mendedNames('repeated-words', names, options)).toEqual(['7 default “放放” -> “放”']);
  });
});

describe('frames that do not go together', () => {
  const options = {
    frames: [
      { open: ['开展'], close: ['情况进行'], without: ['对', '组织'], first: true, become: { open: '对' } },
      { open: ['局对'], close: ['的处罚'], behind: ['由'], last: true },
      { open: ['防止出现'], close: ['的发生'], become: { close: '' } },
    ],
  };

  it('are found within one stretch, with what should stand there', () => {
    expect(
      mendedNames(
        'frames',
        ['1.开展用水情况进行登记', '由县水利局对偷水行为的处罚', '防止出现超载现象的发生'],
        options,
      ),
    ).toEqual([
      '1 default “开展用水情况进行” -> “对用水情况进行”',
      '2 default “局对偷水行为的处罚”',
      '3 default “防止出现超载现象的发生” -> “防止出现超载现象”',
    ]);
  });

  it('are sound with a word between, over a comma, and where they do not begin or end the stretch', () => {
    expect(
      mendedNames(
        'frames',
        [
          '开展巡查，对用水情况进行登记',
          '开展对用水情况进行登记',
          '对宣传开展情况进行抽查',
          '由县水利局对偷水行为的处罚决定存档',
          '县水利局对偷水行为的处罚',
        ],
        options,
      ),
    ).toEqual([]);
  });

  it('may have a department as their subject', () => {
    expect(mendedNames('frames', ['县水利局开展用水情况进行登记'], options)).toEqual([
      '1 default “开展用水情况进行” -> “对用水情况进行”',
    ]);
  });
});

describe('terms with a preferred form', () => {
  it('are measured against it, even where the document has another one more often', () => {
    const groups = [{ forms: ['噪声', '噪音'], prefer: '噪声' }];
    const names = ['劝导噪音扰民', '巡查噪音源', '受理噪声投诉'];
    const [finding, ...others] = findingsOf(listOfNames(names), 'consistent', { options: { groups } });
    expect(finding?.data).toMatchObject({ form: '噪音', count: 2, usual: '噪声', usualCount: 1 });
    expect(others).toEqual([]);
    expect(mendedNames('consistent', names.slice(0, 2), { groups })).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { documentOf } from '../support/document.ts';
import { findIn, shortFindings } from '../support/found.ts';
import { withDuties } from './clauseCells.ts';

const KIND = 'clause-numbering';
const SOUND = '1.登记名单；2.上门核对。';
const order = { options: { report: ['order', 'mark'] } };
const single = { options: { report: ['single'] } };

/** The findings in the superior's duties of one item. */
function inDuties(duties: string) {
  return shortFindings(withDuties([duties, SOUND]), KIND, order);
}

describe('numbers of clauses', () => {
  it('are sound in plain cells, in groups, in sections and below clauses', () => {
    expect(
      shortFindings(
        withDuties(
          ['1.登记名单；2.上门核对；3.发放补贴。', '上门核对。'],
          ['县民政局：1.登记名单；2.发放补贴。县公安局：1.核验身份；2.反馈结果。', SOUND],
          ['一、登记\n1.受理申请；2.公示名单。\n二、发放\n1.核定金额；2.按月拨付。', SOUND],
          ['1.登记名单，包括：（1）姓名；（2）住址；2.上门核对。', SOUND],
        ),
        KIND,
        order,
      ),
    ).toEqual([]);
  });

  it('are one finding for a repeat, whatever follows it, with the first of the two related', () => {
    expect(findIn(withDuties(['1.登记名单；2.公示；2.核对；3.发放。', SOUND]), KIND, order)).toEqual([
      {
        at: 'coordinating 1 superiorDuties',
        variant: 'repeated',
        excerpt: '2.',
        data: { expected: '3.', found: '2.', missing: '3.' },
        related: ['2.'],
      },
    ]);
  });

  it('are one finding for a gap and for a wrong first number', () => {
    expect(inDuties('1.登记名单；2.公示；5.核对；6.发放。')).toEqual([
      'coordinating 1 superiorDuties gap “5.”',
    ]);
    expect(inDuties('2.登记名单；3.公示；4.核对。')).toEqual(['coordinating 1 superiorDuties start “2.”']);
  });

  it('say which numbers a gap leaves out', () => {
    const [found] = findIn(withDuties(['1.登记名单；5.核对；6.发放。', SOUND]), KIND, order);
    expect(typeof found === 'string' ? null : found?.data).toEqual({
      expected: '2.',
      found: '5.',
      missing: '2.—4.',
    });
  });

  it('are a restart where they begin again without a heading, unless a short line heads them', () => {
    expect(inDuties('1.登记名单；2.公示；3.核对；1.发放；2.归档。')).toEqual([
      'coordinating 1 superiorDuties restart “1.”',
    ]);
    expect(inDuties('1.登记名单；2.公示。\n镇村两级单位\n1.发放；2.归档。')).toEqual([]);
  });

  it('may be counted on over headings where the document does so throughout', () => {
    const counted = '县民政局：1.登记名单；2.发放补贴。县公安局：3.核验身份；4.反馈结果。';
    const anew = '县民政局：1.登记名单；2.发放补贴。县公安局：1.核验身份；2.反馈结果。';
    expect(shortFindings(withDuties([counted, SOUND], [counted, SOUND]), KIND, order)).toEqual([]);
    expect(shortFindings(withDuties([anew, SOUND], [counted, SOUND], [anew, SOUND]), KIND, order)).toEqual([
      'coordinating 2 superiorDuties continued “3.”',
    ]);
  });

  it('are told for sections too, in their own form', () => {
    expect(
      findIn(withDuties(['一、登记\n1.受理；2.公示。\n三、发放\n1.核定；2.拨付。', SOUND]), KIND, order),
    ).toMatchObject([{ variant: 'gap', data: { expected: '二、', found: '三、' } }]);
  });

  it('are one finding for a line that lost its number', () => {
    expect(findIn(withDuties(['1.登记名单；\n公示名单；\n3.核对。', SOUND]), KIND, order)).toMatchObject([
      { variant: 'unnumbered', excerpt: '\n公示名单；'.trim(), data: { expected: '2.' } },
    ]);
  });

  it('bear their mark', () => {
    expect(inDuties('1登记名单；2.公示；3，核对。')).toEqual([
      'coordinating 1 superiorDuties mark “1”',
      'coordinating 1 superiorDuties wrongMark “3，”',
    ]);
  });

  it('are found without their mark behind the last clause, where nothing confirms them', () => {
    expect(inDuties('1.登记名单；2.公示； 3发放补贴。')).toEqual(['coordinating 1 superiorDuties mark “3”']);
    expect(inDuties('1.登记名单；2.公示；3个月内发放补贴。')).toEqual([]);
    expect(shortFindings(withDuties(['1.登记名单；2核对住址。', '收集。']), KIND)).toEqual([
      'coordinating 1 superiorDuties mark “2”',
    ]);
  });

  it('are not judged in a cell whose levels are upside down', () => {
    expect(inDuties('1.登记名单。\n一、受理\n二、公示\n2.发放补贴。')).toEqual([]);
  });

  it('may begin a sentence of quantities without being one', () => {
    expect(inDuties('1.每户补助1.5万元；2.3月底前公示名单；3.24小时值守。')).toEqual([]);
  });
});

describe('the number of an only clause', () => {
  it('is reported where others bear none', () => {
    expect(shortFindings(withDuties(['1.登记名单。', '上门核对。']), KIND, single)).toEqual([
      'coordinating 1 superiorDuties single “1.”',
    ]);
  });

  it('is left alone where the document numbers single clauses throughout, or none shows its habit', () => {
    expect(
      shortFindings(withDuties(['1.登记名单。', '1.上门核对。'], ['1.审核。', '收集。']), KIND, single),
    ).toEqual([]);
    expect(shortFindings(withDuties(['1.登记名单。', SOUND]), KIND, single)).toEqual([]);
  });

  it('is no order fault', () => {
    expect(inDuties('1.登记名单。')).toEqual([]);
  });
});

it('says that there is nothing to look at in a document without duties', () => {
  const document = documentOf({ lists: [{ kind: 'basic', rows: [['1', '党的建设', '走访']] }] });
  expect(findIn(document, KIND)).toBe('文中没有写明职责的单元格');
});

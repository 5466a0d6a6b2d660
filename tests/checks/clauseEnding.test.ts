import { describe, expect, it } from 'vitest';
import { clauseEnd } from '../../src/checks/clauses/clauseEnds.ts';
import { findIn, shortFindings } from '../support/found.ts';
import { withDuties, withHandovers } from './clauseCells.ts';

const KIND = 'clause-ending';
const SOUND = '1.登记名单；2.上门核对；3.发放补贴。';

/** The findings in the superior's duties of the first item; the others show what the document does. */
function inDuties(duties: string) {
  return shortFindings(withDuties([duties, SOUND], [SOUND, SOUND]), KIND);
}

describe('ends of clauses', () => {
  it('are sound with ； between and 。 behind the last of a cell, a section and a group', () => {
    expect(inDuties('县民政局：1.登记名单；2.发放补贴。县公安局：核验身份。')).toEqual([]);
    expect(inDuties('一、登记\n1.受理申请；2.公示名单。\n二、发放\n按月拨付。')).toEqual([]);
  });

  it('are sound in lettered clauses that were wrapped in mid-sentence', () => {
    expect(
      inDuties(
        '一、规划\n（一）编制规划；\n（二）向群众做好解释工作，化解因施工\n引发的矛盾。\n二、维护\n（一）受理举报；\n（二）抢修设施。',
      ),
    ).toEqual([]);
  });

  it('leave sentences inside a clause alone, and marks inside brackets and quotations', () => {
    expect(inDuties('1.登记名单。核对住址；2.发放补贴（含一次性补助。）')).toEqual([]);
    expect(inDuties('1.宣传“先登记、后发放。”；2.发放补贴。')).toEqual([]);
  });

  it('take half-width marks for the full-width ones they stand for', () => {
    expect(inDuties('1.登记名单;2.发放补贴.')).toEqual([]);
  });

  it('are wrong with a full stop, a comma or nothing before another clause', () => {
    expect(inDuties('1.登记名单。2.公示；3.发放补贴。')).toEqual(['coordinating 1 superiorDuties stop “。”']);
    expect(inDuties('1.登记名单，2.公示；3.发放补贴。')).toEqual([
      'coordinating 1 superiorDuties default “，”',
    ]);
    expect(inDuties('1.登记名单\n2.公示；3.发放补贴。')).toEqual([
      'coordinating 1 superiorDuties missing “单”',
    ]);
  });

  it('are wrong with anything but a full stop at the end of a cell', () => {
    expect(inDuties('1.登记名单；2.公示；')).toEqual(['coordinating 1 superiorDuties final “；”']);
    expect(inDuties('1.登记名单；2.公示，')).toEqual(['coordinating 1 superiorDuties final “，”']);
    expect(inDuties('1.登记名单；2.公示')).toEqual(['coordinating 1 superiorDuties finalMissing “示”']);
    expect(inDuties('1.登记名单；2.公示。，')).toEqual(['coordinating 1 superiorDuties finalSeveral “。，”']);
    expect(inDuties('审定名单')).toEqual(['coordinating 1 superiorDuties finalMissing “单”']);
  });

  it('are one finding for a cell whose groups all end with ；, and none where the document does so', () => {
    const odd = '县民政局：登记名单；县公安局：核验身份；县财政局：拨付资金。';
    const usual = '县民政局：登记名单。县公安局：核验身份。';
    expect(
      findIn(withDuties([odd, SOUND], [usual, SOUND], [usual, SOUND], [usual, SOUND]), KIND),
    ).toMatchObject([{ variant: 'closings', excerpt: '；', data: { count: 2 }, related: ['；'] }]);
    expect(shortFindings(withDuties([odd, SOUND], [odd, SOUND]), KIND)).toEqual([]);
  });

  it('may be full stops throughout, in a document or in a cell with sentences inside', () => {
    const stops = '1.登记名单。2.公示。3.发放补贴。';
    expect(shortFindings(withDuties([stops, stops], [stops, stops]), KIND)).toEqual([]);
    expect(inDuties('1.登记名单。核对住址。2.公示。3.发放补贴。')).toEqual([]);
    expect(inDuties('1.登记名单。核对住址。2.公示；3.发放补贴。')).toEqual([
      'coordinating 1 superiorDuties stop “。”',
    ]);
    expect(inDuties(stops)).toEqual(['coordinating 1 superiorDuties stops “。”']);
  });

  it('may be left out at the end of all cells of a column', () => {
    const bare = '县民政局 承接方式：由县民政局办理';
    expect(shortFindings(withHandovers(bare, bare, '不再开展此项工作'), KIND)).toEqual([]);
    expect(shortFindings(withHandovers(`${bare}。`, `${bare}。`, bare), KIND)).toEqual([
      'withdrawn 3 handover finalMissing “理”',
    ]);
  });

  it('are looked at behind each department that takes over', () => {
    const sound = '县民政局 承接方式：由县民政局办理。';
    expect(
      shortFindings(
        withHandovers(sound, sound, `县民政局 承接方式：由县民政局办理；\n县残联 承接方式：由县残联评定。`),
        KIND,
      ),
    ).toEqual(['withdrawn 3 handover closing “；”']);
  });
});

describe('the end of a stretch', () => {
  it.each([
    ['公示名单；', '；', '；'],
    ['公示名单; ', '；', ';'],
    ['公示名单。', '。', '。'],
    ['公示名单.', '。', '.'],
    ['公示名单。，', 'several', '。，'],
    ['公示名单；；', '；', '；；'],
    ['公示名单……。', '。', '……。'],
    ['（公示名单。）', 'enclosed', ''],
    ['公示名单（含附件）', 'none', ''],
    ['公示名单', 'none', ''],
  ])('%s is %s', (value, mark, written) => {
    expect(clauseEnd(value, 0, value.length)).toMatchObject({ mark, written });
  });
});

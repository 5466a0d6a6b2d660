import type { Finding } from '../../model/finding.ts';
import type { Check } from '../check.ts';
import { joinedTexts, unitsHolding } from '../texts/joinedTexts.ts';
import { atUnit } from '../texts/texts.ts';

/** Remarks for whoever edits the draft next, and places held free for words that were never put in. */
const REMARK =
  /(?<![A-Za-zＸ×])[XxＸ×]{2,}(?![A-Za-z])|[_＿]{2,}|[（(【[](?:此处|待[\u3400-\u9fff]|暂缺|暂定|缺[）)】\]]|略[）)】\]]|请?补充|请?核实|有待)[^（）()【】[\]\n]{0,20}[）)】\]]|[（(](?:略|缺|待定|暂缺|暂定)[）)]|【[^【】\n]{0,12}(?:修改|补充|核实|删除|确认|审定|待)[^【】\n]{0,12}】|TODO|(?:待补充|待核实|待完善|待确认)(?=[，。；）)\s]|$)/gu;

/** Where one may begin; a quick look over all texts. */
const CANDIDATE = /[XxＸ×_＿]{2}|[（(【[](?:此处|[待暂缺略请补核]|有待)|【|TODO|待(?:补充|核实|完善|确认)/g;

/** Nothing of the drafting is left in the text: no （待定）, no XX镇, no blanks. */
export const draftRemarks: Check = {
  kind: 'draft-remarks',
  scope: ['lists', 'column', 'categories', 'parts'],
  options: { type: 'object', additionalProperties: false, properties: {} },
  variants: { default: ['found'] },
  run(document, rule) {
    return unitsHolding(joinedTexts(document, rule), CANDIDATE).flatMap((unit) =>
      [...unit.text.value.matchAll(REMARK)].flatMap((match): readonly Finding[] => {
        // A line between the items that is a remark and nothing else is told as such.
        if (unit.part === 'paragraph' && match[0].length === unit.text.value.trim().length) return [];
        const place = atUnit(unit, match.index, match.index + match[0].length);
        return [{ ...place, data: { found: match[0].replace(/\s+/g, '') } }];
      }),
    );
  },
};

import { categoryNumbers } from './categoryNumbers.ts';
import { characterWidth } from './characterWidth.ts';
import type { Check } from './check.ts';
import { clauseEnding } from './clauseEnding.ts';
import { clauseNumbering } from './clauseNumbering.ts';
import { columns } from './columns.ts';
import { consistent } from './consistent.ts';
import { contents } from './contents.ts';
import { count } from './count.ts';
import { countyDepartmentForms } from './countyDepartmentForms.ts';
import { countyItems } from './countyItems.ts';
import { dates } from './dates.ts';
import { departmentCell } from './departmentCell.ts';
import { departmentConsistency } from './departmentConsistency.ts';
import { departmentCounty } from './departmentCounty.ts';
import { departmentDuties } from './departmentDuties.ts';
import { departmentRegistry } from './departmentRegistry.ts';
import { departmentRepeats } from './departmentRepeats.ts';
import { departmentSeparators } from './departmentSeparators.ts';
import { departments } from './departments.ts';
import { draftRemarks } from './draftRemarks.ts';
import { enumerations } from './enumerations.ts';
import { frames } from './frames.ts';
import { garbage } from './garbage.ts';
import { groupHeadings } from './groupHeadings.ts';
import { grouping } from './grouping.ts';
import { handoverDepartments } from './handoverDepartments.ts';
import { handoverShape } from './handoverShape.ts';
import { headerWording } from './headerWording.ts';
import { ignoreComments } from './ignoreComments.ts';
import { itemSchema } from './itemSchema.ts';
import { length } from './length.ts';
import { lists } from './lists.ts';
import { listTitles } from './listTitles.ts';
import { markup } from './markup.ts';
import { misplacedMarks } from './misplacedMarks.ts';
import { numberingLevels } from './numberingLevels.ts';
import { order } from './order.ts';
import { ownUnit } from './ownUnit.ts';
import { pairedMarks } from './pairedMarks.ts';
import { pattern } from './pattern.ts';
import { punctuationWidth } from './punctuationWidth.ts';
import { repeatedClauses } from './repeatedClauses.ts';
import { repeatedMarks } from './repeatedMarks.ts';
import { repeatedWords } from './repeatedWords.ts';
import { required } from './required.ts';
import { rowShape } from './rowShape.ts';
import { sameMatter } from './sameMatter.ts';
import { sectionPairs } from './sectionPairs.ts';
import { sequence } from './sequence.ts';
import { spaces } from './spaces.ts';
import { terms } from './terms.ts';
import { titlePlaces } from './titlePlaces.ts';
import { traditional } from './traditional.ts';
import { trailingSpaces } from './trailingSpaces.ts';
import { unique } from './unique.ts';
import { unread } from './unread.ts';
import { unusedIgnores } from './unusedIgnores.ts';
import { vocabulary } from './vocabulary.ts';
import { when } from './when.ts';

/** Every kind of check, by the name that rules use in `check:`. */
export const checks: ReadonlyMap<string, Check> = new Map(
  [
    lists,
    listTitles,
    columns,
    headerWording,
    rowShape,
    sequence,
    vocabulary,
    grouping,
    order,
    categoryNumbers,
    departments,
    departmentRegistry,
    departmentDuties,
    departmentConsistency,
    departmentCounty,
    departmentSeparators,
    departmentCell,
    departmentRepeats,
    count,
    clauseNumbering,
    clauseEnding,
    numberingLevels,
    sectionPairs,
    groupHeadings,
    repeatedClauses,
    handoverShape,
    handoverDepartments,
    sameMatter,
    titlePlaces,
    ownUnit,
    contents,
    dates,
    unread,
    punctuationWidth,
    characterWidth,
    spaces,
    trailingSpaces,
    pairedMarks,
    repeatedMarks,
    misplacedMarks,
    garbage,
    markup,
    repeatedWords,
    frames,
    ignoreComments,
    unusedIgnores,
    enumerations,
    draftRemarks,
    traditional,
    countyDepartmentForms,
    countyItems,
    // General ones, for rules of a user.
    pattern,
    terms,
    consistent,
    required,
    unique,
    length,
    when,
    itemSchema,
  ].map((check) => [check.kind, check]),
);

import { categoryNumbers } from './categories/categoryNumbers.ts';
import { grouping } from './categories/grouping.ts';
import { order } from './categories/order.ts';
import type { Check } from './check.ts';
import { clauseEnding } from './clauses/clauseEnding.ts';
import { clauseNumbering } from './clauses/clauseNumbering.ts';
import { enumerations } from './clauses/enumerations.ts';
import { numberingLevels } from './clauses/numberingLevels.ts';
import { repeatedClauses } from './clauses/repeatedClauses.ts';
import { sectionPairs } from './clauses/sectionPairs.ts';
import { count } from './counts/count.ts';
import { departmentCell } from './departments/departmentCell.ts';
import { departmentConsistency } from './departments/departmentConsistency.ts';
import { departmentCounty } from './departments/departmentCounty.ts';
import { departmentDuties } from './departments/departmentDuties.ts';
import { departmentRegistry } from './departments/departmentRegistry.ts';
import { departmentRepeats } from './departments/departmentRepeats.ts';
import { departmentSeparators } from './departments/departmentSeparators.ts';
import { departments } from './departments/departments.ts';
import { groupHeadings } from './departments/groupHeadings.ts';
import { consistent } from './general/consistent.ts';
import { itemSchema } from './general/itemSchema.ts';
import { length } from './general/length.ts';
import { pattern } from './general/pattern.ts';
import { required } from './general/required.ts';
import { terms } from './general/terms.ts';
import { unique } from './general/unique.ts';
import { vocabulary } from './general/vocabulary.ts';
import { when } from './general/when.ts';
import { ignoreComments } from './ignores/ignoreComments.ts';
import { unusedIgnores } from './ignores/unusedIgnores.ts';
import { draftRemarks } from './language/draftRemarks.ts';
import { frames } from './language/frames.ts';
import { ownUnit } from './language/ownUnit.ts';
import { repeatedWords } from './language/repeatedWords.ts';
import { traditional } from './language/traditional.ts';
import { contents } from './matters/contents.ts';
import { dates } from './matters/dates.ts';
import { sameMatter } from './matters/sameMatter.ts';
import { titlePlaces } from './matters/titlePlaces.ts';
import { countyDepartmentForms } from './set/countyDepartmentForms.ts';
import { countyItems } from './set/countyItems.ts';
import { columns } from './structure/columns.ts';
import { headerWording } from './structure/headerWording.ts';
import { lists } from './structure/lists.ts';
import { listTitles } from './structure/listTitles.ts';
import { rowShape } from './structure/rowShape.ts';
import { sequence } from './structure/sequence.ts';
import { unread } from './structure/unread.ts';
import { characterWidth } from './typography/characterWidth.ts';
import { garbage } from './typography/garbage.ts';
import { markup } from './typography/markup.ts';
import { misplacedMarks } from './typography/misplacedMarks.ts';
import { pairedMarks } from './typography/pairedMarks.ts';
import { punctuationWidth } from './typography/punctuationWidth.ts';
import { repeatedMarks } from './typography/repeatedMarks.ts';
import { spaces } from './typography/spaces.ts';
import { trailingSpaces } from './typography/trailingSpaces.ts';
import { handoverDepartments } from './withdrawn/handoverDepartments.ts';
import { handoverShape } from './withdrawn/handoverShape.ts';

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

import type { ListDocument } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import { spanOf, type Text } from '../../model/text.ts';
import { quoted, words } from '../places.ts';
import { atStatement, firstWith, listNames, type Named } from './numberFindings.ts';

/** Names that differ. Where the number is wrong too, its finding already tells which names are missing on either side. */
export function nameFindings(
  document: ListDocument,
  { entry, comparison }: Named,
  numberIsWrong: boolean,
): readonly Finding[] {
  const list = listNames(document, entry);
  const at = (text: Text) => atStatement(document, entry, text);
  const findings: Finding[] = comparison.renamed.map(({ text, actual }) => ({
    ...at(text),
    variant: 'nameRenamed',
    data: { list, found: words(text), expected: actual },
    related: firstWith(entry.lists, actual),
    suggestions: [
      { variant: 'replace', data: { expected: actual }, edits: [{ span: spanOf(text), text: actual }] },
    ],
  }));
  for (const text of comparison.repeated)
    findings.push({ ...at(text), variant: 'nameRepeated', data: { found: words(text) } });
  if (numberIsWrong && entry.stated.what === 'categories') return findings;
  const { statedOnly, listOnly } = comparison;
  const [only] = statedOnly;
  const [left] = listOnly;
  if (only && left !== undefined && statedOnly.length === 1 && listOnly.length === 1) {
    findings.push({
      ...at(only),
      variant: 'nameOther',
      data: { list, found: words(only), expected: left },
      related: firstWith(entry.lists, left),
    });
    return findings;
  }
  for (const text of statedOnly)
    findings.push({ ...at(text), variant: 'nameNotInList', data: { list, found: words(text) } });
  if (listOnly.length > 0)
    findings.push({
      ...at(entry.stated.number),
      variant: 'nameNotStated',
      data: { list, left: quoted(listOnly) },
      related: listOnly.flatMap((name) => firstWith(entry.lists, name)),
    });
  return findings;
}

import type { DepartmentName } from '../../grammar/departments.ts';
import { fieldBodyOf } from '../../grammar/fieldUnits.ts';
import { nearest } from '../../grammar/nearest.ts';
import type { DepartmentVocabulary } from '../../model/format.ts';

/** A department's name without its prefix, as written. */
export function baseOf(name: DepartmentName): string {
  return name.name.slice(name.prefix.length);
}

/** The congress, its standing committee and their offices act for each other, and so do two more bodies and theirs. */
const FAMILIES: readonly RegExp[] = [
  /人大|人民代表大会/,
  /政协办|政治协商会议委员会$/,
  /纪委|纪律检查委员会|监察委员会/,
];

/** Whether a canonical name is that of a listed department, of a part of it (公安局交警大队), or of its bracket. */
export function isSameBody(
  listed: DepartmentName,
  canonical: string,
  { shortForms }: DepartmentVocabulary,
): boolean {
  if (canonical.startsWith(listed.canonical)) return true;
  if (FAMILIES.some((family) => family.test(listed.canonical) && family.test(canonical))) return true;
  // A body that answers to its own line above may be of any level where its name tells none: 、气象局 and 市气象局.
  const body = fieldBodyOf(canonical);
  if (body !== null && (listed.carried || listed.prefix === '' || body === canonical))
    if (fieldBodyOf(listed.canonical) === body) return true;
  // Where the county is not known by name, 教育局 has no unit of its own.
  if (listed.prefix === '' && canonical.endsWith(listed.canonical))
    return canonical.length - listed.canonical.length < 3;
  if (listed.bracket === null) return false;
  const base = canonical.replace(/^[县市区旗]委?/, '');
  return base === listed.bracket || shortForms[base]?.includes(listed.bracket) === true;
}

const ENDINGS = /(?:委员会|办公室|工作部|管理局|大队|支队|中心|局|委|办|部|会)$/;

/** A name without the ending that says what kind of body it is: 水利 of 水利局. */
export function stemOf(base: string): string {
  return base.replace(ENDINGS, '');
}

/** Whether two names differ in a character or in their ending only: 商务局 and 商务工信局, 民证局 and 民政局. */
export function isAlike(one: string, other: string): boolean {
  const [a, b] = [stemOf(one), stemOf(other)];
  if (a.length > 1 && b.length > 1 && (a.startsWith(b) || b.startsWith(a))) return true;
  return nearest(one, [other]) !== null;
}

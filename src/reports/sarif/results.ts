import type { ArtifactLocation, Fix, Location, Region, Replacement, Result, Suppression } from 'sarif';
import { lineStartsOf, type Position, positionAt } from '../../model/place.ts';
import type {
  FileReport,
  ReportEdit,
  ReportedFinding,
  ReportLocation,
  SuppressedFinding,
} from '../../model/report.ts';
import { type DataWords, FILE_CHECKED } from '../dataWords.ts';
import { fileUri } from '../fileUri.ts';
import { listed } from '../listed.ts';
import { findingPlace, listName, placeName } from '../placeName.ts';
import { visibleExcerpt } from '../visible.ts';
import { waysOut } from '../waysOut.ts';
import type { ReportWords } from '../words.ts';
import { levelOf, plainText } from './text.ts';

/** What the parts of a SARIF log share. */
export interface SarifPage {
  readonly report: ReportWords;
  readonly data: DataWords;
  readonly quiet: boolean;
  /** Where a rule stands in `tool.driver.rules`. */
  readonly ruleIndex: ReadonlyMap<string, number>;
}

/** A file and how locations name it. */
export interface SarifFile {
  readonly file: FileReport;
  readonly artifact: ArtifactLocation;
}

/** A file with its place among the artifacts of the run. */
export function sarifFile(file: FileReport, index: number): SarifFile {
  const { uri, relative } = fileUri(file.path);
  return { file, artifact: { uri, ...(relative && { uriBaseId: '%SRCROOT%' }), index } };
}

/** The results of a file. */
export function fileResults(one: SarifFile, page: SarifPage): readonly Result[] {
  const { file } = one;
  const failure = file.error === null ? [] : [failureResult(one, file.error, page)];
  const open = listed(file.findings, page.quiet).map((finding) => resultOf(one, finding, page));
  const suppressed = file.suppressed
    .filter(({ finding }) => listed([finding], page.quiet).length > 0)
    .map((known) => ({
      ...resultOf(one, known.finding, page),
      suppressions: [suppressionOf(known, page)],
    }));
  return [...failure, ...open, ...suppressed];
}

function failureResult(
  { artifact }: SarifFile,
  error: NonNullable<FileReport['error']>,
  page: SarifPage,
): Result {
  return {
    ruleId: FILE_CHECKED,
    ruleIndex: page.ruleIndex.get(FILE_CHECKED) ?? -1,
    level: 'error',
    message: { text: plainText(`${page.report.notChecked}${page.report.colon}${error.message}`) },
    // GitHub takes no result without a line.
    locations: [locationIn(artifact, { startLine: 1 })],
    partialFingerprints: { 'qingdanFingerprint/v1': `${FILE_CHECKED}-${error.code}` },
  };
}

function resultOf({ file, artifact }: SarifFile, finding: ReportedFinding, page: SarifPage): Result {
  const { location, related, excerpt, subject } = finding;
  const place = findingPlace(file, finding, page.report);
  const ways = waysOut(finding, page.report);
  const lines = [
    plainText(`${place}${page.report.colon}${finding.message}`),
    ...ways.map((way) => `→ ${plainText(way)}`),
  ];
  const fixes = fixesOf(artifact, finding, ways);
  const name = subject.itemName ?? '';
  return {
    ruleId: finding.ruleId,
    ruleIndex: page.ruleIndex.get(finding.ruleId) ?? -1,
    level: levelOf(finding.severity),
    message: { text: lines.join('\n') },
    locations: [
      {
        ...locationIn(artifact, placeRegion(location, excerpt)),
        logicalLocations: [{ fullyQualifiedName: place, ...(name !== '' && { name }) }],
      },
    ],
    ...(related.length > 0 && {
      relatedLocations: related.map((one, i) => relatedLocation({ file, artifact }, one, i, page)),
    }),
    ...(fixes.length > 0 && { fixes: [...fixes] }),
    partialFingerprints: { 'qingdanFingerprint/v1': finding.fingerprint },
    properties: {
      list: location.list,
      item: location.item,
      column: location.column,
      context: finding.context,
    },
  };
}

function relatedLocation(
  { file, artifact }: SarifFile,
  { location, excerpt }: ReportedFinding['related'][number],
  at: number,
  { report }: SarifPage,
): Location {
  const place = placeName(location, listName(file, location.list, null, report), report);
  const words = excerpt === '' ? place : `${place}${report.colon}${visibleExcerpt(excerpt)}`;
  return {
    ...locationIn(artifact, placeRegion(location, excerpt)),
    id: at + 1,
    message: { text: plainText(words) },
  };
}

/** A file, or a region of it. */
export function locationIn(artifactLocation: ArtifactLocation, region?: Region): Location {
  return { physicalLocation: { artifactLocation, ...(region && { region }) } };
}

function placeRegion({ start, end }: ReportLocation, excerpt: string): Region {
  return { ...regionOf(start, end), ...(excerpt !== '' && { snippet: { text: excerpt } }) };
}

/** A region by lines and columns and by characters, the end exclusive in both. */
export function regionOf(start: Position, end: Position): Region {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: start.offset,
    charLength: end.offset - start.offset,
  };
}

/** The safe change first, then those for a person to choose from; `ways` says each in words. */
function fixesOf(
  artifactLocation: ArtifactLocation,
  finding: ReportedFinding,
  ways: readonly string[],
): readonly Fix[] {
  const changes = [...(finding.fix === null ? [] : [finding.fix]), ...finding.suggestions];
  return changes.flatMap(({ edits }, i) => {
    if (edits.length === 0) return [];
    const replacements = edits.map((edit) => replacementOf(edit, finding));
    return {
      description: { text: plainText(ways[i] ?? '') },
      artifactChanges: [{ artifactLocation, replacements }],
    };
  });
}

/** Edits have offsets only; inside the finding, whose words are known, lines and columns follow from them. */
function replacementOf(edit: ReportEdit, { location, excerpt }: ReportedFinding): Replacement {
  const inside = edit.start >= location.start.offset && edit.end <= location.start.offset + excerpt.length;
  const deletedRegion: Region = inside
    ? regionOf(positionIn(excerpt, location.start, edit.start), positionIn(excerpt, location.start, edit.end))
    : { charOffset: edit.start, charLength: edit.end - edit.start };
  return { deletedRegion, insertedContent: { text: edit.text } };
}

/** The line and column of an offset in an excerpt that begins at `start`. */
function positionIn(excerpt: string, start: Position, offset: number): Position {
  const { line, column } = positionAt(lineStartsOf(excerpt), offset - start.offset);
  return {
    line: start.line + line - 1,
    column: line === 1 ? start.column + column - 1 : column,
    offset,
  };
}

function suppressionOf({ by, reason }: SuppressedFinding, { data }: SarifPage): Suppression {
  return {
    kind: by === 'ignore' ? 'inSource' : 'external',
    status: 'accepted',
    justification: reason === null ? data.suppressed[by] : plainText(reason),
  };
}

import type { Location, Notification } from 'sarif';
import { visibleExcerpt } from '../visible.ts';
import { locationIn, regionOf, type SarifFile, type SarifPage } from './results.ts';
import { plainText } from './text.ts';

/** What could not be checked: files, and places in files that were not understood. */
export function executionNotifications(
  files: readonly SarifFile[],
  page: SarifPage,
): readonly Notification[] {
  return files.flatMap(({ file, artifact }) => {
    const failure: readonly Notification[] =
      file.error === null
        ? []
        : [
            {
              descriptor: { id: file.error.code },
              level: 'error',
              message: {
                text: plainText(`${page.report.notChecked}${page.report.colon}${file.error.message}`),
              },
              locations: [locationIn(artifact)],
            },
          ];
    const unread = file.unread.map(({ reason, start, end, excerpt }): Notification => {
      const words = `${page.data.unread(reason)}${page.report.colon}${visibleExcerpt(excerpt)}`;
      return {
        descriptor: { id: 'not-understood' },
        level: 'warning',
        message: { text: plainText(words) },
        locations: [locationIn(artifact, regionOf(start, end))],
      };
    });
    return [...failure, ...unread];
  });
}

/** The rules that could not apply, each with its reason and the files in which it could not. */
export function configurationNotifications(
  files: readonly SarifFile[],
  page: SarifPage,
): readonly Notification[] {
  const groups = new Map<
    string,
    { readonly id: string; readonly reason: string; readonly locations: Location[] }
  >();
  for (const { file, artifact } of files) {
    for (const rule of file.rules) {
      if (rule.status !== 'notApplicable') continue;
      const key = JSON.stringify([rule.id, rule.reason]);
      const group = groups.get(key) ?? { id: rule.id, reason: rule.reason, locations: [] };
      group.locations.push(locationIn(artifact));
      groups.set(key, group);
    }
  }
  return [...groups.values()].map(({ id, reason, locations }) => ({
    descriptor: { id: 'not-applicable' },
    associatedRule: { id, index: page.ruleIndex.get(id) ?? -1 },
    level: 'note',
    message: { text: plainText(reason) },
    locations,
  }));
}

/** Says that results are missing from the file. */
export function leftOutNotification(count: number, limit: number, page: SarifPage): Notification {
  return {
    descriptor: { id: 'results-left-out' },
    level: 'warning',
    message: { text: page.data.leftOut(count, limit) },
  };
}

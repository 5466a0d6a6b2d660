import { existsSync } from 'node:fs';
import { win32 } from 'node:path';

/**
 * The git to run. On Windows a name without folder is looked for in the working folder first, and a `git.exe` in a checked
 * repository would be run; so it is looked for here, in the folders of PATH alone. Null where there is none.
 */
export function gitProgram(
  platform: string = process.platform,
  path: string = process.env.PATH ?? '',
  exists: (file: string) => boolean = existsSync,
): string | null {
  if (platform !== 'win32') return 'git';
  for (const entry of path.split(win32.delimiter)) {
    const folder = entry.replace(/^"(.*)"$/, '$1');
    // `\tools` and `C:tools` are told from the working folder.
    if (!win32.isAbsolute(folder) || !/^(?:[A-Za-z]:[\\/]|[\\/]{2})/.test(folder)) continue;
    const file = win32.join(folder, 'git.exe');
    if (exists(file)) return file;
  }
  return null;
}

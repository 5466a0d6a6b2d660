/** A path with `/` between its folders and no `.` folders. */
function normal(path: string): string {
  const parts = path.replaceAll('\\', '/').split('/');
  return parts.filter((part, index) => part !== '.' && (part !== '' || index === 0)).join('/');
}

/** The folder a file stands in, `/` between folders and none at the end; empty for a bare name. */
export function folderOf(file: string): string {
  const path = normal(file);
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** A path relative to a folder, or null when it is not inside. Both must be written from the same place. */
export function within(folder: string, path: string): string | null {
  const whole = normal(path);
  if (folder === '') return whole.startsWith('/') || whole.startsWith('../') || whole === '' ? null : whole;
  return whole.startsWith(`${folder}/`) ? whole.slice(folder.length + 1) : null;
}

/** A path with `/` between its folders and no `.` folders. */
function normal(path: string): string {
  const parts = path.replaceAll('\\', '/').split('/');
  return parts.filter((part, index) => part !== '.' && (part !== '' || index === 0)).join('/');
}

/** The folder a file stands in, `/` between folders and none at the end; `/` at the top, empty for a bare name. */
export function folderOf(file: string): string {
  const path = normal(file);
  const end = path.lastIndexOf('/');
  return end === 0 ? '/' : path.slice(0, Math.max(0, end));
}

/** A path relative to a folder, or null when it is not inside. Both must be written from the same place. */
export function within(folder: string, path: string): string | null {
  if (folder !== '') return below(`${sameDrive(normal(folder))}/`, sameDrive(normal(path)));
  const whole = normal(path);
  return whole.startsWith('/') || whole.startsWith('../') || whole === '' ? null : whole;
}

function below(above: string, path: string): string | null {
  return path.startsWith(above) && path !== above ? path.slice(above.length) : null;
}

/** Terminals of Windows disagree on how a drive is written: `c:/lists` and `C:/lists`. */
function sameDrive(path: string): string {
  return /^[a-z]:\//.test(path) ? `${path.charAt(0).toUpperCase()}${path.slice(1)}` : path;
}

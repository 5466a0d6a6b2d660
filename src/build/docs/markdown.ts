/** Lines of a pipe table. Cells may hold anything; pipes and line breaks are made harmless. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(header), `|${header.map(() => '---').join('|')}|`, ...rows.map(line)];
}

function cell(text: string): string {
  return text
    .replaceAll('|', '\\|')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}

/** A code block whose fence is longer than any in it. */
export function code(text: string, language: string): readonly string[] {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, text.replace(/\n+$/, ''), fence];
}

/** Words as code in a line of text; backquotes in them are kept. */
export function inline(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  return fence === '``' ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

/** The text with what stands between two markers replaced (`about` stands in the first), or null where it has no such markers. */
export function between(text: string, name: string, lines: readonly string[], about = ''): string | null {
  const [begin, end] = [`<!-- ${name}:begin${about} -->`, `<!-- ${name}:end -->`];
  const from = text.indexOf(begin);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0) return null;
  return `${text.slice(0, from + begin.length)}\n\n${lines.join('\n')}\n\n${text.slice(to)}`;
}

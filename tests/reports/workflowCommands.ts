/** A workflow command as GitHub's runner understands it. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/**
 * The commands in the output of a step, by the rules of the runner (actions/runner, `ActionCommand.TryParseV2`): output is
 * read by lines, leading white space is passed over, properties are split at commas and trimmed as a whole, and escapes
 * are undone one kind after the other with `%25` last. Lines that are no command are left out.
 */
export function readCommands(output: string): readonly WorkflowCommand[] {
  return output.split(/\r\n|\r|\n/).flatMap((line) => readCommand(line) ?? []);
}

function readCommand(line: string): WorkflowCommand | null {
  const text = line.trimStart();
  if (!text.startsWith('::')) return null;
  const end = text.indexOf('::', 2);
  if (end < 0) return null;
  const head = text.slice(2, end);
  const space = head.indexOf(' ');
  const pairs =
    space < 0
      ? []
      : head
          .slice(space + 1)
          .trim()
          .split(',')
          .filter((pair) => pair !== '');
  const properties: Record<string, string> = {};
  for (const pair of pairs) {
    const equals = pair.indexOf('=');
    if (equals > 0) properties[pair.slice(0, equals)] = unescapeProperty(pair.slice(equals + 1));
  }
  return {
    name: space < 0 ? head : head.slice(0, space),
    properties,
    message: unescapeData(text.slice(end + 2)),
  };
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}

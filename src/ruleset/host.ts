/**
 * What loading a configuration needs from its surroundings. The command line implements it with the disk,
 * a page with what the user dropped on it. Paths are opaque here but for two things: `/` or `\` stands
 * between folders, and a name that ends in `.yaml`, `.yml` or `.json` is a file.
 */
export interface Host {
  /** The text of a file, decoded as UTF-8. Rejects when it cannot be read. */
  readFile(path: string): Promise<string>;
  /** Every file below a folder, however deep, in any order. Rejects when there is no such folder. */
  listFiles(folder: string): Promise<readonly string[]>;
  /** The path that `to`, as written inside the file `from`, stands for. */
  resolve(from: string, to: string): string;
  /** Whether a user's rule without examples is refused. Edges set it in CI; left out, it is accepted. */
  readonly requireExamples?: boolean;
}

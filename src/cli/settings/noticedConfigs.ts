import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ConfigSource } from './configSource.ts';

/** A source of configs that remembers what it was asked for. */
export interface NoticedConfigs extends ConfigSource {
  /** Absolute paths of all files and folders that were read or looked for. */
  readonly noticed: ReadonlySet<string>;
}

/** Wraps a source of configs. */
export function noticedConfigs({ host, exists }: ConfigSource): NoticedConfigs {
  const noticed = new Set<string>();
  return {
    noticed,
    exists(path) {
      noticed.add(path);
      return exists(path);
    },
    host: {
      ...host,
      readFile(path) {
        noticed.add(resolve(path));
        return host.readFile(path);
      },
      async listFiles(folder) {
        noticed.add(resolve(folder));
        const files = await host.listFiles(folder);
        for (const file of files) noticed.add(resolve(file));
        return files;
      },
    },
  };
}

/** What tells one state of a file from another without reading it; empty where there is none. */
export async function stampOf(path: string): Promise<string> {
  try {
    const facts = await stat(path, { bigint: true });
    return `${facts.ino} ${facts.size} ${facts.mtimeNs} ${facts.ctimeNs}`;
  } catch {
    return '';
  }
}

/** The state of several files as one. */
export async function stampOfAll(paths: Iterable<string>): Promise<string> {
  const stamps: string[] = [];
  for (const path of paths) stamps.push(`${path} ${await stampOf(path)}`);
  return stamps.join('\n');
}

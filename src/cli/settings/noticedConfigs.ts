import { type BigIntStats, statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ConfigSource } from './configSource.ts';

/** A source of configs that remembers what it was asked for. */
export interface NoticedConfigs extends ConfigSource {
  /** Absolute paths of all files and folders that were read or looked for, each with its state before that (`stampOf`). */
  readonly noticed: ReadonlyMap<string, string>;
}

/** Wraps a source of configs. */
export function noticedConfigs({ host, exists }: ConfigSource): NoticedConfigs {
  const noticed = new Map<string, string>();
  // Before anything is read, or what is written meanwhile would pass for what was read.
  const notice = (path: string): void => {
    if (!noticed.has(path)) noticed.set(path, stampNow(path));
  };
  return {
    noticed,
    exists(path) {
      notice(path);
      return exists(path);
    },
    host: {
      ...host,
      readFile(path) {
        notice(resolve(path));
        return host.readFile(path);
      },
      async listFiles(folder) {
        notice(resolve(folder));
        const files = await host.listFiles(folder);
        for (const file of files) notice(resolve(file));
        return files;
      },
    },
  };
}

/** What tells one state of a file from another without reading it; empty where there is none. */
export async function stampOf(path: string): Promise<string> {
  try {
    return stampIn(await stat(path, { bigint: true }));
  } catch {
    return '';
  }
}

function stampNow(path: string): string {
  try {
    return stampIn(statSync(path, { bigint: true }));
  } catch {
    return '';
  }
}

function stampIn({ ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return `${ino} ${size} ${mtimeNs} ${ctimeNs}`;
}

/** The state of several files as one. */
export async function stampOfAll(paths: Iterable<string>): Promise<string> {
  const stamps: [string, string][] = [];
  for (const path of paths) stamps.push([path, await stampOf(path)]);
  return joinStamps(stamps);
}

/** Paths with their states as one state. */
export function joinStamps(stamps: Iterable<readonly [string, string]>): string {
  return Array.from(stamps, ([path, stamp]) => `${path} ${stamp}`).join('\n');
}

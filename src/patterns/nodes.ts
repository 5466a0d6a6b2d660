import type { CharSet } from './charSet.ts';

/** Where a piece of a pattern stands in its source, in UTF-16 code units. */
export interface PatternPlace {
  readonly at: number;
  readonly end: number;
}

/** A regular expression taken apart. Everything that linear time allows, and nothing else. */
export type PatternNode = PatternPlace &
  (
    | { readonly type: 'set'; readonly set: CharSet }
    | { readonly type: 'sequence'; readonly parts: readonly PatternNode[] }
    | { readonly type: 'choice'; readonly options: readonly PatternNode[] }
    | {
        readonly type: 'repeat';
        readonly node: PatternNode;
        readonly min: number;
        /** Infinity for `*` and `+`. */
        readonly max: number;
        readonly lazy: boolean;
      }
    /** `index` is null for `(?:…)`. */
    | {
        readonly type: 'group';
        readonly node: PatternNode;
        readonly index: number | null;
        readonly name: string | null;
      }
    | { readonly type: 'edge'; readonly edge: Edge }
  );

/** A place between characters: `^`, `$`, `\b`, `\B`. */
export type Edge = 'lineStart' | 'lineEnd' | 'word' | 'notWord';

/** A pattern, parsed. */
export interface ParsedPattern {
  readonly source: string;
  readonly root: PatternNode;
  /** How many groups capture. */
  readonly groups: number;
  /** Name to group number, 1-based. */
  readonly names: ReadonlyMap<string, number>;
}

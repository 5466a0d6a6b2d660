/** Where `--cache` remembers reports when no folder is named. */
export const CACHE_FOLDER = '.qingdan-cache';

import { markdown, PLAINEST } from '../support/layouts.ts';
import { type Township, township } from '../support/townships.ts';

/** Sizes of lists that are read quickly, the same items in each township of a county. */
export const SMALL = { basic: 3, coordinating: 20, withdrawn: 2, differing: 0 };

/** The list of a township; `change` mends or spoils it. */
export function townDraft(which: Township, change: (text: string) => string = (text) => text): string {
  return change(markdown(township(which, SMALL), PLAINEST, 1));
}

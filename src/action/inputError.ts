import type { ActionMessage } from './messages.ts';

/** An input, or what it asks for, cannot be used: the step fails with 2 and a sentence with the way out. */
export class InputError extends Error {
  /** Which sentence of `messages.ts`. */
  readonly code: ActionMessage;
  readonly data: Readonly<Record<string, string | number>>;
  constructor(code: ActionMessage, data: Readonly<Record<string, string | number>>) {
    super(code);
    this.name = 'InputError';
    this.code = code;
    this.data = data;
  }
}

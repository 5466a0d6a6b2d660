import type { Localized } from '../model/format.ts';

/** What kind of fault a pattern has; stable. */
export type PatternFaultCode = 'syntax' | 'not-linear' | 'too-large' | 'never' | 'empty-match';

/** Why a pattern is refused, and which part of its source is the reason: offset and length in UTF-16 code units. */
export interface PatternFault {
  readonly code: PatternFaultCode;
  readonly at: number;
  readonly length: number;
  readonly message: Localized;
}

/** Thrown inside this room; edges of it give the fault as a value. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
  readonly fault: PatternFault;

  constructor(fault: PatternFault) {
    super(fault.message.en);
    this.fault = fault;
  }
}

import { CONTEXT_LENGTH, type ReportedFinding } from '../model/report.ts';
import { cutEnd, cutMiddle, cutStart, displayWidth } from './displayWidth.ts';
import { visible, visibleExcerpt } from './visible.ts';

/** An excerpt in its sentence, and where the marks below it go. Columns are terminal columns, 0-based. */
export interface Quote {
  readonly before: string;
  /** The words found; empty when something is missing between `before` and `after`. */
  readonly words: string;
  readonly after: string;
  /** Nothing stands there at all, so a stand-in is shown. */
  readonly empty: boolean;
  readonly column: number;
  /** How many `^`; at least 1. */
  readonly length: number;
}

/** At least so many columns of context stay on either side of a long excerpt. */
const CONTEXT = 10;

/**
 * Fits an excerpt and as much of its context as there is room for into one line of `width` columns. The excerpt
 * keeps its middle last, the context its nearest words; `…` stands for what was cut.
 */
export function quote(
  finding: Pick<ReportedFinding, 'excerpt' | 'context'>,
  width: number,
  emptyWord: string,
): Quote {
  const room = Math.max(width, 16);
  const { context } = finding;
  const before = (wasCut(context.before) ? '…' : '') + visible(context.before);
  const after = visible(context.after) + (wasCut(context.after) ? '…' : '');
  const excerpt = visibleExcerpt(ends(finding.excerpt, room));
  if (before.trim() === '' && excerpt === '' && after.trim() === '') {
    return {
      before: '',
      words: emptyWord,
      after: '',
      empty: true,
      column: 0,
      length: displayWidth(emptyWord),
    };
  }
  const kept = Math.min(displayWidth(before), CONTEXT) + Math.min(displayWidth(after), CONTEXT);
  const words = cutMiddle(excerpt, Math.max(room - kept, Math.ceil(room / 2)));
  const rest = Math.max(room - displayWidth(words), 2);
  const half = Math.floor(rest / 2);
  const beforeRoom = Math.max(half, rest - displayWidth(after));
  const shownBefore = cutStart(before, beforeRoom);
  const shownAfter = cutEnd(after, rest - displayWidth(shownBefore));
  return {
    before: shownBefore,
    words,
    after: shownAfter,
    empty: false,
    column: displayWidth(shownBefore),
    length: Math.max(displayWidth(words), 1),
  };
}

function wasCut(context: string): boolean {
  return context.length >= CONTEXT_LENGTH && [...context].length >= CONTEXT_LENGTH;
}

/** Spares the work on the middle of an excerpt that is a whole table: only its ends can be shown. */
function ends(excerpt: string, width: number): string {
  const limit = width * 8;
  return excerpt.length <= limit * 2 ? excerpt : excerpt.slice(0, limit) + excerpt.slice(-limit);
}

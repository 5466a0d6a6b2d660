import type { Severity } from '../../model/rule.ts';
import { visible } from '../visible.ts';

/** The levels of SARIF by severity. */
export function levelOf(severity: Severity): 'error' | 'warning' | 'note' {
  return severity === 'info' ? 'note' : severity;
}

/**
 * Words for a plain text message, on one line. Braces are doubled, because single ones hold placeholders (§3.11.5), and
 * what would read as an embedded link is none (§3.11.6).
 */
export function plainText(text: string): string {
  return visible(text)
    .replace(/[{}]/g, '$&$&')
    .replace(/\\?\[([^[\]]*)\\?\]\(/g, '\\[$1\\](');
}

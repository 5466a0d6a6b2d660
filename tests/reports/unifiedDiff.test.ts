import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/engine/fixEdits.ts';
import { unifiedDiff } from '../../src/reports/unifiedDiff.ts';

const EXACT = { color: false, terminal: false };

/** What `patch` makes of a text and a unified diff of it, every line of context compared. */
function patched(text: string, diff: string): string {
  const lines = text === '' ? [] : text.split(/(?<=\n)/);
  const result: string[] = [];
  let at = 0;
  const rows = diff.split(/(?<=\n)/).slice(2);
  for (const [index, row] of rows.entries()) {
    const hunk = /^@@ -(\d+)(?:,(\d+))? \+\d+(?:,\d+)? @@/.exec(row);
    if (hunk) {
      const start = hunk[2] === '0' ? Number(hunk[1]) : Number(hunk[1]) - 1;
      result.push(...lines.slice(at, start));
      at = start;
      continue;
    }
    if (row.startsWith('\\')) continue;
    const whole = row.slice(1);
    const line = rows[index + 1]?.startsWith('\\') ? whole.slice(0, -1) : whole;
    if (row[0] !== '+') expect(line).toBe(lines[at++]);
    if (row[0] !== '-') result.push(line);
  }
  return [...result, ...lines.slice(at)].join('');
}

const words = fc
  .array(fc.constantFrom('负责', '；', '\n', '\n', '\r\n', '1.', ' '), { maxLength: 6 })
  .map((parts) => parts.join(''));
const edited = fc
  .tuple(fc.array(fc.tuple(words, words, words), { minLength: 1, maxLength: 5 }), words)
  .map(([changes, end]) => {
    let text = '';
    const edits = changes.map(([kept, removed, inserted]) => {
      text += `${kept}职`;
      const start = text.length;
      text += removed;
      return { start, end: text.length, text: inserted };
    });
    return {
      text: text + end,
      edits: edits.filter(({ start, end: to, text: into }) => to > start || into !== ''),
    };
  });

describe('a unified diff', () => {
  it('leads from the text to the fixed one', () => {
    fc.assert(
      fc.property(edited, ({ text, edits }) => {
        fc.pre(edits.length > 0);
        expect(patched(text, unifiedDiff('lists.md', text, edits, EXACT))).toBe(applyEdits(text, edits));
      }),
    );
  });

  it('names the file and the items, and shows a line around each change', () => {
    const text = '甲\n乙\n| 1 | 党的建没 |\n丙\n丁\n戊\n己\n负责;';
    const edits = [
      { start: 13, end: 14, text: '设' },
      { start: text.length - 1, end: text.length, text: '；' },
    ];
    const heading = (line: number) => (line === 3 ? '云溪镇基本履职事项清单 第1项' : null);
    expect(unifiedDiff('清单/云溪.md', text, edits, { ...EXACT, heading })).toBe(
      `--- a/清单/云溪.md
+++ b/清单/云溪.md
@@ -2,3 +2,3 @@ 云溪镇基本履职事项清单 第1项
 乙
-| 1 | 党的建没 |
+| 1 | 党的建设 |
 丙
@@ -7,2 +7,2 @@
 己
-负责;
\\ No newline at end of file
+负责；
\\ No newline at end of file
`,
    );
  });

  it('cuts long lines on a terminal down to the change, and makes what would act on it visible', () => {
    const row = `${'责'.repeat(60)};${'任'.repeat(60)}\u001b[2J`;
    const diff = unifiedDiff('a\u001b.md', row, [{ start: 60, end: 61, text: '；' }], {
      color: false,
      terminal: true,
    });
    expect(diff).toBe(
      `--- a/a<U+001B>.md
+++ b/a<U+001B>.md
@@ -1 +1 @@
-…${'责'.repeat(16)};${'任'.repeat(16)}…
\\ No newline at end of file
+…${'责'.repeat(16)}；${'任'.repeat(16)}…
\\ No newline at end of file
`,
    );
  });

  it('marks what changed in colour', () => {
    const diff = unifiedDiff('a.md', '一;二\n', [{ start: 1, end: 2, text: '；' }], {
      color: true,
      terminal: false,
    });
    expect(diff.split('\n').slice(3, 5)).toEqual([
      '\u001b[31m-\u001b[39m\u001b[31m一\u001b[39m\u001b[31m\u001b[4m;\u001b[24m\u001b[39m\u001b[31m二\u001b[39m',
      '\u001b[32m+\u001b[39m\u001b[32m一\u001b[39m\u001b[32m\u001b[4m；\u001b[24m\u001b[39m\u001b[32m二\u001b[39m',
    ]);
  });

  it('of no change is empty', () => {
    expect(unifiedDiff('a.md', '一', [], EXACT)).toBe('');
  });
});

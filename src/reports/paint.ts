/** Colours of the text report. */
export type Style = 'bold' | 'dim' | 'underline' | 'red' | 'yellow' | 'blue' | 'green' | 'cyan';

const CODES: Readonly<Record<Style, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  underline: [4, 24],
  red: [31, 39],
  yellow: [33, 39],
  blue: [34, 39],
  green: [32, 39],
  cyan: [36, 39],
};

/** Paints words with ANSI SGR codes (ECMA-48), or leaves them as they are. */
export type Paint = (words: string, ...styles: readonly Style[]) => string;

/** The painter for a terminal with colours, or without. */
export function painter(color: boolean): Paint {
  if (!color) return (words) => words;
  return (words, ...styles) => {
    if (words === '') return '';
    let painted = words;
    for (const style of styles) painted = `\u001b[${CODES[style][0]}m${painted}\u001b[${CODES[style][1]}m`;
    return painted;
  };
}

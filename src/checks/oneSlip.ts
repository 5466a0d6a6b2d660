/** Shorter words are too like each other. */
const SHORTEST = 4;

/**
 * Whether a word is another one with a single slip of the hand: one character for another, or two neighbours that changed places.
 * Words of fewer than four characters never are.
 */
export function isOneSlip(found: string, meant: string): boolean {
  if (found.length !== meant.length || found.length < SHORTEST) return false;
  const odd: number[] = [];
  for (let i = 0; i < found.length; i++) if (found.charAt(i) !== meant.charAt(i)) odd.push(i);
  const [first = 0, second = 0] = odd;
  if (odd.length === 1) return true;
  return (
    odd.length === 2 &&
    second === first + 1 &&
    found.charAt(first) === meant.charAt(second) &&
    found.charAt(second) === meant.charAt(first)
  );
}

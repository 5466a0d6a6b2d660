/** The roots of the first 64 primes, from which FIPS 180-4 takes its constants: 32 bits of the fraction. */
function fractions(count: number, root: number): readonly number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate++) {
    let prime = true;
    for (let divisor = 2; divisor * divisor <= candidate; divisor++)
      if (candidate % divisor === 0) prime = false;
    const value = candidate ** (1 / root);
    if (prime) found.push(((value - Math.floor(value)) * 2 ** 32) | 0);
  }
  return found;
}

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/**
 * SHA-256 (FIPS 180-4) of a text in UTF-8, in Base64, as a content security policy names an inline script. The one of the
 * platform is asynchronous, and missing from pages that were not loaded over https.
 */
export function sha256Base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(padded.length - 4, (bytes.length * 8) >>> 0);
  const state = Int32Array.from(fractions(8, 2));
  const constants = fractions(64, 3);
  const w = new Int32Array(64);
  for (let block = 0; block < padded.length; block += 64) {
    for (let i = 0; i < 64; i++) {
      const [far, near] = [w[i - 15] ?? 0, w[i - 2] ?? 0];
      w[i] =
        i < 16
          ? view.getInt32(block + i * 4)
          : (w[i - 16] ?? 0) +
            (turned(far, 7) ^ turned(far, 18) ^ (far >>> 3)) +
            (w[i - 7] ?? 0) +
            (turned(near, 17) ^ turned(near, 19) ^ (near >>> 10));
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
    for (let i = 0; i < 64; i++) {
      const choice = (e & f) ^ (~e & g);
      const majority = (a & b) ^ (a & c) ^ (b & c);
      const one = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
      const two = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
      const next = (h + one + choice + (constants[i] ?? 0) + (w[i] ?? 0)) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + next) | 0, c, b, a, (next + two + majority) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => {
      state[i] = ((state[i] ?? 0) + word) | 0;
    });
  }
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, i) => {
    digest.setInt32(i * 4, word);
  });
  return btoa(String.fromCharCode(...new Uint8Array(digest.buffer)));
}

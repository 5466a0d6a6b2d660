/** What a walk over bytes as UTF-8 finds. Counts are bytes. */
export interface Utf8Survey {
  /** Offset of the first byte that is no UTF-8, or -1. */
  readonly firstBad: number;
  /** Bytes above 0x7F. */
  readonly high: number;
  /** Bytes of well-formed sequences of three or four bytes, which other encodings form by chance only rarely. */
  readonly long: number;
}

/** Walks over all bytes as UTF-8 (Unicode 16, table 3-7: no overlong forms, no surrogates); after a bad byte it goes on with the next one. */
export function surveyUtf8(bytes: Uint8Array): Utf8Survey {
  let firstBad = -1;
  let high = 0;
  let long = 0;
  for (let i = 0; i < bytes.length; ) {
    const length = utf8Length(bytes, i);
    if (length === 1) {
      i++;
      continue;
    }
    if (length === 0) {
      if (firstBad < 0) firstBad = i;
      high++;
      i++;
      continue;
    }
    high += length;
    if (length > 2) long += length;
    i += length;
  }
  return { firstBad, high, long };
}

function utf8Length(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const second = bytes[at + 1] ?? 0;
  if (lead >= 0xc2 && lead <= 0xdf) return isTrail(second) ? 2 : 0;
  if (lead >= 0xe0 && lead <= 0xef) {
    const low = lead === 0xe0 ? 0xa0 : 0x80;
    const top = lead === 0xed ? 0x9f : 0xbf;
    return second >= low && second <= top && isTrail(bytes[at + 2] ?? 0) ? 3 : 0;
  }
  if (lead >= 0xf0 && lead <= 0xf4) {
    const low = lead === 0xf0 ? 0x90 : 0x80;
    const top = lead === 0xf4 ? 0x8f : 0xbf;
    const rest = isTrail(bytes[at + 2] ?? 0) && isTrail(bytes[at + 3] ?? 0);
    return second >= low && second <= top && rest ? 4 : 0;
  }
  return 0;
}

function isTrail(byte: number): boolean {
  return byte >= 0x80 && byte <= 0xbf;
}

/** What a walk over bytes as GB18030 finds. Counts are characters. */
export interface Gb18030Survey {
  /** Offset of the first byte that is no GB18030, or -1. */
  readonly firstBad: number;
  /** Characters of two or four bytes. */
  readonly wide: number;
  /** Level 1 of GB 2312 (the 3755 most frequent characters). */
  readonly frequent: number;
  /** Level 2 of GB 2312. */
  readonly rare: number;
  /** Punctuation, digits, letters and other signs. */
  readonly signs: number;
}

/**
 * Walks over all bytes as GB18030 and counts what Chinese text is made of. Nearly any bytes above 0x80 form
 * characters in GB18030; only real text is made of the rows of GB 2312: lead bytes A1–A9 signs, B0–D7 frequent characters,
 * D8–F7 the others, trail bytes from A1; and the signs that GBK added in A8 and A9 (〇 among them). Latin-1, Big5 and Shift-JIS texts fall into its other areas.
 */
export function surveyGb18030(bytes: Uint8Array): Gb18030Survey {
  let firstBad = -1;
  let wide = 0;
  let frequent = 0;
  let rare = 0;
  let signs = 0;
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) {
      i++;
      continue;
    }
    const second = bytes[i + 1] ?? 0;
    if (lead > 0x80 && lead < 0xff && second >= 0x40 && second !== 0x7f && second !== 0xff) {
      wide++;
      if (second >= 0xa1) {
        if (lead >= 0xb0 && lead <= 0xd7) frequent++;
        else if (lead >= 0xd8 && lead <= 0xf7) rare++;
        else if (lead >= 0xa1 && lead <= 0xa9) signs++;
      } else if (lead === 0xa8 || lead === 0xa9) signs++;
      i += 2;
    } else if (isFourByte(bytes, i)) {
      wide++;
      i += 4;
    } else {
      if (firstBad < 0) firstBad = i;
      i++;
    }
  }
  return { firstBad, wide, frequent, rare, signs };
}

function isFourByte(bytes: Uint8Array, at: number): boolean {
  const digit = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39;
  const wide = (byte: number | undefined) => byte !== undefined && byte >= 0x81 && byte <= 0xfe;
  return wide(bytes[at]) && digit(bytes[at + 1]) && wide(bytes[at + 2]) && digit(bytes[at + 3]);
}

/** Share of the 16-bit units that Chinese office text is made of: ASCII, Chinese characters, their punctuation, full-width forms. */
export function utf16Share(bytes: Uint8Array, littleEndian: boolean): number {
  const units = bytes.length >> 1;
  if (units === 0) return 0;
  const low = littleEndian ? 0 : 1;
  let likely = 0;
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    const unit = (bytes[i + low] ?? 0) | ((bytes[i + 1 - low] ?? 0) << 8);
    if (
      (unit >= 0x20 && unit < 0x7f) ||
      (unit >= 9 && unit <= 13) ||
      (unit >= 0x4e00 && unit <= 0x9fff) ||
      (unit >= 0x2010 && unit <= 0x203b) ||
      (unit >= 0x2460 && unit <= 0x249b) ||
      (unit >= 0x3000 && unit <= 0x303f) ||
      (unit >= 0xff00 && unit <= 0xffef)
    )
      likely++;
  }
  return likely / units;
}

/** Offset of the first byte of a lone surrogate, or of a last odd byte; -1 where the bytes are sound UTF-16. */
export function firstBadUtf16(bytes: Uint8Array, littleEndian: boolean): number {
  const low = littleEndian ? 0 : 1;
  const unitAt = (i: number) => (bytes[i + low] ?? 0) | ((bytes[i + 1 - low] ?? 0) << 8);
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    const unit = unitAt(i);
    if (unit < 0xd800 || unit > 0xdfff) continue;
    const next = i + 3 < bytes.length ? unitAt(i + 2) : 0;
    if (unit > 0xdbff || next < 0xdc00 || next > 0xdfff) return i;
    i += 2;
  }
  return bytes.length % 2 === 1 ? bytes.length - 1 : -1;
}

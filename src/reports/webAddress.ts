/** An address from a report as the target of a link; null for anything but a plain web address. */
export function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\/[\w./?#=%+-]+$/.test(url) ? url : null;
}

/**
 * The first `charsMax` UTF-16 code units of a text, never ending in half a surrogate pair.
 *
 * @example
 * clip("ab😀", 3); // "ab"
 */
export function clip(text: string, charsMax: number): string {
  if (text.length <= charsMax) return text;
  const last = text.charCodeAt(charsMax - 1);
  const splits = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, splits ? charsMax - 1 : charsMax);
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Base64 of RFC 4648, section 4, with padding. */
export function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const word = (a << 16) | (b << 8) | c;
    for (let part = 0; part < 4; part += 1) {
      text += at + part > bytes.length ? "=" : (ALPHABET[(word >> (18 - 6 * part)) & 63] ?? "");
    }
  }
  return text;
}

/** Null for what is no base64: another character, a missing or misplaced padding, bits that stand for nothing. */
export function fromBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null;
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  for (let at = 0; at < text.length; at += 4) {
    let word = 0;
    for (let part = 0; part < 4; part += 1) word = (word << 6) | Math.max(0, ALPHABET.indexOf(text[at + part] ?? ""));
    const to = (at / 4) * 3;
    for (let part = 0; part < 3 && to + part < bytes.length; part += 1)
      bytes[to + part] = (word >> (16 - 8 * part)) & 255;
  }
  return toBase64(bytes) === text ? bytes : null;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Single letters after a backslash in a path that git quotes as C does. */
const ESCAPES: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
  '"': QUOTE,
  "\\": BACKSLASH,
};

/** A path as it stands in a diff, quoted or not; null when the quotes are not closed or hold no known escape. */
export function diffPath(bytes: Buffer): string | null {
  if (bytes[0] !== QUOTE) return bytes.toString("utf8");
  const end = quoteEnd(bytes);
  return end === bytes.length - 1 ? unquoted(bytes.subarray(1, end)) : null;
}

/** Offset of the closing quote of a path that begins with one; -1 when there is none. */
export function quoteEnd(bytes: Buffer): number {
  for (let at = 1; at < bytes.length; at += 1) {
    if (bytes[at] === BACKSLASH) at += 1;
    else if (bytes[at] === QUOTE) return at;
  }
  return -1;
}

function unquoted(bytes: Buffer): string | null {
  const path: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte !== BACKSLASH) {
      path.push(byte);
      continue;
    }
    const rest = bytes.toString("latin1", at + 1, at + 4);
    const octal = /^[0-3][0-7]{2}$/.test(rest);
    const value = octal ? Number.parseInt(rest, 8) : ESCAPES[rest.slice(0, 1)];
    if (value === undefined) return null;
    path.push(value);
    at += octal ? 3 : 1;
  }
  return Buffer.from(path).toString("utf8");
}

/** Line and column of a byte, both counted from 1, the column in bytes. A position past the end is the end. */
export function placeOf(bytes: Uint8Array, offset: number): { readonly line: number; readonly column: number } {
  const end = Math.min(offset, bytes.length);
  let line = 1;
  let start = 0;
  for (let at = bytes.indexOf(LINE_FEED); at !== -1 && at < end; at = bytes.indexOf(LINE_FEED, at + 1)) {
    line += 1;
    start = at + 1;
  }
  return { line, column: end - start + 1 };
}

const LINE_FEED = 0x0a;

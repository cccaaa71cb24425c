import type { ErrorPlace } from "../errors/holdpoint-error.ts";
import { HoldpointError } from "../errors/holdpoint-error.ts";

const NEWLINE = 0x0a;

/**
 * UTF-8 bytes as text, without one leading byte order mark.
 *
 * @throws HoldpointError `HP-READ-ENCODING` at the first byte that is not UTF-8 (column in bytes)
 */
export function decodeUtf8(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    const offset = invalidAt(bytes);
    if (offset === null) {
      throw new HoldpointError(
        "HP-READ-TOO-LARGE",
        `${bytes.length} bytes are more than a text can hold`,
        { file },
        cause,
      );
    }
    const seen = `byte 0x${(bytes[offset] ?? 0).toString(16).padStart(2, "0")} at offset ${offset} is not UTF-8`;
    throw new HoldpointError("HP-READ-ENCODING", `${seen}${guess(bytes)}`, bytePlace(bytes, offset, file), cause);
  }
}

function guess(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isUtf16 ? "; the file looks like UTF-16" : "";
}

function bytePlace(bytes: Uint8Array, offset: number, file: string): ErrorPlace {
  let line = 1;
  let start = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1 && at < offset; at = bytes.indexOf(NEWLINE, at + 1)) {
    line += 1;
    start = at + 1;
  }
  return { file, line, column: offset - start + 1 };
}

/** Offset of the first byte that begins no well-formed sequence (Unicode 16, table 3-7), or null. */
function invalidAt(bytes: Uint8Array): number | null {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return null;
}

function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const second = bytes[at + 1] ?? 0;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return 0;
  for (let next = 2; next < length; next += 1) {
    if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}

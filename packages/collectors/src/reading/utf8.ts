import { isUtf8 } from "node:buffer";
import { HoldpointError } from "@holdpoint/core";
import { placeOf } from "./place.ts";

/** Refuses what no text report holds: NUL and byte sequences that are not UTF-8. Throws `HP-READ-ENCODING`. */
export function assertUtf8Text(bytes: Uint8Array, file: string): void {
  const nul = bytes.indexOf(0);
  if (nul !== -1) {
    throw new HoldpointError("HP-READ-ENCODING", "a NUL byte: this is no text file", { file, ...placeOf(bytes, nul) });
  }
  if (isUtf8(bytes)) return;
  const place = placeOf(bytes, firstInvalid(bytes));
  throw new HoldpointError("HP-READ-ENCODING", "bytes that are not UTF-8", { file, ...place });
}

/** The bytes without one leading byte order mark. */
export function withoutByteOrderMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

const STEP_BYTES = 65_536;

/** Offset of the first byte that a strict decoder cannot go past, of bytes that are not UTF-8. */
export function firstInvalid(bytes: Uint8Array): number {
  let sound = 0;
  for (let end = stepEnd(bytes, sound); isUtf8(bytes.subarray(sound, end)); end = stepEnd(bytes, sound)) sound = end;
  for (;;) {
    const end = sound + sequenceLength(bytes[sound] ?? 0);
    if (end > bytes.length || !isUtf8(bytes.subarray(sound, end))) return sound;
    sound = end;
  }
}

/** A later offset at which no character is cut, if the bytes are sound. */
function stepEnd(bytes: Uint8Array, start: number): number {
  let end = Math.min(start + STEP_BYTES, bytes.length);
  for (let back = 0; back < 3 && ((bytes[end] ?? 0) & 0xc0) === 0x80; back += 1) end -= 1;
  return end;
}

function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

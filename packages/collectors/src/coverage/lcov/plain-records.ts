import type { LineHitsBuilder } from "../counts/line-hits.ts";
import type { PointsBuilder } from "../counts/points.ts";
import type { LcovCursor } from "./cursor.ts";

const LINE_FEED = 0x0a;
const COMMA = 0x2c;
const DASH = 0x2d;
const ZERO = 0x30;
/** So many digits fit every field, and are exact; a longer number is left to the general way. */
const LINE_DIGITS_MAX = 9;
const HITS_DIGITS_MAX = 15;

/**
 * Reads `DA:<line>,<hits>` and `BRDA:<line>,<block>,<branch>,<taken>` in their plainest form, nine of ten lines of a
 * report, from the cursor on, and stops before anything else, right or wrong: that is read the general way. Only lines
 * that end with a line feed are looked at, so that every search ends inside of the block.
 */
export function readPlainRecords(
  cursor: LcovCursor,
  lines: LineHitsBuilder | null,
  branches: PointsBuilder | null,
): void {
  const bytes: Uint8Array = cursor.bytes;
  const end = cursor.blockEnd;
  let start = cursor.next;
  let read = 0;
  if (end === 0 || bytes[end - 1] !== LINE_FEED) return;
  while (start < end) {
    const first = bytes[start];
    if (first === 0x44 && lines !== null) {
      // DA:
      if (bytes[start + 1] !== 0x41 || bytes[start + 2] !== 0x3a) break;
      let at = start + 3;
      let line = 0;
      let digit = (bytes[at] ?? 0) - ZERO;
      while (digit >= 0 && digit <= 9) {
        line = line * 10 + digit;
        at += 1;
        digit = (bytes[at] ?? 0) - ZERO;
      }
      if (line === 0 || at - start > 3 + LINE_DIGITS_MAX || bytes[at] !== COMMA) break;
      const hitsAt = at + 1;
      at = hitsAt;
      let hits = 0;
      digit = (bytes[at] ?? 0) - ZERO;
      while (digit >= 0 && digit <= 9) {
        hits = hits * 10 + digit;
        at += 1;
        digit = (bytes[at] ?? 0) - ZERO;
      }
      if (at === hitsAt || at - hitsAt > HITS_DIGITS_MAX || bytes[at] !== LINE_FEED) break;
      lines.add(line, hits);
      start = at + 1;
    } else if (first === 0x42 && branches !== null) {
      // BRDA:
      if (bytes[start + 1] !== 0x52 || bytes[start + 2] !== 0x44) break;
      if (bytes[start + 3] !== 0x41 || bytes[start + 4] !== 0x3a) break;
      let at = start + 5;
      let line = 0;
      let digit = (bytes[at] ?? 0) - ZERO;
      while (digit >= 0 && digit <= 9) {
        line = line * 10 + digit;
        at += 1;
        digit = (bytes[at] ?? 0) - ZERO;
      }
      if (line === 0 || at - start > 5 + LINE_DIGITS_MAX || bytes[at] !== COMMA) break;
      const blockAt = at + 1;
      at = blockAt;
      let block = 0;
      digit = (bytes[at] ?? 0) - ZERO;
      while (digit >= 0 && digit <= 9) {
        block = block * 10 + digit;
        at += 1;
        digit = (bytes[at] ?? 0) - ZERO;
      }
      if (at === blockAt || at - blockAt > LINE_DIGITS_MAX || bytes[at] !== COMMA) break;
      const branchAt = at + 1;
      at = branchAt;
      let branch = 0;
      digit = (bytes[at] ?? 0) - ZERO;
      while (digit >= 0 && digit <= 9) {
        branch = branch * 10 + digit;
        at += 1;
        digit = (bytes[at] ?? 0) - ZERO;
      }
      if (at === branchAt || at - branchAt > LINE_DIGITS_MAX || bytes[at] !== COMMA) break;
      const takenAt = at + 1;
      at = takenAt;
      let isTaken = false;
      if (bytes[at] === DASH) at += 1;
      else {
        digit = (bytes[at] ?? 0) - ZERO;
        while (digit >= 0 && digit <= 9) {
          if (digit > 0) isTaken = true;
          at += 1;
          digit = (bytes[at] ?? 0) - ZERO;
        }
      }
      if (at === takenAt || at - takenAt > HITS_DIGITS_MAX || bytes[at] !== LINE_FEED) break;
      branches.add(line, branch, block, isTaken);
      start = at + 1;
    } else break;
    read += 1;
  }
  cursor.skipTo(start, read);
}

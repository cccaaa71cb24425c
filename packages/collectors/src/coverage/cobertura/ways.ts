import type { Count } from "@holdpoint/core";
import type { XmlFields } from "../xml/fields.ts";
import type { XmlTag } from "../xml/tag.ts";
import { WORD } from "./words.ts";

/** Most ways out of one line. */
const WAYS_MAX = 65_535;

const OPENING = 0x28;
const SLASH = 0x2f;
const CLOSING = 0x29;

const CONDITIONS = WORD["condition-coverage"];

/**
 * The ways of a line that `condition-coverage="50% (1/2)"` counts; null where it gives a percentage alone. The
 * percentage is not looked at.
 */
export function waysOf(tag: XmlTag, fields: XmlFields): Count | null {
  const slot = tag.find(CONDITIONS);
  if (slot === -1) return null;
  const { bytes } = tag.window;
  const end = tag.end(slot);
  let at = tag.start(slot);
  while (at < end && bytes[at] !== OPENING) at += 1;
  if (at === end) return null;
  const covered = digits(bytes, at + 1, end);
  at = digitsEnd(bytes, at + 1, end);
  const total = bytes[at] === SLASH ? digits(bytes, at + 1, end) : -1;
  at = digitsEnd(bytes, at + 1, end);
  if (covered === -1 || total === -1 || bytes[at] !== CLOSING || at + 1 !== end) {
    fields.fail("condition-coverage must be like `50% (1/2)`", CONDITIONS);
  }
  if (covered > total) fields.fail("more ways were covered than there are", CONDITIONS);
  if (total > WAYS_MAX) fields.fail(`no line has more than ${WAYS_MAX} ways`, CONDITIONS);
  return { covered, total };
}

/** The number at an offset; -1 where no digit stands. */
function digits(bytes: Buffer, start: number, end: number): number {
  const stop = digitsEnd(bytes, start, end);
  let number = 0;
  for (let at = start; at < stop; at += 1) number = number * 10 + (bytes[at] ?? 0) - 0x30;
  return stop === start ? -1 : number;
}

function digitsEnd(bytes: Buffer, start: number, end: number): number {
  let at = start;
  while (at < end && (bytes[at] ?? 0) >= 0x30 && (bytes[at] ?? 0) <= 0x39) at += 1;
  return at;
}

/** `coverage` of a jump's `condition` that was taken neither, one or both ways. */
const JUMP: ReadonlyMap<string, number> = new Map([
  ["0%", 0],
  ["50%", 1],
  ["100%", 2],
]);

/** The two ways of a `<condition type="jump" coverage="50%">`; null for other kinds, whose ways nothing tells. */
export function jumpWays(type: string | null, coverage: string | null): Count | null {
  if (type !== "jump" || coverage === null) return null;
  const covered = JUMP.get(coverage.replace(/\.0+(?=%)/, "").trim());
  return covered === undefined ? null : { covered, total: 2 };
}

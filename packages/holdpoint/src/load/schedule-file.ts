import { HoldpointError } from "@holdpoint/core";

export const SCHEDULE_LINES_MAX = 1_000_000;

const NUMBER = /^[0-9]{1,12}(?:\.[0-9]{1,6})?$/;

/**
 * Offsets of a recorded schedule: one number a line, milliseconds since the phase's start, not falling.
 *
 * @throws HoldpointError `HP-READ-SYNTAX`, `HP-READ-EMPTY` or `HP-READ-TOO-LARGE`, with the line
 * @example
 * readSchedule("0\n1.5\n40\n", "schedule.txt"); // [0, 1.5, 40]
 */
export function readSchedule(text: string, file: string): readonly number[] {
  const offsets: number[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    const place = { file, line: index + 1, column: 1 };
    const trimmed = line.trim();
    if (trimmed === "") continue;
    if (!NUMBER.test(trimmed)) {
      throw new HoldpointError("HP-READ-SYNTAX", "the line is not a number of milliseconds", place);
    }
    const offset = Number(trimmed);
    if (offset < (offsets.at(-1) ?? 0)) {
      throw new HoldpointError("HP-READ-SYNTAX", `${trimmed} ms comes after ${offsets.at(-1)} ms`, place);
    }
    if (offsets.length === SCHEDULE_LINES_MAX) {
      throw new HoldpointError("HP-READ-TOO-LARGE", `more than ${SCHEDULE_LINES_MAX} arrivals`, place);
    }
    offsets.push(offset);
  }
  if (offsets.length === 0) throw new HoldpointError("HP-READ-EMPTY", "the schedule holds no arrival", { file });
  return offsets;
}

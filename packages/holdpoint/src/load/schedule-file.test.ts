import assert from "node:assert/strict";
import { test } from "node:test";
import { readSchedule, SCHEDULE_LINES_MAX } from "./schedule-file.ts";

test("numbers, a line each, equal ones too; empty lines and blanks are nothing", () => {
  assert.deepEqual(readSchedule("0\n 1.5 \r\n\n1.5\n40.000001\n", "s.txt"), [0, 1.5, 1.5, 40.000001]);
});

test("what is no schedule is refused with its line", () => {
  for (const [text, line] of [
    ["0\nabc\n", 2],
    ["-1\n", 1],
    ["1e3\n", 1],
    ["0\n5\n4.9\n", 3],
    ["1.1234567\n", 1],
    ["9999999999999\n", 1],
  ] as const) {
    assert.throws(() => readSchedule(text, "s.txt"), {
      code: "HP-READ-SYNTAX",
      place: { file: "s.txt", line, column: 1 },
    });
  }
  assert.throws(() => readSchedule("\n \n", "s.txt"), { code: "HP-READ-EMPTY" });
});

test("more arrivals than are kept are refused", () => {
  const text = "0\n".repeat(SCHEDULE_LINES_MAX + 1);
  assert.throws(() => readSchedule(text, "s.txt"), { code: "HP-READ-TOO-LARGE" });
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { periodOf } from "./period.ts";

const NOW_MS = Date.UTC(2026, 0, 12, 7);

test("a period is counted back from its end, or begins on a date", () => {
  const days = (since: string, until?: string): number[] => {
    const { sinceMs, untilMs } = periodOf(since, until, NOW_MS);
    return [sinceMs, untilMs];
  };
  assert.deepEqual(days("1w"), [Date.UTC(2026, 0, 5, 7), NOW_MS]);
  assert.deepEqual(days("30d", "2026-01-31"), [Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 31)]);
  assert.deepEqual(days("2026-01-05"), [Date.UTC(2026, 0, 5), NOW_MS]);
  assert.deepEqual(days("2026-01-05T06:00:00Z", "2026-01-05T07:00:00Z"), [
    Date.UTC(2026, 0, 5, 6),
    Date.UTC(2026, 0, 5, 7),
  ]);
});

for (const [since, until, text] of [
  ["soon", undefined, /--since "soon" is not 1w, 30d/],
  ["0w", undefined, /--since "0w"/],
  ["2026-02-30", undefined, /--since "2026-02-30"/],
  ["1w", "1w", /--until "1w" is not a date/],
  ["2026-01-12", "2026-01-12", /not before --until/],
  ["2027-01-01", undefined, /not before --until/],
  ["999w", undefined, /more than 3660 days/],
] as const) {
  test(`${since} to ${until ?? "now"} is refused`, () => {
    assert.throws(
      () => periodOf(since, until, NOW_MS),
      (error: unknown) => isHoldpointError(error) && error.code === "HP-USAGE" && text.test(error.message),
    );
  });
}

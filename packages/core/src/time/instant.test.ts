import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseInstant } from "./instant.ts";

test("instants in UTC are read to the millisecond", () => {
  assert.equal(parseInstant("1970-01-01T00:00:00Z"), 0);
  assert.equal(parseInstant("2026-01-02T03:04:05.678Z"), Date.UTC(2026, 0, 2, 3, 4, 5, 678));
  assert.equal(parseInstant("2024-02-29T23:59:59Z"), Date.UTC(2024, 1, 29, 23, 59, 59));
});

test("what every machine would not read the same is no instant", () => {
  const wrong = [
    "",
    "2026",
    "2026-01-02",
    "2026-01-02T03:04:05",
    "2026-01-02T03:04:05+01:00",
    "2026-01-02 03:04:05Z",
    "2026-02-30T00:00:00Z",
    "2025-02-29T00:00:00Z",
    "2026-13-01T00:00:00Z",
    "2026-01-02T24:00:00Z",
    "2026-01-02T03:60:05Z",
    "2026-01-02T03:04:60Z",
    "2026-01-02t03:04:05z",
    " 2026-01-02T03:04:05Z",
    "2026-01-02T03:04:05Z\n",
    "2026-01-02T03:04:05.Z",
    "2 Jan 2026 03:04:05 UTC",
  ];
  for (const text of wrong) assert.ok(Number.isNaN(parseInstant(text)), text);
});

test("whatever toISOString writes is read back", () => {
  const dates = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("9999-12-31T23:59:59.999Z") });
  fc.assert(
    fc.property(dates, (date) => {
      assert.equal(parseInstant(date.toISOString()), date.getTime());
    }),
  );
});

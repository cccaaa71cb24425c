import assert from "node:assert/strict";
import { test } from "node:test";
import { floorText, standingOf } from "./standing.ts";

const TOTALS = {
  lines: { covered: 90, total: 100 },
  branches: { covered: 0, total: 0 },
  functions: null,
  statements: null,
  regions: null,
};
const NOW_MS = Date.parse("2026-03-14T12:00:00Z");
const of = (floors: object, maxUncovered: object = {}, advisoryUntil: string | null = null): string =>
  standingOf(TOTALS, { floors, maxUncovered, advisoryUntil }, NOW_MS);

test("a floor is met exactly, and what is not measured never meets one", () => {
  assert.equal(of({}), "no floor");
  assert.equal(of({ lines: 90 }), "met");
  assert.equal(of({ lines: 90.1 }), "missed");
  assert.equal(of({ functions: 1 }), "not measured");
  assert.equal(of({ branches: 1 }), "not measured");
  assert.equal(of({ branches: 0 }), "met");
  assert.equal(of({ lines: 90, functions: 50 }), "not measured");
  assert.equal(of({ lines: 91, functions: 50 }), "missed");
  assert.equal(of({}, { lines: 10 }), "met");
  assert.equal(of({}, { lines: 9 }), "missed");
  assert.equal(of({}, { functions: 9 }), "not measured");
});

test("a miss is advisory until its day has come", () => {
  assert.equal(of({ lines: 91 }, {}, "2026-03-15"), "missed, advisory");
  assert.equal(of({ lines: 91 }, {}, "2026-03-14"), "missed");
  assert.equal(of({ lines: 90 }, {}, "2026-03-15"), "met");
});

test("exceptions answer for a floor only when they answer for all that lacks, and never for a limit", () => {
  const exemption = { id: "e", owner: "Ada", path: "a", expiresAt: "2027-01-01T00:00:00Z", uncovered: 2 };
  const excepted = (floors: object, maxUncovered: object = {}): string =>
    standingOf(TOTALS, { floors, maxUncovered, advisoryUntil: null }, NOW_MS, (metric) =>
      metric === "lines" ? [exemption] : [],
    );
  assert.equal(excepted({ lines: 92 }), "missed, excepted");
  assert.equal(excepted({ lines: 93 }), "missed");
  assert.equal(excepted({ lines: 90 }), "met");
  assert.equal(excepted({ lines: 92, functions: 1 }), "not measured");
  assert.equal(excepted({}, { lines: 9 }), "missed");
});

test("floors and limits as a person reads them", () => {
  assert.equal(floorText({ floors: {}, maxUncovered: {} }), "");
  assert.equal(
    floorText({ floors: { branches: 80, lines: 90.5 }, maxUncovered: { lines: 3 } }),
    "lines 90.5%, branches 80%, at most 3 lines uncovered",
  );
});

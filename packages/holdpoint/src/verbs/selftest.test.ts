import assert from "node:assert/strict";
import { test } from "node:test";
import type { SelftestBody } from "@holdpoint/core";
import { missedOf } from "./selftest.ts";

const BODY: SelftestBody = {
  codeDigest: "sha256:a",
  codeDigestNow: "sha256:a",
  planted: 4,
  caught: 2,
  checks: [
    { gate: "tests", check: "none-failed", plants: 2, missed: ["one-fails: expected fail x, got pass pass"] },
    { gate: "tests", check: "tests-exist", plants: 1, missed: [] },
  ],
  live: [
    { gate: "tests", plant: "broken", expected: "fail", got: "pass", caught: false },
    { gate: "tests", plant: "late", expected: "fail", got: "fail", caught: true },
  ],
};

test("what was missed, of checks and of real harm", () => {
  assert.deepEqual(missedOf(BODY), [
    { gate: "tests", check: "none-failed", plant: "one-fails: expected fail x, got pass pass" },
    { gate: "tests", check: null, plant: "broken: expected fail, got pass" },
  ]);
});

test("nothing missed is nothing to tell", () => {
  assert.deepEqual(missedOf({ ...BODY, checks: [], live: [] }), []);
});

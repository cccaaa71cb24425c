import assert from "node:assert/strict";
import { test } from "node:test";
import type { UnmatchedPath } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { coverage } from "../../../scenes/coverage.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("coverage", check);

const unknown: UnmatchedPath = { reported: "/app/x.ts", why: "unknown", candidates: [] };
const ambiguous: UnmatchedPath = { reported: "index.ts", why: "ambiguous", candidates: ["a/index.ts", "b/index.ts"] };

function judged(
  maxUnmatched: number,
  ...reports: readonly (readonly UnmatchedPath[])[]
): ReturnType<typeof judgeScene> {
  const bodies = reports.map((unmatched, index) => coverage({ report: `r${index}`, unmatched }));
  return judgeScene(check, { bodies: { [KIND.coverage]: bodies }, params: { maxUnmatched } });
}

test("the limit is for all reports together", () => {
  assert.equal(judged(2, [unknown], [ambiguous]).outcome, "pass");
  assert.equal(judged(1, [unknown], [ambiguous]).outcome, "fail");
  assert.equal(judged(1, [unknown], [ambiguous]).observed, 2);
});

test("what is allowed is listed all the same", () => {
  const result = judged(1, [ambiguous]);
  assert.deepEqual(result.locations, [{ file: "index.ts", text: "r0: ambiguous: a/index.ts, b/index.ts" }]);
  assert.equal(result.reason, "1 of 3 reported paths unmatched, 1 allowed");
});

test("the ambiguous are told before the unknown", () => {
  assert.match(
    judged(0, [unknown, ambiguous]).reason,
    /^1 path of the report "r0" fit several .*; 1 path .* fit no tracked file: \/app\/x\.ts$/,
  );
});

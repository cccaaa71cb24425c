import assert from "node:assert/strict";
import { test } from "node:test";
import { TapTrailer } from "./trailer.ts";

function differences(
  lines: readonly string[],
  tally: { readonly passed: number; readonly failed: number; readonly skipped: number },
): readonly string[] {
  const trailer = new TapTrailer();
  for (const [index, line] of lines.entries()) trailer.comment(line, index + 10);
  return trailer
    .differences({ ...tally })
    .map(({ line, what, declared, counted }) => `${line} ${what} ${declared}≠${counted}`);
}

const TALLY = { passed: 2, failed: 1, skipped: 1 };

test("the trailer of node:test is compared as a whole", () => {
  const lines = ["tests 4", "suites 1", "pass 2", "fail 0", "cancelled 1", "skipped 0", "todo 1", "duration_ms 3.5"];
  assert.deepEqual(differences(lines, TALLY), []);
  assert.deepEqual(differences(lines.with(3, "fail 1"), TALLY), ["10 failures 2≠1"]);
  assert.deepEqual(differences(lines.with(6, "todo 2"), TALLY), ["10 skipped 2≠1"]);
});

test("mocha leaves skipped tests out, tape counts them as passed", () => {
  assert.deepEqual(differences(["tests 3", "pass 2", "fail 1"], TALLY), []);
  assert.deepEqual(differences(["tests 4", "pass 3", "fail 1"], TALLY), []);
  assert.deepEqual(differences(["tests 3", "pass 3", "fail 1"], TALLY), ["10 passed 3≠2"]);
});

test("comments that only look like a trailer are none", () => {
  assert.deepEqual(differences(["tests 9"], TALLY), []);
  assert.deepEqual(differences(["pass 9", "fail 9"], TALLY), []);
  assert.deepEqual(differences(["tests many", "pass 2"], TALLY), []);
  assert.deepEqual(differences([" tests  4 ", "pass 2 of 3", "fail 1"], TALLY), []);
});

test("what was said before the last point is forgotten", () => {
  const trailer = new TapTrailer();
  trailer.comment("tests 9", 1);
  trailer.comment("pass 9", 2);
  trailer.clear();
  assert.deepEqual(trailer.differences({ ...TALLY }), []);
});

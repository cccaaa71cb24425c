import assert from "node:assert/strict";
import { test } from "node:test";
import { OUTCOMES } from "@holdpoint/core";
import { meaningOf, painter } from "./paint.ts";

test("paint is left off unless asked", () => {
  assert.equal(painter(false)("bad", "FAIL"), "FAIL");
  assert.equal(painter(true)("bad", "FAIL"), "\u001b[31mFAIL\u001b[39m");
});

test("good is only what is known to be good", () => {
  assert.deepEqual(
    OUTCOMES.filter((outcome) => meaningOf(outcome) === "good"),
    ["pass"],
  );
  for (const word of ["PASS", "PROMOTE"]) assert.equal(meaningOf(word), "good");
  for (const word of ["FAIL", "HOLD", "", "constructor", "Pass"]) assert.equal(meaningOf(word), "bad", word);
  for (const word of ["error", "missing", "stale", "INCONCLUSIVE"]) assert.equal(meaningOf(word), "unknown");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { DECIDED, HOLDING, OUTCOMES } from "./outcome.ts";

test("the outcomes are closed and each is there once", () => {
  assert.equal(OUTCOMES.length, 8);
  assert.equal(new Set(OUTCOMES).size, OUTCOMES.length);
  for (const outcome of [...DECIDED, ...HOLDING]) assert.ok(OUTCOMES.includes(outcome), outcome);
});

test("what is unknown was not decided, and holds", () => {
  for (const unknown of ["error", "missing", "stale"] as const) {
    assert.ok(!DECIDED.has(unknown), unknown);
    assert.ok(HOLDING.has(unknown), unknown);
  }
});

test("only a decided fail holds; not-applicable neither decides nor holds", () => {
  assert.deepEqual(
    OUTCOMES.filter((outcome) => DECIDED.has(outcome) && HOLDING.has(outcome)),
    ["fail"],
  );
  assert.ok(!DECIDED.has("not-applicable") && !HOLDING.has("not-applicable"));
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { freezeHold, isHeld } from "./hold.ts";

test("nothing is held until it is frozen, and then until it thaws and the minimum is over", () => {
  assert.ok(!isHeld(undefined, 0, 3000));
  const hold = freezeHold(undefined, { reason: "latency", nowMs: 100, minMs: 3000 });
  assert.deepEqual(hold, { sinceMs: 100, reason: "latency", thawing: false });
  assert.ok(isHeld(hold, 1_000_000, 3000), "nobody thawed it");
  const thawing = { ...hold, thawing: true };
  assert.ok(isHeld(thawing, 3099, 3000));
  assert.ok(!isHeld(thawing, 3100, 3000));
});

test("frozen again while it holds it keeps its beginning; afterwards it begins anew", () => {
  const thawing = { sinceMs: 100, reason: "latency", thawing: true };
  const again = { reason: "oscillation", minMs: 3000 };
  assert.deepEqual(freezeHold(thawing, { ...again, nowMs: 2000 }), {
    sinceMs: 100,
    reason: "oscillation",
    thawing: false,
  });
  assert.equal(freezeHold(thawing, { ...again, nowMs: 3100 }).sinceMs, 3100);
});

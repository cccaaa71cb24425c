import assert from "node:assert/strict";
import { test } from "node:test";
import { consume } from "./consume.ts";
import { NOW_MS, testingGrant } from "./testing.ts";

test("a grant is used at the instant of its first use, and stays otherwise as it is", () => {
  const grant = testingGrant();
  const used = consume(grant, NOW_MS + 1);
  assert.deepEqual(used, { ...grant, consumedAtMs: NOW_MS + 1 });
  assert.equal(grant.consumedAtMs, null, "the one that is given is not changed");
  assert.equal(consume(used, NOW_MS + 2), used);
  assert.equal(consume({ ...grant, consumedAtMs: 0 }, NOW_MS).consumedAtMs, 0);
});

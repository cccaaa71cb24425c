import assert from "node:assert/strict";
import { test } from "node:test";
import { isAlongside } from "./alongside.ts";

test("a leaf that was named may change, and all below it, and nothing that only begins alike", () => {
  const named = ["generation", "meta.times"];
  assert.ok(isAlongside("generation", named));
  assert.ok(isAlongside("meta.times.updated", named));
  assert.ok(!isAlongside("generations", named));
  assert.ok(!isAlongside("meta", named), "more than was named");
  assert.ok(!isAlongside("meta.owner", named));
  assert.ok(!isAlongside("generation", []));
});

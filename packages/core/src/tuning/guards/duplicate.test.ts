import assert from "node:assert/strict";
import { test } from "node:test";
import type { Attempt } from "./duplicate.ts";
import { attemptAfter, isInVain } from "./duplicate.ts";

function after(...attempts: readonly (readonly [from: number, to: number, moved: boolean])[]): Attempt | undefined {
  return attempts.reduce<Attempt | undefined>(
    (last, [from, to, moved]) => attemptAfter(last, { from, to, moved }),
    undefined,
  );
}

test("the same change is asked for twice in vain, and not a third time", () => {
  assert.ok(!isInVain(undefined, 4, 6));
  assert.ok(!isInVain(after([4, 6, false]), 4, 6));
  assert.ok(isInVain(after([4, 6, false], [4, 6, false]), 4, 6));
});

test("another change is another try, and one that moved something starts anew", () => {
  assert.ok(!isInVain(after([4, 6, false], [4, 6, false]), 4, 2));
  assert.ok(!isInVain(after([4, 6, false], [4, 6, false]), 5, 6));
  assert.ok(!isInVain(after([4, 6, false], [4, 2, false]), 4, 2));
  assert.ok(!isInVain(after([4, 6, false], [4, 6, true], [4, 6, false]), 4, 6));
});

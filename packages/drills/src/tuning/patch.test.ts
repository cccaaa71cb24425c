import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { patchedLeaves, patchOf } from "./patch.ts";

test("the patch names what is set, and nothing besides", () => {
  assert.deepEqual(
    patchOf([
      { keys: ["executor", "concurrency"], value: 8 },
      { keys: ["executor", "timeout_ms"], value: 900 },
      { keys: ["a.b"], value: true },
    ]),
    { executor: { concurrency: 8, timeout_ms: 900 }, "a.b": true },
  );
  assert.deepEqual(patchOf([]), {});
});

test("a key that every object has by itself is written as a key", () => {
  assert.equal(JSON.stringify(patchOf([{ keys: ["constructor", "x"], value: 1 }])), '{"constructor":{"x":1}}');
});

test("the leaves of a patch are those that it was made of", () => {
  const key = fc.stringMatching(/^[a-z.]{1,3}$/);
  const leaf = fc.record({ keys: fc.array(key, { minLength: 2, maxLength: 2 }), value: fc.integer() });
  fc.assert(
    fc.property(fc.uniqueArray(leaf, { selector: ({ keys }) => keys.join("/"), maxLength: 8 }), (leaves) => {
      const order = (list: typeof leaves): string[] => list.map((one) => JSON.stringify(one)).toSorted();
      assert.deepEqual(order([...patchedLeaves(patchOf(leaves))] as typeof leaves), order(leaves));
    }),
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { frozen } from "./frozen.ts";

test("a frozen copy is equal, and no part of it can be changed", () => {
  fc.assert(
    fc.property(fc.object({ maxDepth: 3 }), (value) => {
      const copy = frozen(value);
      assert.deepEqual(copy, structuredClone(value));
      const pending: unknown[] = [copy];
      for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
        if (typeof next !== "object" || next === null) continue;
        assert.ok(Object.isFrozen(next));
        pending.push(...Object.values(next));
      }
    }),
    { numRuns: 100 },
  );
});

test("what it was copied from stays as it was and stays loose", () => {
  const value = { list: [1], inner: { dirty: true } };
  const copy = frozen(value);
  value.list.push(2);
  value.inner.dirty = false;
  assert.deepEqual(copy, { list: [1], inner: { dirty: true } });
  assert.throws(() => copy.list.push(3), TypeError);
  assert.throws(() => {
    copy.inner.dirty = false;
  }, TypeError);
});

test("an undefined or null member does not end the freezing early", () => {
  const copy = frozen({ a: undefined, b: null, c: { d: [{ e: 1 }] } });
  assert.ok(Object.isFrozen(copy.c.d[0]));
});

test("what is no data is refused, not dropped", () => {
  assert.throws(() => frozen({ run: () => 1 }), { name: "DataCloneError" });
});

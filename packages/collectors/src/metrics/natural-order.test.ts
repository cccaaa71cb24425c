import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { byNumberedName } from "./natural-order.ts";

test("numbers in names are numbers", () => {
  const names = [
    "p-10.prom",
    "p-9.prom",
    "p-009a.prom",
    "p-1.prom",
    "p.prom",
    "p-99999999999999999999.prom",
    "a/2",
    "a/10",
  ];
  assert.deepEqual([...names].sort(byNumberedName), [
    "a/2",
    "a/10",
    "p-1.prom",
    "p-9.prom",
    "p-009a.prom",
    "p-10.prom",
    "p-99999999999999999999.prom",
    "p.prom",
  ]);
});

test("it is an order: of two different names one is first, whichever is asked first, and none is before itself", () => {
  const name = fc.stringMatching(/^[a0-9-]{0,8}$/);
  fc.assert(
    fc.property(name, name, name, (a, b, c) => {
      assert.equal(Math.sign(byNumberedName(a, b)), -Math.sign(byNumberedName(b, a)) || 0);
      assert.equal(byNumberedName(a, b) === 0, a === b);
      if (byNumberedName(a, b) < 0 && byNumberedName(b, c) < 0) assert.ok(byNumberedName(a, c) < 0);
    }),
  );
});

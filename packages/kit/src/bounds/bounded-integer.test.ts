import assert from "node:assert/strict";
import { test } from "node:test";
import { boundedInteger } from "./bounded-integer.ts";

test("both bounds are allowed, and nothing beyond them", () => {
  for (const value of [1, 5, 10]) assert.equal(boundedInteger("n", value, 1, 10), value);
  const refused: readonly unknown[] = [0, 11, 1.5, Number.NaN, Infinity, -Infinity, 2 ** 60, "5", null, undefined, 5n];
  for (const value of refused) {
    assert.throws(
      () => boundedInteger("open_ms", value as number, 1, 10),
      { code: "HP-CONFIG-VALUE", message: /^open_ms must be a whole number from 1 to 10, but is / },
      String(value),
    );
  }
});

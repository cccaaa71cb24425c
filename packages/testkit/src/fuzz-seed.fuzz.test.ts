import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

test("properties of this suite run with the seed that the suite was given", () => {
  const { seed } = fc.readConfigureGlobal();
  assert.ok(Number.isInteger(seed), "the suite runner's preload did not set a seed");
  const values: number[][] = [[], []];
  for (const drawn of values) fc.assert(fc.property(fc.nat(), (value) => void drawn.push(value)));
  assert.deepEqual(values[0], values[1]);
});

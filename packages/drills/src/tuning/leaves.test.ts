import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json } from "@holdpoint/core";
import { digestOf } from "@holdpoint/core";
import { currentOf, isOfType, resolveLeaf, scalarOf, stateDigest, typed } from "./leaves.ts";
import { parameterOf } from "@holdpoint/testkit";

function valueAt(document: Json, path: string): Json | undefined {
  return resolveLeaf(document, path)?.value;
}

test("a dotted path leads through objects, and through keys that have the dot in themselves", () => {
  assert.equal(valueAt({ executor: { concurrency: 8 } }, "executor.concurrency"), 8);
  assert.equal(valueAt({ "executor.concurrency": 8 }, "executor.concurrency"), 8);
  assert.equal(valueAt({ a: { "b.c": { d: 8 } } }, "a.b.c.d"), 8);
  assert.deepEqual(resolveLeaf({ a: { "b.c": { d: 8 } } }, "a.b.c.d")?.keys, ["a", "b.c", "d"]);
});

test("what leads nowhere, into a list, to two places or to what every object has is not resolved", () => {
  const documents: readonly Json[] = [
    {},
    { a: 8 },
    { a: { c: 8 } },
    { a: [8] },
    { a: { b: 8 }, "a.b": 9 },
    null,
    8,
    [{ a: { b: 8 } }],
  ];
  for (const document of documents) assert.equal(resolveLeaf(document, "a.b"), null, JSON.stringify(document));
  assert.equal(resolveLeaf({ a: [8] }, "a.0"), null);
  for (const path of ["constructor", "__proto__", "a.toString", "a.__proto__.x"]) {
    assert.equal(resolveLeaf({ a: {} }, path), null, path);
  }
});

test("a path of very many parts is refused instead of tried in every way", () => {
  const path = Array.from({ length: 200 }, () => "a").join(".");
  assert.equal(resolveLeaf({ a: {} }, path), null);
});

test("values are of the declared type, or nothing", () => {
  const parameters = [
    parameterOf({ path: "a.whole" }),
    parameterOf({ path: "a.half", type: "number" }),
    parameterOf({ path: "a.flag", type: "boolean", min: 0, max: 1, step: 1 }),
  ];
  assert.deepEqual(currentOf({ a: { whole: 4, half: 0.5, flag: true } }, parameters), {
    "a.whole": 4,
    "a.half": 0.5,
    "a.flag": 1,
  });
  const wrong = currentOf({ a: { whole: 4.5, half: "0.5", flag: 1 } }, parameters);
  assert.deepEqual(wrong, { "a.whole": null, "a.half": null, "a.flag": null });
  assert.deepEqual(currentOf(null, [parameterOf()]), { "pool.size": null });
  assert.ok(!isOfType("4", "integer") && !isOfType(null, "number") && !isOfType(0, "boolean"));
});

test("a proposal's number is written as its type", () => {
  assert.deepEqual([typed(1, "boolean"), typed(0, "boolean"), typed(3, "integer")], [true, false, 3]);
  assert.deepEqual([scalarOf("x"), scalarOf({}), scalarOf([]), scalarOf(null)], ["x", null, null, null]);
});

test("the state is that of the parameters alone", () => {
  const one = stateDigest({ pool: { size: 4 }, generation: 1 }, [parameterOf()]);
  assert.equal(one, stateDigest({ generation: 2, pool: { size: 4, other: 1 } }, [parameterOf()]));
  assert.equal(one, digestOf({ "pool.size": 4 }).slice(7));
  assert.notEqual(one, stateDigest({ pool: { size: 5 } }, [parameterOf()]));
  assert.equal(stateDigest(null, [parameterOf()]), null);
});

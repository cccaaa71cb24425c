import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { MAPPED_TESTS_MAX } from "@holdpoint/core";
import type { Edges } from "./reach.ts";
import { leadingTo, reachFrom } from "./reach.ts";

function edges(of: Readonly<Record<string, readonly (readonly string[])[]>>): Edges {
  return new Map(Object.entries(of));
}

test("the nearest tests and their distance are found, groups are one import away", () => {
  const graph = edges({
    t1: [["a"]],
    t2: [["b", "c"]],
    a: [["b"], ["d"]],
    b: [["d"], ["a"]],
    d: [["t1"], ["e"]],
    z: [["a"]],
  });
  const reached = reachFrom(["t1", "t2"], graph);
  assert.deepEqual(Object.fromEntries(reached), {
    t1: { distance: 0, tests: ["t1"] },
    t2: { distance: 0, tests: ["t2"] },
    a: { distance: 1, tests: ["t1"] },
    b: { distance: 1, tests: ["t2"] },
    c: { distance: 1, tests: ["t2"] },
    d: { distance: 2, tests: ["t1", "t2"] },
    e: { distance: 3, tests: ["t1", "t2"] },
  });
});

test("of many tests the first by name are kept, whatever their order", () => {
  const tests = Array.from({ length: 50 }, (_, index) => `t${String(index).padStart(2, "0")}`);
  const graph: Edges = new Map(tests.map((one) => [one, [["m"]]]));
  for (const order of [tests, tests.toReversed()]) {
    assert.deepEqual(reachFrom(order, graph).get("m")?.tests, tests.slice(0, MAPPED_TESTS_MAX));
  }
});

test("what leads to a target is found over any number of imports", () => {
  const graph = edges({ t1: [["x"]], x: [["m"]], t2: [["y"]], m: [["n"]], n: [["m"]] });
  assert.deepEqual([...leadingTo(new Set(["m"]), graph)].sort(), ["m", "n", "t1", "x"]);
  assert.deepEqual([...leadingTo(new Set(["q"]), graph)], []);
});

test("both walks agree on any graph: a test leads to a file exactly when the file is reached from it", () => {
  const node = fc.nat(9).map(String);
  fc.assert(
    fc.property(fc.array(fc.tuple(node, fc.array(node, { maxLength: 4 })), { maxLength: 30 }), node, (list, start) => {
      const groups = [...Map.groupBy(list, ([from]) => from)];
      const graph: Edges = new Map(groups.map(([from, all]) => [from, all.map(([, to]) => to)]));
      const reached = reachFrom([start], graph);
      for (const [path, { distance, tests }] of reached) {
        assert.deepEqual(tests, [start]);
        if (path !== start) assert.ok(leadingTo(new Set([path]), graph).has(start), `${path} at ${distance}`);
      }
      for (let index = 0; index < 10; index += 1) {
        const path = String(index);
        if (path !== start && leadingTo(new Set([path]), graph).has(start)) assert.ok(reached.has(path), path);
      }
    }),
  );
});

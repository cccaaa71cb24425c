import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json, JsonObject } from "@holdpoint/core";
import fc from "fast-check";
import { patchedLeaves } from "./patch.ts";
import { spliceJson } from "./splice-json.ts";

test("one value is replaced and every other character stays", () => {
  const text = '{\n\t"z": [1.0, {"b": 9007199254740993}],\n\t"a" : {"b":  4 , "c": "}\\"{"},\n\t"é": 1e3\n}\n';
  assert.equal(spliceJson(text, [{ keys: ["a", "b"], value: 12 }]), text.replace("  4 ", "  12 "));
  assert.equal(spliceJson(text, [{ keys: ["a", "c"], value: true }]), text.replace('"}\\"{"', "true"));
  assert.equal(spliceJson(text, [{ keys: ["z"], value: 0 }]), text.replace('[1.0, {"b": 9007199254740993}]', "0"));
  assert.equal(spliceJson(text, [{ keys: ["é"], value: 7 }]), text.replace("1e3", "7"));
});

test("several at once, in any order, and keys that are written with escapes", () => {
  const text = '{"a":1,"b":{"c":2},"\\u0064":3}';
  const leaves = [
    { keys: ["d"], value: 30 },
    { keys: ["a"], value: 10 },
    { keys: ["b", "c"], value: 20 },
  ];
  assert.equal(spliceJson(text, leaves), '{"a":10,"b":{"c":20},"\\u0064":30}');
  assert.equal(spliceJson(text, leaves.toReversed()), '{"a":10,"b":{"c":20},"\\u0064":30}');
});

test("a byte order mark stays where it is", () => {
  assert.equal(spliceJson('\uFEFF{"a":1}', [{ keys: ["a"], value: 2 }]), '\uFEFF{"a":2}');
});

test("what is not there is not made up", () => {
  for (const [text, keys] of [
    ['{"a":1}', ["b"]],
    ['{"a":1}', ["a", "b"]],
    ["{}", ["a"]],
    ["[1]", ["0"]],
  ] as const) {
    assert.throws(() => spliceJson(text, [{ keys, value: 2 }]), RangeError, text);
  }
  assert.throws(() => spliceJson('{"a":[1', [{ keys: ["a"], value: 2 }]), RangeError);
});

test("whatever the document, it is the document with that leaf changed", () => {
  const value = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>;
  const document = fc.dictionary(fc.string({ maxLength: 4 }), value, { minKeys: 1, noNullPrototype: true });
  fc.assert(
    fc.property(document, fc.nat(), fc.constantFrom(0, 2), (made, pick, indent) => {
      const object = JSON.parse(JSON.stringify(made)) as JsonObject;
      const leaves = patchedLeaves(object).filter(({ keys }) => !keys.includes("__proto__"));
      const leaf = leaves[pick % Math.max(1, leaves.length)];
      if (leaf === undefined) return;
      const spliced = JSON.parse(spliceJson(JSON.stringify(object, null, indent), [{ ...leaf, value: "new" }])) as Json;
      const expected = structuredClone(object) as Record<string, unknown>;
      let at = expected;
      for (const key of leaf.keys.slice(0, -1)) at = at[key] as Record<string, unknown>;
      at[leaf.keys.at(-1) ?? ""] = "new";
      assert.deepEqual(spliced, expected);
    }),
  );
});

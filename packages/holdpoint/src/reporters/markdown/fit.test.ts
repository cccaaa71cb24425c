import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fit } from "./fit.ts";

const more = (left: number): string => `and ${left} more`;

test("all blocks stand where there is room", () => {
  assert.equal(fit(["a", "b"], 200, "\n", more), "a\nb\n");
  assert.equal(fit([], 0, "\n", more), "");
});

test("what is left out is counted, and the limit is kept", () => {
  assert.equal(fit(["a".repeat(50), "b".repeat(50), "c"], 140, "\n", more), `${"a".repeat(50)}\nand 2 more\n`);
  fc.assert(
    fc.property(fc.array(fc.string()), fc.integer({ min: 81, max: 400 }), (blocks, max) => {
      const safe = blocks.map((block) => block.replaceAll("\n", " "));
      const lines = fit(safe, max, "\n", more).split("\n").slice(0, -1);
      assert.ok(lines.join("\n").length + 1 <= max || lines.length === 0);
      const left = /^and (\d+) more$/.exec(lines.at(-1) ?? "")?.[1];
      if (left === undefined) assert.deepEqual(lines, safe);
      else assert.equal(lines.length - 1 + Number(left), safe.length);
    }),
  );
});

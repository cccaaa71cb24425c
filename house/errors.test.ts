import assert from "node:assert/strict";
import { test } from "node:test";
import { ERRORS } from "@holdpoint/core";
import { ROOT } from "../scripts/root.ts";
import { deadCodes } from "./rules/dead-codes.ts";
import { moduleOf, readTree } from "./source/tree.ts";

const codes = Object.keys(ERRORS);

test("every registered error is given somewhere", () => {
  assert.ok(codes.length > 20);
  assert.deepEqual(deadCodes(codes, readTree(ROOT)), []);
});

test("a code that only its registry, a test or a comment names is found", () => {
  const giving = moduleOf("packages/x/src/a.ts", 'throw new HoldpointError("HP-A", "because");\n');
  const registry = moduleOf("packages/core/src/errors/codes/x.ts", 'export const X = { "HP-B": 1 };\n');
  const tested = moduleOf("packages/x/src/a.test.ts", 'assert.equal(code, "HP-B");\n');
  const commented = moduleOf("packages/x/src/b.ts", '// once gave "HP-B"\n');
  assert.deepEqual(deadCodes(["HP-A", "HP-B"], [giving, registry, tested, commented]), ["HP-B"]);
  assert.deepEqual(deadCodes(["HP-A"], []), ["HP-A"]);
});

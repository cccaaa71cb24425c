import assert from "node:assert/strict";
import { test } from "node:test";
import { expandBraces, GLOB_ALTERNATIVES_MAX, GLOB_BRACE_DEPTH_MAX } from "./expand-braces.ts";

test("every combination is made, in order", () => {
  const table: readonly (readonly [string, readonly string[]])[] = [
    ["", [""]],
    ["a", ["a"]],
    ["{a,b}", ["a", "b"]],
    ["a{b,c}d", ["abd", "acd"]],
    ["{a,b}{1,2}", ["a1", "a2", "b1", "b2"]],
    ["a/{b,c{d,e}}.ts", ["a/b.ts", "a/cd.ts", "a/ce.ts"]],
    ["{,a}", ["", "a"]],
    ["{a,}/b", ["a/b", "/b"]],
    ["{{a,b},{c,d}}", ["a", "b", "c", "d"]],
  ];
  for (const [pattern, expected] of table) assert.deepEqual(expandBraces(pattern), expected, pattern);
});

test("braces and commas in classes and after a backslash are themselves", () => {
  const same = ["\\{a,b\\}", "[{,}]", "[!{]x", "[]{]", "a,b", "[\\]{]"];
  for (const pattern of same) assert.deepEqual(expandBraces(pattern), [pattern]);
  assert.deepEqual(expandBraces("{a\\,b,[,}]}"), ["a\\,b", "[,}]"]);
});

test("what is not closed or opens nothing is refused", () => {
  for (const pattern of ["{a,b", "a}", "{a,b}}", "{a}", "{}", "[a", "{[a}"]) {
    assert.throws(() => expandBraces(pattern), { code: "HP-CONFIG-VALUE" }, pattern);
  }
});

test("the number of patterns and the nesting are bounded before they are made", () => {
  assert.equal(expandBraces("{a,b}".repeat(8)).length, GLOB_ALTERNATIVES_MAX);
  assert.throws(() => expandBraces("{a,b}".repeat(100)), { message: /more than 256 patterns/ });
  assert.throws(() => expandBraces("{{a,b}{a,b}{a,b}{a,b},{a,b}{a,b}{a,b}{a,b}}".repeat(20)), {
    message: /more than 256/,
  });
  const nested = (depth: number): string => `${"{a,".repeat(depth)}b${"}".repeat(depth)}`;
  assert.equal(expandBraces(nested(GLOB_BRACE_DEPTH_MAX)).length, GLOB_BRACE_DEPTH_MAX + 1);
  assert.throws(() => expandBraces(nested(GLOB_BRACE_DEPTH_MAX + 1)), { message: /nested deeper/ });
});

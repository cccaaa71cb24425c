import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json } from "@holdpoint/core";
import { manifestTargets, starOf } from "./targets.ts";

function targets(entries: Json | undefined, name: string): string {
  return manifestTargets(entries, name).join(" ");
}

test("a single entry stands for the package itself", () => {
  assert.equal(targets("./a.js", "."), "./a.js");
  assert.equal(targets({ import: "./a.mjs", require: "./a.cjs" }, "."), "./a.mjs ./a.cjs");
  assert.equal(targets(["./a.js", { default: "./b.js" }], "."), "./a.js ./b.js");
  assert.equal(targets("./a.js", "./sub"), "");
  assert.equal(targets(null, "."), "");
  assert.equal(targets(undefined, "."), "");
  assert.equal(targets(3, "."), "");
});

test("conditions are taken in their order, types last", () => {
  const entry = { types: "./a.d.ts", node: { import: "./n.mjs", default: "./n.cjs" }, default: "./d.js" };
  assert.equal(targets({ ".": entry }, "."), "./n.mjs ./n.cjs ./d.js ./a.d.ts");
});

test("the exact name comes first, then the longest pattern", () => {
  const entries = { "./a/*": "./1/*.js", "./a/b/*": "./2/*.js", "./a/b/c": "./3.js", "./a/*.css": "./4/*.css" };
  assert.equal(targets(entries, "./a/b/c"), "./3.js");
  assert.equal(targets(entries, "./a/b/d"), "./2/d.js");
  assert.equal(targets(entries, "./a/x/y"), "./1/x/y.js");
  assert.equal(targets(entries, "./a/x.css"), "./4/x.css");
  assert.equal(targets(entries, "./b"), "");
});

test("every star of a target is what the star of the name stands for, as it is", () => {
  assert.equal(targets({ "./*": "./*/*.js" }, "./a"), "./a/a.js");
  assert.equal(targets({ "./*": "./*.js" }, "./$&"), "./$&.js");
  assert.equal(targets({ "#*": "./*.js" }, "#a/b"), "./a/b.js");
});

test("an entry that is closed has no target", () => {
  assert.equal(targets({ "./*": "./*.js", "./inner/*": null }, "./inner/a"), "");
});

test("however deep and wide, there is a bound", () => {
  let deep: Json = "./a.js";
  for (let depth = 0; depth < 50; depth += 1) deep = { default: deep };
  assert.equal(targets({ ".": deep }, "."), "");
  assert.equal(
    manifestTargets(
      Array.from({ length: 500 }, () => "./a.js"),
      ".",
    ).length,
    64,
  );
});

test("what a star stands for, or null where it does not fit", () => {
  const cases: readonly (readonly [string, string, string | null])[] = [
    ["a", "a", ""],
    ["a", "b", null],
    ["a/*", "a/b/c", "b/c"],
    ["*", "a", "a"],
    ["a*a", "aa", ""],
    ["a*a", "a", null],
    ["@/*", "@scope/x", null],
  ];
  for (const [pattern, name, star] of cases) assert.equal(starOf(pattern, name), star, `${pattern} on ${name}`);
});

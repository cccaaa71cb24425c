import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { relativePath, withoutRoot } from "./relative.ts";
import { PathResolver } from "./resolve.ts";

const TRACKED = [
  "index.js",
  "setup.py",
  "src/a.ts",
  "src/é b.ts",
  "packages/one/src/main.ts",
  "packages/two/src/main.ts",
  "packages/one/src/only.ts",
  "lib/util/deep/x.go",
];
const resolver = new PathResolver(TRACKED, "/build/project");

function answer(reported: string): string {
  const found = resolver.resolve(reported);
  return "path" in found ? `${found.isExact ? "=" : "~"} ${found.path}` : [found.why, ...found.candidates].join(" ");
}

test("paths are found as reported, below the root, and by their ending", () => {
  const cases: Readonly<Record<string, string>> = {
    "src/a.ts": "= src/a.ts",
    "./src/a.ts": "= src/a.ts",
    "src/../src/./a.ts": "= src/a.ts",
    "src\\a.ts": "= src/a.ts",
    "/build/project/src/a.ts": "= src/a.ts",
    "file:///build/project/src/%C3%A9%20b.ts": "= src/é b.ts",
    "/app/src/a.ts": "~ src/a.ts",
    "C:\\work\\src\\a.ts": "~ src/a.ts",
    "file:///C:/build/src/a.ts": "~ src/a.ts",
    "webpack://app/./src/a.ts": "~ src/a.ts",
    "a.ts": "~ src/a.ts",
    "example.invalid/project/lib/util/deep/x.go": "~ lib/util/deep/x.go",
    "one/src/main.ts": "~ packages/one/src/main.ts",
    "/app/src/only.ts": "~ packages/one/src/only.ts",
    "/repo/packages/two/src/main.ts": "~ packages/two/src/main.ts",
  };
  for (const [reported, expected] of Object.entries(cases)) assert.equal(answer(reported), expected, reported);
});

test("what fits several files, none, or leads outside is said to", () => {
  const cases: Readonly<Record<string, string>> = {
    "src/main.ts": "ambiguous packages/one/src/main.ts packages/two/src/main.ts",
    "/app/src/main.ts": "ambiguous packages/one/src/main.ts packages/two/src/main.ts",
    "main.ts": "ambiguous packages/one/src/main.ts packages/two/src/main.ts",
    "src/generated.ts": "unknown",
    "src/gen/index.js": "unknown",
    "other/util/deep/x.go": "unknown",
    "/build/project/dist/index.js": "unknown",
    "/build/project/node_modules/x/index.js": "unknown",
    "node_modules/x/index.js": "unknown",
    "/usr/lib/nothing.ts": "outside",
    "../src/a.ts": "outside",
    "src/../../a.ts": "outside",
    "/../src/a.ts": "outside",
    "/build/project/../other/zz.ts": "outside",
    "/build/projectile/zz.ts": "outside",
    "": "unknown",
    constructor: "unknown",
  };
  for (const [reported, expected] of Object.entries(cases)) assert.equal(answer(reported), expected, reported);
});

test("whatever is reported, only tracked files are named, and a tracked path is itself", () => {
  for (const path of TRACKED) assert.equal(answer(path), `= ${path}`);
  const segment = fc.constantFrom(
    "src",
    "..",
    ".",
    "",
    "a.ts",
    "packages",
    "one",
    "main.ts",
    "C:",
    "\\",
    "node_modules",
    "index.js",
  );
  fc.assert(
    fc.property(fc.array(segment, { maxLength: 8 }), (segments) => {
      const found = resolver.resolve(segments.join("/"));
      const named = "path" in found ? [found.path] : found.candidates;
      for (const path of named) assert.ok(TRACKED.includes(path));
    }),
  );
});

test("paths and texts lose the root's prefix and nothing else", () => {
  assert.equal(relativePath("/w/a.ts", "/w/"), "a.ts");
  assert.equal(relativePath("/ww/a.ts", "/w"), "/ww/a.ts");
  assert.equal(relativePath("file:///w/100%.ts", "/w"), "100%.ts");
  assert.equal(relativePath("C:\\w\\a.ts", "C:\\w"), "a.ts");
  assert.equal(withoutRoot("at /w/a.ts and /w/b.ts", "/w"), "at a.ts and b.ts");
  assert.equal(withoutRoot("C:\\w\\a.ts", "C:\\w"), "a.ts");
  assert.equal(withoutRoot("a/b", "/"), "a/b");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { relativePath, withoutRoot } from "./relative.ts";

const ROOT = "/build/project";

test("reported paths come into the repository's terms", () => {
  const expected = {
    "src/a.ts": "src/a.ts",
    "././src/a.ts": "src/a.ts",
    "/build/project/src/a.ts": "src/a.ts",
    "/build/projects/src/a.ts": "/build/projects/src/a.ts",
    "file:///build/project/src/a%20b.ts": "src/a b.ts",
    "file://localhost/build/project/a": "a",
    "file:///build/project/%zz": "%zz",
    "C:\\project\\src\\a.ts": "C:/project/src/a.ts",
  };
  for (const [path, relative] of Object.entries(expected)) assert.equal(relativePath(path, ROOT), relative, path);
  assert.equal(relativePath("C:\\project\\src\\a.ts", "C:\\project\\"), "src/a.ts");
  assert.equal(relativePath("/a", ""), "/a");
});

test("a text loses every mention of the root, and nothing else", () => {
  assert.equal(withoutRoot("at /build/project/a.ts:1, /build/project/b", `${ROOT}/`), "at a.ts:1, b");
  assert.equal(withoutRoot("/build/projects/a", ROOT), "/build/projects/a");
  assert.equal(withoutRoot("/a", ""), "/a");
});

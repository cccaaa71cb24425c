import assert from "node:assert/strict";
import { test } from "node:test";
import { filesFitting, globsWithoutFile } from "./components.ts";

const files = ["src/a.ts", "src/store/b.ts", "lib/c.ts"].map((path) => ({ path }));

test("a file belongs where any glob fits it, once", () => {
  assert.deepEqual(filesFitting(["src/**", "src/store/*"], files), files.slice(0, 2));
  assert.deepEqual(filesFitting([], files), []);
});

test("globs that fit nothing are told", () => {
  assert.deepEqual(globsWithoutFile(["src/**", "source/**"], files), ["source/**"]);
  assert.deepEqual(globsWithoutFile(["src/**"], []), ["src/**"]);
});

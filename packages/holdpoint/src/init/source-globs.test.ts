import assert from "node:assert/strict";
import { test } from "node:test";
import { sourceGlobs } from "./source-globs.ts";

test("by folder of the root and ending; tests and tools are no source", () => {
  const files = [
    "index.js",
    "src/a.ts",
    "src/deep/b.ts",
    "src/a.test.ts",
    "tests/x.ts",
    "lib/c.js",
    "README.md",
    "docs/d.js",
  ];
  assert.deepEqual(sourceGlobs(files, ["js", "ts"]), {
    source: ["*.js", "lib/**/*.js", "src/**/*.ts"],
    exclude: ["**/*.test.*"],
  });
});

test("Python keeps its tests beside its code", () => {
  const files = [
    "pkg/__init__.py",
    "pkg/core.py",
    "pkg/tests/test_core.py",
    "setup.py",
    "conftest.py",
    "top_test.py",
    "top.py",
  ];
  assert.deepEqual(sourceGlobs(files, ["py"]), {
    source: ["*.py", "pkg/**/*.py"],
    exclude: ["**/*_test.py", "**/conftest.py", "**/tests/**", "setup.py"],
  });
});

test("nothing of the language, nothing to measure", () => {
  assert.deepEqual(sourceGlobs(["a.c", "tests/a.py"], ["py"]), { source: [], exclude: [] });
});

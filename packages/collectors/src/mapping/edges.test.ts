import assert from "node:assert/strict";
import { test } from "node:test";
import { importEdges } from "./edges.ts";
import type { ScannedFile } from "./import-ref.ts";
import { scannerOf } from "./scan-file.ts";

function edgesOf(files: Readonly<Record<string, string>>, tests: readonly string[]): ReturnType<typeof importEdges> {
  const scanned = new Map<string, ScannedFile>();
  for (const [path, text] of Object.entries(files)) {
    const scanner = scannerOf(path);
    if (scanner !== null) scanned.set(path, scanner(text, path));
  }
  const goModules = new Map([["", "module m"]]);
  return importEdges(scanned, new Set(Object.keys(files)), tests, {
    packages: new Map(),
    configs: new Map(),
    goModules,
  });
}

test("files are joined by what runs, in each language by its own rules", () => {
  const { edges, unresolved } = edgesOf(
    {
      "a.ts": 'import { b } from "./b.js";\nimport type { c } from "./c.js";\nimport "fs";\nimport "./gone";',
      "b.ts": "",
      "c.ts": "",
      "test_d.py": "import d",
      "conftest.py": "",
      "d.py": "",
      "e/e.go": "package e",
      "e/e_test.go": 'package e_test\nimport "m/f"',
      "f/f.go": "package f",
    },
    ["test_d.py", "e/e_test.go"],
  );
  assert.deepEqual(edges.get("a.ts"), [["b.ts"]]);
  assert.deepEqual(edges.get("test_d.py"), [["d.py"], ["conftest.py"]]);
  assert.deepEqual(edges.get("e/e_test.go"), [["f/f.go"], ["e/e.go"]]);
  assert.deepEqual(unresolved, [{ path: "a.ts", line: 4, specifier: "./gone" }]);
});

test("languages that are not read have no scanner", () => {
  for (const path of ["a.rb", "a.vue", "a.json", "Makefile", "a.constructor"])
    assert.equal(scannerOf(path), null, path);
  for (const path of ["a.ts", "a.cjs", "a.d.mts", "a.py", "a.go"]) assert.notEqual(scannerOf(path), null, path);
});

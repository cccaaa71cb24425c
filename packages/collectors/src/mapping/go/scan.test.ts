import assert from "node:assert/strict";
import { test } from "node:test";
import { scanGo } from "./scan.ts";

function imports(text: string): string[] {
  return scanGo(text).imports.map(({ specifier, line }) => `${line} ${specifier}`);
}

test("imports are found in every form, with their line", () => {
  const text = `// Package a is "b".
package a // import "x"

import "fmt"
import (
\t"os" // "not/this"
\tm "example.com/m"; _ "example.com/side"
\t. \`example.com/dot\`
\t/* "nor/this" */
)
import "C"
`;
  assert.deepEqual(imports(text), ["4 fmt", "6 os", "7 example.com/m", "7 example.com/side", "8 example.com/dot"]);
});

test("quotes and escapes in texts and runes hide nothing, and an unfinished text ends with its line", () => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    'package a\nimport "b\\"c"\nimport "d"': ['2 b\\"c', "3 d"],
    'package a\nimport "b\nimport "c"': ["3 c"],
    'package a\nimport `b\nc`; import "d"': ["2 b\nc", "3 d"],
    "package a\n/* import": [],
    'package a\nimport "b"\n// import "c"': ["2 b"],
    'package a\nimport ("b"; "c")\nimport d "e"': ["2 b", "2 c", "3 e"],
  };
  for (const [text, expected] of Object.entries(cases)) assert.deepEqual(imports(text), expected, text);
  assert.equal(scanGo("package a\nvar q, r = '\\'', '\\\\'\nfunc f() {}").hasCode, true);
  assert.equal(scanGo('package a\nvar q = "\\" func f() {}"').hasCode, false);
});

test("nothing behind the first declaration is an import", () => {
  assert.deepEqual(imports('package a\nvar x = "y"\nimport "z"'), []);
  assert.deepEqual(imports('package a\nfunc f() {}\nimport "z"'), []);
  assert.deepEqual(imports("package a\nimport ()\n"), []);
});

test("without a function there is nothing that a test could cover", () => {
  const without = [
    "",
    "package a",
    "// func f() {}\npackage a",
    'package a\nconst a = "func"\nvar b = `func`\ntype C struct{ d rune }\nvar e = \'"\'',
  ];
  for (const text of without) assert.equal(scanGo(text).hasCode, false, text);
  const having = ["package a\nfunc f() {}", "package a\nvar a = func() {}", "package a\nvar q = '\"'\nfunc f() {}"];
  for (const text of having) assert.equal(scanGo(text).hasCode, true, text);
});

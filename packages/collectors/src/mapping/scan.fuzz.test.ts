import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { scanGo } from "./go/scan.ts";
import type { ScannedFile } from "./import-ref.ts";
import { scanPython } from "./python/scan.ts";
import { scanScript } from "./script/scan.ts";

const SCANNERS: Readonly<Record<string, (text: string) => ScannedFile>> = {
  script: (text) => scanScript(text, "a.ts"),
  jsx: (text) => scanScript(text, "a.tsx"),
  python: (text) => scanPython(text, "a.py"),
  go: (text) => scanGo(text),
};

const PIECES = [
  ..."\"'`/\\{}()[]<>;:,.#@$\n\t =*|&?!".split(""),
  "'''",
  '"""',
  "//",
  "/*",
  "*/",
  "${",
  "\r\n",
  "import",
  "from",
  "export",
  "type",
  "require",
  "func",
  "package",
  "new URL(",
  "import.meta.url",
  "interface A",
  "declare",
  "'./a'",
  '"b"',
  "TYPE_CHECKING",
  "if ",
  "é",
  "😀",
  "\ud800",
];

for (const [name, scan] of Object.entries(SCANNERS)) {
  test(`${name}: whatever the text is, the answer is whole, the same again, and of lines that there are`, () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string())), (pieces) => {
        const text = pieces.join("");
        const found = scan(text);
        assert.deepEqual(scan(text), found);
        const lines = text.split("\n").length;
        for (const { specifier, line } of found.imports) {
          assert.ok(line >= 1 && line <= lines, `line ${line} of ${lines}`);
          assert.ok(
            specifier === "" ||
              text.replaceAll(/\s/g, "").includes(specifier.split(".").at(-1)?.replaceAll(/\s/g, "") ?? ""),
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  test(`${name}: time grows with the text and not with its square`, () => {
    const repeated = [
      ...PIECES,
      "/[",
      "/[/",
      "'\\",
      "`${'",
      "import{",
      "import(",
      "a/b'",
      "(/",
      "x;",
      "\\\n",
      "f'{",
      "export type {a,",
    ];
    for (const piece of repeated) {
      const text = piece.repeat(Math.ceil(200_000 / piece.length));
      const before = process.cpuUsage();
      scan(text);
      const { user } = process.cpuUsage(before);
      assert.ok(user < 5_000_000, `${JSON.stringify(piece)}: ${user / 1000} ms for ${text.length} characters`);
    }
  });
}

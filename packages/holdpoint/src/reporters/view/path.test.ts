import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { relativePath, relativeUri } from "./path.ts";

test("only paths below the root are relative", () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ["src/a.ts", "src/a.ts"],
    ["./src/./a.ts", "src/a.ts"],
    ["a b/ü?.ts", "a b/ü?.ts"],
    ["/etc/passwd", null],
    ["../a.ts", null],
    ["a/../../b", null],
    ["a//b", null],
    ["C:\\a.ts", null],
    ["\\\\host\\a", null],
    ["file:///a", null],
    ["", null],
    [".", null],
    ["\ud800", null],
  ];
  for (const [path, expected] of cases) assert.equal(relativePath(path), expected, path);
});

test("a URI reference decodes to the path and has no character of its own", () => {
  assert.equal(relativeUri("a b/ü?.ts"), "a%20b/%C3%BC%3F.ts");
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (path) => {
      const uri = relativeUri(path);
      if (uri === null) return;
      assert.match(uri, /^[\w.!~*'()%/-]+$/);
      assert.equal(decodeURIComponent(uri), relativePath(path));
    }),
  );
});

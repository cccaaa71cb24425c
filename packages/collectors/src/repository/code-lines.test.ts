import assert from "node:assert/strict";
import { test } from "node:test";
import { codeLines } from "./code-lines.ts";

const textsOf = (text: string): string[] => codeLines(text, "f").map((line) => line.text);

test("comments are left out, texts are kept with what looks like a comment inside", () => {
  assert.deepEqual(textsOf("a // b\nc /* d\ne */ f"), ["a ", "c  f"]);
  assert.deepEqual(textsOf("a = 'x // y' /* z */"), ["a = 'x // y' "]);
  assert.deepEqual(textsOf('a = "\\" // b"'), ['a = "\\" // b"']);
  assert.deepEqual(textsOf("'''a\n} // b''' c"), ["'''a\n} // b''' c"]);
});

test("each line has the number of blocks that are open where it begins", () => {
  const depths = codeLines("a {\n b { c }\n}\nd '{'\n", "f").map((line) => line.depth);
  assert.deepEqual(depths, [0, 1, 1, 0, 0]);
});

test("what is not closed is told where it begins", () => {
  const cases: readonly (readonly [text: string, code: string, line: number, column: number])[] = [
    ["a\n b {", "HP-READ-TRUNCATED", 2, 4],
    ["/* a", "HP-READ-TRUNCATED", 1, 1],
    ["a 'b", "HP-READ-TRUNCATED", 1, 3],
    ["a 'b\n'", "HP-READ-SYNTAX", 1, 3],
    ['"""a"', "HP-READ-TRUNCATED", 1, 1],
    ["}\n", "HP-READ-SYNTAX", 1, 1],
  ];
  for (const [text, code, line, column] of cases) {
    assert.throws(() => codeLines(text, "f"), { code, place: { file: "f", line, column } }, text);
  }
});

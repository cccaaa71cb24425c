import assert from "node:assert/strict";
import { test } from "node:test";
import { failAt } from "./fail-at.ts";

test("an offset is told as line and column, both from 1", () => {
  const cases: readonly (readonly [text: string, offset: number, line: number, column: number])[] = [
    ["abc", 0, 1, 1],
    ["abc", 2, 1, 3],
    ["a\nb", 1, 1, 2],
    ["a\nb", 2, 2, 1],
    ["a\n\nb", 3, 3, 1],
    ["", 0, 1, 1],
  ];
  for (const [text, offset, line, column] of cases) {
    assert.throws(() => failAt("f", text, offset, "HP-READ-SYNTAX", "wrong"), {
      code: "HP-READ-SYNTAX",
      message: "wrong",
      place: { file: "f", line, column },
    });
  }
});

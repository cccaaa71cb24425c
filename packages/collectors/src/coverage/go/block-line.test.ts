import assert from "node:assert/strict";
import { test } from "node:test";
import { readBlockLine } from "./block-line.ts";

const read = (text: string): ReturnType<typeof readBlockLine> => {
  const bytes = Buffer.from(`before\n${text}\nafter`);
  return readBlockLine(bytes, 7, bytes.length - 6);
};

test("the fields of a line", () => {
  assert.deepEqual(read("example.org/m/a.go:3.14,15.2 2 17"), {
    file: "example.org/m/a.go",
    span: "3.14,15.2",
    startLine: 3,
    startColumn: 14,
    endLine: 15,
    endColumn: 2,
    statements: 2,
    hits: 17,
    isSaturated: false,
  });
});

test("a fault is told with its offset in the line", () => {
  const at = (text: string): number | null => {
    const line = read(text);
    return "fault" in line ? line.at : null;
  };
  assert.equal(at("a.go:1.1,2.2 1 1"), null);
  assert.equal(at("a.go:1.1,2.2 1 "), 15);
  assert.equal(at("a.go:1.1,2.2  1"), 13);
  assert.equal(at("a.go:1.1,2,2 1 1"), 5);
  assert.equal(at(":1.1,2.2 1 1"), 0);
  assert.equal(at("1.1,2.2 1 1"), 0);
  assert.equal(at(""), 0);
});

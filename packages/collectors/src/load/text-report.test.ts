import assert from "node:assert/strict";
import { test } from "node:test";
import { TextReport } from "./text-report.ts";

const report = (source: string): TextReport => new TextReport(Buffer.from(source), "r.txt");
const place = (line: number): object => ({ file: "r.txt", line, column: 1 });

test("lines are those between line breaks of either kind, without a mark at the beginning", () => {
  assert.deepEqual(report("\ufeffa\r\n\n b \r\nc").lines, ["a", "", " b ", "c"]);
  assert.deepEqual(report("").lines, []);
});

test("the one line of a form has its groups and place, an absent group is empty", () => {
  const form = /^n(\d)(x)?$/;
  assert.deepEqual(report("a\nn1\n").one(form), { groups: ["1", ""], place: place(2) });
  assert.equal(report("a\n").one(form), null);
  assert.throws(() => report("n1\na\n  n\nn2x\n").one(form), {
    code: "HP-READ-SYNTAX",
    place: place(4),
    message: /"n2x" comes a second time; one file holds one run/,
  });
});

test("what must be there and is not was cut off at the end", () => {
  const absent =
    (source: string): (() => unknown) =>
    () =>
      report(source).must(/^z$/, "last line");
  assert.throws(absent("a\nb\n"), { code: "HP-READ-TRUNCATED", place: place(2), message: /it has no last line/ });
  assert.throws(absent(""), { code: "HP-READ-TRUNCATED", place: place(1) });
  assert.deepEqual(report("a\nz\n").must(/^z$/, "last line").place, place(2));
});

test("a section goes from its heading to the next blank line", () => {
  const rows = (source: string): unknown =>
    report(source)
      .section("Head:", /^ (\d)$/)
      .map((row) => [row.groups[0], row.place.line]);
  assert.deepEqual(rows("a\n Head:\t\n 1\n 2\n \t\n 3\nx\n"), [
    ["1", 3],
    ["2", 4],
  ]);
  assert.deepEqual(rows("Head:\n 1\n"), [["1", 2]]);
  assert.deepEqual(rows("Head:\n\n 1\n"), []);
  assert.deepEqual(rows("Heading:\n 1\n"), []);
  assert.throws(() => rows("Head:\n 1\n one\n"), {
    code: "HP-READ-SYNTAX",
    place: place(3),
    message: /no line of "Head:"/,
  });
});

test("a last line without a line break was cut off", () => {
  report("a\n").assertEnded();
  assert.throws(() => report("a\nb").assertEnded(), { code: "HP-READ-TRUNCATED", place: place(2) });
});

test("what is no text, or endless, is refused", () => {
  assert.throws(() => report("a\nb\0\n"), { code: "HP-READ-ENCODING", place: { file: "r.txt", line: 2, column: 2 } });
  assert.throws(() => new TextReport(Buffer.from([0x61, 0x0a, 0xff]), "r.txt"), {
    code: "HP-READ-ENCODING",
    place: { file: "r.txt", line: 2, column: 1 },
  });
  assert.equal(report("\n".repeat(100_000)).lines.length, 100_000);
  assert.throws(() => report("\n".repeat(100_001)), { code: "HP-READ-TOO-LARGE", place: { file: "r.txt" } });
});

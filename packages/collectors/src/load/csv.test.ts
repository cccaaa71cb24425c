import assert from "node:assert/strict";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import fc from "fast-check";
import { csvRecords } from "./csv.ts";

function rows(source: string): string[][] {
  return [...csvRecords(Buffer.from(source), "a.csv", ["a"])].map(({ field, line }) => [
    String(line),
    field("a"),
    field("b"),
  ]);
}

function refusal(source: string): string {
  try {
    rows(source);
  } catch (thrown) {
    if (isHoldpointError(thrown)) return `${thrown.code} ${thrown.place.line ?? "-"}`;
    throw thrown;
  }
  return "accepted";
}

test("fields are found by the header's names, with quotes, commas and line breaks within", () => {
  assert.deepEqual(rows('b,a\n1,2\r\n"x, ""y""",z\n"p\nq",r\n,\n'), [
    ["2", "2", "1"],
    ["3", "z", 'x, "y"'],
    ["4", "r", "p\nq"],
    ["6", "", ""],
  ]);
  assert.deepEqual(rows("a\n"), []);
});

test("what is no table is refused with its line", () => {
  assert.equal(refusal(""), "HP-READ-EMPTY -");
  assert.equal(refusal("b\n1\n"), "HP-READ-NOT-THE-FORMAT 1");
  assert.equal(refusal("a,a\n"), "HP-READ-SYNTAX 1");
  assert.equal(refusal("a,b\n1\n"), "HP-READ-SYNTAX 2");
  assert.equal(refusal('a,b\n1,x"y"\n'), "HP-READ-SYNTAX 2");
  assert.equal(refusal('a,b\n1,x"y\n'), "HP-READ-TRUNCATED 2");
  assert.equal(refusal('a,b\n1,"x"y\n'), "HP-READ-SYNTAX 2");
  assert.equal(refusal("a,b\n1,2"), "HP-READ-TRUNCATED 2");
  assert.equal(refusal('a,b\n1,"2\n3\n'), "HP-READ-TRUNCATED 2");
  assert.equal(refusal('a,b\n1,"2'), "HP-READ-TRUNCATED 2");
  assert.equal(refusal(`a,b\n1,"${"x\n".repeat(600_000)}`), "HP-READ-TOO-LARGE 2");
});

test("whatever is written is read again", () => {
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const field = fc.string({ unit: "grapheme-ascii" }).map((text) => text.replaceAll("\r", ""));
  fc.assert(
    fc.property(fc.array(fc.tuple(field, field), { minLength: 1 }), (pairs) => {
      const source = `a,b\n${pairs.map(([a, b]) => `${quoted(a)},${quoted(b)}\n`).join("")}`;
      assert.deepEqual(
        rows(source).map(([, a, b]) => [a, b]),
        pairs,
      );
    }),
  );
});

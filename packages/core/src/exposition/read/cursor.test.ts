import assert from "node:assert/strict";
import { test } from "node:test";
import { LineCursor } from "./cursor.ts";

const faultsOf = ({ faults }: LineCursor): string[] => faults.map(({ code, column }) => `${code} ${column}`);

test("a pattern fits here or nowhere, and only then steps on", () => {
  const cursor = new LineCursor("ab12", false);
  assert.equal(cursor.match(/\d+/y), null);
  assert.equal(cursor.at, 0);
  assert.equal(cursor.match(/[a-z]+/y), "ab");
  assert.equal(cursor.match(/\d+/y), "12");
  assert.deepEqual([cursor.ended, cursor.char, cursor.match(/\d+/y)], [true, "", null]);
});

test("one pattern serves many lines: where it ended last is forgotten", () => {
  const pattern = /[a-z]+/y;
  for (const line of ["first", "second"]) assert.equal(new LineCursor(line, false).match(pattern), line);
});

test("a character is taken only where it is the next one; nothing is taken at the end", () => {
  const cursor = new LineCursor("{", false);
  assert.deepEqual([cursor.take("}"), cursor.take("{"), cursor.take("{")], [false, true, false]);
  assert.equal(cursor.at, 1);
});

test("blanks are free in the classic format; OpenMetrics notes where they begin, once", () => {
  for (const [line, openMetrics, expected] of [
    [" \t x", false, []],
    [" \t x", true, ["bad-spacing 1"]],
    ["x", true, []],
  ] as const) {
    const cursor = new LineCursor(line, openMetrics);
    cursor.blanks();
    assert.equal(cursor.char, "x");
    assert.deepEqual(faultsOf(cursor), expected);
  }
});

test("a gap is at least one blank, and exactly one space in OpenMetrics", () => {
  const gap = (text: string, openMetrics: boolean): readonly [boolean, string[]] => {
    const cursor = new LineCursor(`${text}x`, openMetrics);
    return [cursor.gap(), faultsOf(cursor)];
  };
  for (const openMetrics of [false, true]) {
    assert.deepEqual(gap("", openMetrics), [false, []]);
    assert.deepEqual(gap(" ", openMetrics), [true, []]);
  }
  assert.deepEqual(gap(" \t ", false), [true, []]);
  for (const text of ["  ", "\t", " \t"]) assert.deepEqual(gap(text, true), [true, ["bad-spacing 1"]], text);
});

test("a token ends at a blank or at the end, and may be empty", () => {
  const cursor = new LineCursor("one\ttwo", false);
  assert.equal(cursor.token(), "one");
  assert.equal(cursor.token(), "");
  cursor.gap();
  assert.equal(cursor.token(), "two");
  assert.equal(cursor.token(), "");
});

test("faults stand at the column where they are, counted from 1, in the order in which they were met", () => {
  const cursor = new LineCursor("abc", false);
  cursor.at = 2;
  cursor.note("bad-value", "here");
  assert.equal(cursor.fail("bad-labels", "before", 0), null);
  assert.deepEqual(cursor.faults, [
    { code: "bad-value", text: "here", column: 3 },
    { code: "bad-labels", text: "before", column: 1 },
  ]);
});

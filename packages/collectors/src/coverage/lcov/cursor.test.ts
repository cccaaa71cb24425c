import assert from "node:assert/strict";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { HITS_MAX } from "../counts/hit-counts.ts";
import { LINE_SIZE_BYTES_MAX } from "../line-blocks.ts";
import { LcovCursor } from "./cursor.ts";

function loaded(text: string): LcovCursor {
  const bytes = Buffer.from(text);
  const cursor = new LcovCursor("a.info");
  cursor.load(bytes, 0, bytes.length);
  return cursor;
}

function onLine(text: string): LcovCursor {
  const cursor = loaded(text);
  cursor.nextLine();
  return cursor;
}

function refusal(read: () => unknown): string {
  try {
    read();
  } catch (thrown) {
    assert.ok(isHoldpointError(thrown));
    return `${thrown.code} ${thrown.place.line}:${thrown.place.column} ${thrown.message}`;
  }
  return "accepted";
}

test("lines end with a line feed, with a carriage return before it, or with the file", () => {
  const cursor = loaded(`a\r\n\n${"b".repeat(100)}\nc\r`);
  const lines: string[] = [];
  while (cursor.nextLine()) lines.push(`${cursor.line} ${cursor.rest(200, "x")}`);
  assert.deepEqual(lines, ["1 a", "2 ", `3 ${"b".repeat(100)}`, "4 c"]);
  assert.equal(cursor.nextLine(), false);
  assert.equal(loaded("").nextLine(), false);
});

test("fields are digits between commas", () => {
  const cursor = onLine("12,007,0,x y\n");
  assert.equal(cursor.lineNumber(), 12);
  cursor.needComma();
  assert.equal(cursor.integer("n"), 7);
  cursor.needComma();
  assert.equal(cursor.hits(), 0);
  assert.equal(cursor.comma(), true);
  assert.equal(cursor.rest(10, "x"), "x y");
  assert.equal(cursor.fieldEnd(), 12);
});

test("the end of a line is not read past", () => {
  const cursor = onLine("1\n2");
  assert.equal(cursor.integer("n"), 1);
  assert.ok(cursor.isAtEnd);
  cursor.needEnd();
  assert.equal(cursor.comma(), false);
  assert.equal(
    refusal(() => cursor.needComma()),
    "HP-READ-SYNTAX 1:2 a field is missing",
  );
  assert.equal(
    refusal(() => cursor.integer("n")),
    "HP-READ-SYNTAX 1:2 n must be digits",
  );
});

test("numbers beyond their bound are refused as lines and saturate as counts", () => {
  assert.equal(onLine("2147483647").lineNumber(), 2_147_483_647);
  assert.match(
    refusal(() => onLine("2147483648").lineNumber()),
    /at most 2147483647/,
  );
  assert.match(
    refusal(() => onLine("0\n").lineNumber()),
    /at least 1/,
  );
  for (const [text, hits, column] of [
    ["18446744073709551615", HITS_MAX, null],
    ["18446744073709551616", HITS_MAX, 1],
    ["00000000000000000000000000000000000000007", 7, null],
    ["9007199254740993", 9_007_199_254_740_992, null],
    ["9".repeat(400), HITS_MAX, 1],
  ] as const) {
    const cursor = onLine(text);
    assert.equal(cursor.hits(), hits, text);
    assert.equal(cursor.saturatedColumn, column, text);
  }
  assert.equal(onLine("9".repeat(400)).digits("n"), Number.MAX_VALUE);
});

test("what stands where something else must is refused with its column", () => {
  assert.equal(
    refusal(() => onLine("-5\n").integer("n")),
    "HP-READ-SYNTAX 1:1 n must be digits",
  );
  assert.equal(
    refusal(() => onLine("x\n").needEnd()),
    "HP-READ-SYNTAX 1:1 expected the end of the line",
  );
  assert.equal(
    refusal(() => onLine("x\n").comma()),
    "HP-READ-SYNTAX 1:1 expected a comma",
  );
  assert.equal(
    refusal(() => onLine("long\n").rest(3, "it")),
    "HP-READ-TOO-LARGE 1:1 it is longer than 3 bytes",
  );
});

test("a line that is cut off says so, and one that is too long is refused", () => {
  assert.match(
    refusal(() => onLine("1").needComma()),
    /^HP-READ-TRUNCATED 1:1 /,
  );
  assert.match(
    refusal(() => onLine(`${"x".repeat(LINE_SIZE_BYTES_MAX)}\n`)),
    /accepted/,
  );
  assert.match(
    refusal(() => onLine(`${"x".repeat(LINE_SIZE_BYTES_MAX + 1)}\n`)),
    /^HP-READ-TOO-LARGE 1:1 /,
  );
});

test("a block is read from where it begins to where it ends, and lines are counted on", () => {
  const bytes = Buffer.from("no\n1\n2\nno\n");
  const cursor = new LcovCursor("a.info");
  cursor.line = 1;
  cursor.load(bytes, 3, 7);
  const read: number[] = [];
  while (cursor.nextLine()) read.push(cursor.line, cursor.integer("n"));
  assert.deepEqual(read, [2, 1, 3, 2]);
  cursor.load(Buffer.from("a\nb\n"), 0, 4);
  cursor.skipTo(2, 1);
  assert.ok(cursor.nextLine() && !cursor.isUnended);
  assert.equal(`${cursor.line} ${cursor.rest(9, "x")}`, "5 b");
});

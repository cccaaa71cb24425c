import assert from "node:assert/strict";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { LcovCursor } from "./cursor.ts";

function onLine(text: string): LcovCursor {
  const cursor = new LcovCursor(Buffer.from(text), "a.info");
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
  const cursor = new LcovCursor(Buffer.from(`a\r\n\n${"b".repeat(100)}\nc\r`), "a.info");
  const lines: string[] = [];
  while (cursor.nextLine()) lines.push(`${cursor.line} ${cursor.rest(200, "x")}`);
  assert.deepEqual(lines, ["1 a", "2 ", `3 ${"b".repeat(100)}`, "4 c"]);
  assert.equal(cursor.nextLine(), false);
  assert.equal(new LcovCursor(Buffer.alloc(0), "a.info").nextLine(), false);
});

test("fields are digits between commas", () => {
  const cursor = onLine("12,007,0,x y");
  assert.equal(cursor.lineNumber(), 12);
  cursor.needComma();
  assert.equal(cursor.integer("n"), 7);
  cursor.needComma();
  assert.equal(cursor.isHit(), false);
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
    refusal(() => onLine("0").lineNumber()),
    /at least 1/,
  );
  assert.equal(onLine("18446744073709551615").digits("n"), Number.MAX_SAFE_INTEGER);
  assert.equal(onLine("18446744073709551615").isHit(), true);
});

test("what stands where something else must is refused with its column", () => {
  assert.equal(
    refusal(() => onLine("-5").integer("n")),
    "HP-READ-SYNTAX 1:1 n must be digits",
  );
  assert.equal(
    refusal(() => onLine("x").needEnd()),
    "HP-READ-SYNTAX 1:1 expected the end of the line",
  );
  assert.equal(
    refusal(() => onLine("x").comma()),
    "HP-READ-SYNTAX 1:1 expected a comma",
  );
  assert.equal(
    refusal(() => onLine("long").rest(3, "it")),
    "HP-READ-TOO-LARGE 1:1 it is longer than 3 bytes",
  );
});

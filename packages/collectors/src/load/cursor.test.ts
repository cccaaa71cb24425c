import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json } from "@holdpoint/core";
import { Cursor, jsonDocument } from "./cursor.ts";

const at = (value: Json): Cursor => new Cursor(value, "f.json").at("a/b~c");

test("values are read by their kind, and what is absent is absent", () => {
  const cursor = new Cursor({ n: 1.5, c: 3, t: "x", l: [1, 2], o: { k: null } }, "f");
  assert.equal(cursor.at("n").amount(), 1.5);
  assert.equal(cursor.at("c").count(), 3);
  assert.equal(cursor.at("t").text(), "x");
  assert.deepEqual(
    cursor
      .at("l")
      .items()
      .map((one) => one.count()),
    [1, 2],
  );
  assert.deepEqual(
    cursor
      .at("o")
      .entries()
      .map(([key, one]) => [key, one.isThere]),
    [["k", false]],
  );
  assert.deepEqual(
    [cursor.at("x").countOrNull(), cursor.at("x").amountOrNull(), cursor.at("x").textOrNull()],
    [null, null, null],
  );
  assert.deepEqual(cursor.at("x").at("y").entries(), []);
  assert.equal(new Cursor({}, "f").at("constructor").isThere, false);
});

test("what is of another kind is refused with its pointer", () => {
  const cases: readonly (readonly [Json, (cursor: Cursor) => unknown])[] = [
    [-1, (one) => one.count()],
    [1.5, (one) => one.count()],
    [2 ** 53, (one) => one.count()],
    ["1", (one) => one.countOrNull()],
    [-0.5, (one) => one.amount()],
    [1, (one) => one.text()],
    [{}, (one) => one.items()],
    [[], (one) => one.entries()],
  ];
  for (const [value, use] of cases) {
    assert.throws(() => use(at({ "a/b~c": value })), {
      code: "HP-READ-SYNTAX",
      place: { file: "f.json" },
      message: /^\/a~1b~0c: /,
    });
  }
});

test("a document of another form is refused", () => {
  const isFormat = (top: Cursor): boolean => top.at("is").isThere;
  assert.equal(jsonDocument(Buffer.from('{"is":1}'), "f", isFormat).at("is").count(), 1);
  for (const source of ["[1]", "1", "{}"])
    assert.throws(() => jsonDocument(Buffer.from(source), "f", isFormat), { code: "HP-READ-NOT-THE-FORMAT" });
  assert.throws(() => jsonDocument(Buffer.from('{"is":1'), "f", isFormat), { code: "HP-READ-TRUNCATED" });
  assert.throws(() => jsonDocument(Buffer.from('{"is":1,"is":2}'), "f", isFormat), { code: "HP-READ-DUPLICATE-KEY" });
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { Interner } from "../counts/interner.ts";
import { countPoints } from "../counts/points.ts";
import { JsonCursor } from "../json/cursor.ts";
import { JsonRemarks } from "../json/remarks.ts";
import { readFileEntry } from "./file-entry.ts";
import { recogniseInstrumenter } from "./instrumenter.ts";
import type { Location } from "./location.ts";
import { locationKey, readLocation } from "./location.ts";
import { joinMembers, readMembers } from "./members.ts";

const cursorOf = (value: unknown): JsonCursor => new JsonCursor(Buffer.from(JSON.stringify(value)), "c.json");
const location = (value: unknown): Location | null => cursorOf(value).read(readLocation);
const at = (line: number, column: number | null): object => ({
  start: { line, column },
  end: { line, column: null },
});

test("places are read where there are any, and a line must be the number of one", () => {
  assert.deepEqual(location(at(3, 0)), { line: 3, column: 0, endLine: 3, endColumn: -1 });
  assert.equal(location({ start: { line: 2 ** 31 - 1 }, end: [] })?.line, 2 ** 31 - 1);
  for (const none of [null, 7, [], "x"]) assert.equal(location(none), null);
  for (const none of [{}, { start: null }, { start: {} }, { start: { line: null } }]) {
    assert.equal(location(none)?.line, -1, JSON.stringify(none));
  }
  for (const line of [0, -1, 1.5, "1", true, 2 ** 31, [1]]) {
    assert.throws(() => location({ start: { line } }), {
      code: "HP-READ-SYNTAX",
      place: { file: "c.json", line: 1, column: 18 },
    });
  }
});

test("the key of a place is the place, whatever else stands there", () => {
  const key = (value: unknown, kept: number = 1): string => locationKey(location(value), kept);
  assert.equal(key(at(1, 2)), key({ ...at(1, 2), extra: true }));
  assert.notEqual(key(at(1, 2)), key(at(1, 3)));
  assert.notEqual(key(at(1, 23)), key(at(12, 3)));
  assert.equal(key(at(1, 2), 1), key(at(9, 2), 9), "the line is kept elsewhere");
  assert.equal(key(null), "");
});

test("maps and counters are joined by key, in any order", () => {
  const joined = (map: object, counters: object): unknown[] => {
    const found: unknown[] = [];
    const cursor = cursorOf([map, counters]);
    cursor.read(() => {
      const read: ReturnType<typeof readMembers<number>>[] = [];
      cursor.array((index) => read.push(readMembers(cursor, index === 0 ? "map" : "c", () => cursor.number())));
      const [left, right] = read;
      assert.ok(left && right);
      joinMembers(cursor, left, right, (mapped, counter) => found.push([mapped, counter]));
    });
    return found;
  };
  const expected = [
    [1, 10],
    [2, 20],
  ];
  assert.deepEqual(joined({ a: 1, b: 2 }, { a: 10, b: 20 }), expected);
  assert.deepEqual(joined({ a: 1, b: 2 }, { b: 20, a: 10 }), expected);
  assert.deepEqual(joined({}, {}), []);
  assert.throws(() => joined({ a: 1, b: 2 }, { a: 10, c: 20 }), /"b" is in map and not in c/);
  assert.throws(() => joined({ a: 1 }, { a: 10, c: 20 }), /map has 1 entries and c has 2/);
});

test("instrumenters are told by the fields that only they write", () => {
  assert.equal(recogniseInstrumenter(new Set(["_coverageSchema", "all"])), "istanbul-lib-instrument");
  assert.equal(recogniseInstrumenter(new Set(["all"])), "v8-to-istanbul");
  assert.equal(recogniseInstrumenter(new Set(["meta"])), "unknown");
});

test("functions and branches are placed by whatever the tool gave: decl, loc, line or nothing", () => {
  const loc = at(2, 0);
  const lines = (fn: object, branch: object): (number | undefined)[] => {
    const entry = { path: "a", statementMap: {}, s: {}, fnMap: { 0: fn }, f: { 0: 1 } };
    const cursor = cursorOf({ ...entry, branchMap: { 0: branch }, b: { 0: [1] } });
    const options = { file: "a.json", interner: new Interner() };
    const { functions, branches } = cursor.read(() =>
      readFileEntry(cursor, "a", new JsonRemarks(cursor), options),
    ).counts;
    assert.ok(functions && branches);
    for (const points of [functions, branches]) assert.deepEqual(countPoints(points), { covered: 1, total: 1 });
    return [functions[0], branches[0]];
  };
  assert.deepEqual(lines({ decl: loc, line: 9 }, { loc, locations: [{}] }), [2, 2]);
  assert.deepEqual(lines({ loc }, { locations: [loc], line: 9 }), [2, 2]);
  assert.deepEqual(lines({ line: 9 }, { line: 8, locations: [{}] }), [9, 8]);
  assert.deepEqual(lines({ line: null }, { locations: [null], line: null }), [0, 0]);
  assert.throws(() => lines({}, {}), /a branch has no locations/);
  assert.throws(() => lines({}, { locations: {} }), /must be an array/);
});

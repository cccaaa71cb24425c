import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import { Interner } from "../counts/interner.ts";
import { countPoints } from "../counts/points.ts";
import { fileCounts } from "./file-entry.ts";
import { recogniseInstrumenter } from "./instrumenter.ts";
import { locationKey, startLine } from "./location.ts";
import { arrayAt, countAt, inside, objectAt } from "./shape.ts";

const PLACE = { file: "c.json", pointer: "/a" };
const syntax = { code: "HP-READ-SYNTAX", place: { file: "c.json" } };

test("a location begins on a line, or nowhere when it is left empty", () => {
  assert.equal(startLine({ start: { line: 4, column: 2 } }, PLACE), 4);
  for (const empty of [undefined, null, {}, { start: {} }, { start: null }, { start: { line: null } }, "x", []]) {
    assert.equal(startLine(empty, PLACE), null);
  }
  for (const line of [0, -1, 1.5, "4", true, 2 ** 31]) {
    assert.throws(() => startLine({ start: { line } }, PLACE), { ...syntax, message: /^\/a\/start\/line: / });
  }
});

test("keys of locations are equal where the places are", () => {
  const at = (line: number, column: number | null): JsonObject => ({
    start: { line, column },
    end: { line, column: null },
  });
  assert.equal(locationKey(at(1, 2)), locationKey({ ...at(1, 2), extra: true }));
  assert.notEqual(locationKey(at(1, 2)), locationKey(at(1, 3)));
  assert.notEqual(locationKey(at(1, 23)), locationKey(at(12, 3)));
  assert.equal(locationKey(null), "");
});

test("values of another form are refused with a pointer to them", () => {
  assert.deepEqual(inside(PLACE, "x/y~z"), { file: "c.json", pointer: "/a/x~1y~0z" });
  for (const value of [null, undefined, [], "x", 1]) assert.throws(() => objectAt(value, PLACE), syntax);
  for (const value of [null, undefined, {}, "x", 1]) assert.throws(() => arrayAt(value, PLACE), syntax);
  for (const value of [null, undefined, -1, 0.5, "1", true]) assert.throws(() => countAt(value, PLACE), syntax);
  for (const value of [0, 1, 2 ** 60]) assert.equal(countAt(value, PLACE), value);
});

test("instrumenters are told by the fields that only they write", () => {
  assert.equal(recogniseInstrumenter({ _coverageSchema: "x", all: false }), "istanbul-lib-instrument");
  assert.equal(recogniseInstrumenter({ all: false }), "v8-to-istanbul");
  assert.equal(recogniseInstrumenter({ meta: {} }), "unknown");
});

test("functions and branches are placed by whatever the tool gave: decl, loc, line or nothing", () => {
  const loc = { start: { line: 2, column: 0 }, end: { line: 3, column: 0 } };
  const entry = (fn: JsonObject, branch: JsonObject): JsonObject => ({
    statementMap: {},
    s: {},
    fnMap: { 0: fn },
    f: { 0: 1 },
    branchMap: { 0: branch },
    b: { 0: [1] },
  });
  const lines = (fn: JsonObject, branch: JsonObject): (number | undefined)[] => {
    const { functions, branches } = fileCounts(entry(fn, branch), PLACE, new Interner());
    assert.ok(functions && branches);
    assert.deepEqual(
      [countPoints(functions), countPoints(branches)],
      [
        { covered: 1, total: 1 },
        { covered: 1, total: 1 },
      ],
    );
    return [functions[0], branches[0]];
  };
  assert.deepEqual(lines({ decl: loc, line: 9 }, { loc, locations: [{}] }), [2, 2]);
  assert.deepEqual(lines({ loc }, { locations: [loc], line: 9 }), [2, 2]);
  assert.deepEqual(lines({ line: 9 }, { line: 8, locations: [{}] }), [9, 8]);
  assert.deepEqual(lines({}, { locations: [{}] }), [0, 0]);
});

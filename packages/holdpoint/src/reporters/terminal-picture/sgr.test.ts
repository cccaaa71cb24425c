import assert from "node:assert/strict";
import { test } from "node:test";
import type { Pen } from "./sgr.ts";
import { applySgr, PLAIN } from "./sgr.ts";

test("styles and colours are switched on and off", () => {
  const cases: readonly (readonly [string, Partial<Pen>])[] = [
    ["", {}],
    ["0", {}],
    ["1", { bold: true }],
    ["1;2;3;4;7;9", { bold: true, dim: true, italic: true, underline: true, inverse: true, struck: true }],
    ["1;22", {}],
    ["31", { color: 1 }],
    ["97", { color: 15 }],
    ["41;1", { ground: 1, bold: true }],
    ["107", { ground: 15 }],
    ["31;39", {}],
    ["42;49", {}],
    ["38;5;208", { color: 208 }],
    ["48:5:17", { ground: 17 }],
    ["38;2;1;2;255", { color: "#0102ff" }],
    ["38;5;208;1", { color: 208, bold: true }],
    ["1;0", {}],
  ];
  for (const [parameters, expected] of cases)
    assert.deepEqual(applySgr(PLAIN, parameters), { ...PLAIN, ...expected }, parameters);
});

test("what is unknown or out of range changes nothing", () => {
  for (const parameters of ["5", "53", "999", "38", "38;5", "38;5;256", "38;2;1;2", "38;9;1", "NaN", ";;;"]) {
    assert.equal(applySgr(PLAIN, parameters).color, null, parameters);
    assert.equal(applySgr(PLAIN, parameters).ground, null, parameters);
  }
});

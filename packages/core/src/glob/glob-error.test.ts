import assert from "node:assert/strict";
import { test } from "node:test";
import { globError, globErrorAt } from "./glob-error.ts";

test("an error names the pattern, shortened, and the column in it", () => {
  const error = globError("a".repeat(500), 3, "is odd");
  assert.equal(error.code, "HP-CONFIG-VALUE");
  assert.deepEqual(error.place, { column: 4 });
  assert.match(error.message, /^the glob "a{80}" is odd$/);
});

test("the column is counted on from where the pattern stands", () => {
  const error = globError("{a", 0, "has a {");
  assert.deepEqual(globErrorAt(error, { file: "f", line: 2, column: 9 }).place, { file: "f", line: 2, column: 9 });
  const later = globError("ab{a", 2, "has a {");
  assert.deepEqual(globErrorAt(later, { file: "f", line: 2, column: 9 }).place, { file: "f", line: 2, column: 11 });
});

test("without a column to count from there is none", () => {
  const error = globError("ab{a", 2, "has a {");
  assert.deepEqual(globErrorAt(error, { file: "f", line: 2 }).place, { file: "f", line: 2 });
  assert.deepEqual(globErrorAt(error, {}).place, {});
  assert.equal(globErrorAt(error, {}).message, error.message);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { byText, count, listed } from "./text.ts";

test("a count agrees with its noun", () => {
  assert.equal(count(0, "test"), "0 tests");
  assert.equal(count(1, "test"), "1 test");
  assert.equal(count(2, "entry", "entries"), "2 entries");
});

test("a list says how many it leaves out", () => {
  assert.equal(listed([]), "");
  assert.equal(listed(["a", "b", "c"]), "a, b, c");
  assert.equal(listed(["a", "b", "c", "d", "e"]), "a, b, c and 2 more");
  assert.equal(listed(["a", "b"], 1), "a and 1 more");
  assert.equal(listed(["b", "a", "b", "c", "b", "d"]), "b (3 times), a, c and 1 more");
});

test("order does not depend on the machine's language", () => {
  assert.deepEqual(["ä", "b", "B", "a"].sort(byText), ["B", "a", "b", "ä"]);
  assert.equal(byText("a", "a"), 0);
});

test("a list keeps the order that it was given, and changes nothing of it", () => {
  const names = Object.freeze(["c", "a", "b", "d"]);
  assert.equal(listed(names), "c, a, b and 1 more");
  assert.equal(listed(names, 4), "c, a, b, d");
});

test("names are told as they are, also odd ones", () => {
  assert.equal(listed(["", " ", "a, b"]), ",  , a, b");
  assert.equal(count(1.5, "hour"), "1.5 hours");
  assert.equal(count(-1, "point"), "-1 points");
});

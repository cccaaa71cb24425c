import assert from "node:assert/strict";
import { test } from "node:test";
import { offence } from "./offence.ts";

const terms = { code: "late", noun: "answer", text: "came late", flip: "would pass in time" };

test("nothing that offends is no problem", () => {
  assert.deepEqual(offence([], terms), []);
});

test("everything that offends is one problem that names the first few", () => {
  const [one, ...more] = offence(["a", "b", "c", "d", "e"], terms);
  assert.equal(more.length, 0);
  assert.equal(one?.text, "5 answers came late: a, b, c and 2 more");
  assert.deepEqual([one?.outcome, one?.code, one?.observed, one?.threshold], ["fail", "late", 5, 0]);
  assert.equal(one?.flip, "would pass in time");
});

test("what cannot be judged may be told as missing", () => {
  assert.equal(offence(["a"], { ...terms, outcome: "missing" })[0]?.outcome, "missing");
});

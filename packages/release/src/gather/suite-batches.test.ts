import assert from "node:assert/strict";
import { test } from "node:test";
import { SUITES_AT_ONCE_MAX, suiteBatches } from "./suites.ts";

const suites = (marks: string): { alone: boolean; at: number }[] =>
  marks.split("").map((mark, at) => ({ alone: mark === "A", at }));
const shape = (marks: string): string =>
  suiteBatches(suites(marks))
    .map((batch) => batch.map(({ alone }) => (alone ? "A" : "s")).join(""))
    .join(" ");

test("suites that want the machine alone have it alone, others share with their neighbours", () => {
  assert.equal(shape("ssAsAAss"), "ss A s A A ss");
  assert.equal(shape(""), "");
  assert.equal(shape("A"), "A");
});

test("the order is kept and nothing is left out", () => {
  const order = suiteBatches(suites("sAssA")).flatMap((batch) => batch.map(({ at }) => at));
  assert.deepEqual(order, [0, 1, 2, 3, 4]);
});

test("not more than a few run at once", () => {
  assert.equal(shape("s".repeat(SUITES_AT_ONCE_MAX + 1)), `${"s".repeat(SUITES_AT_ONCE_MAX)} s`);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { TestCase, TestStatus } from "@holdpoint/core";
import { pairsOf, verdictOf } from "./pairs.ts";
import { TITLES } from "./title.ts";

const one = (id: string, status: TestStatus = "passed", patch: Partial<TestCase> = {}): TestCase => ({
  id,
  name: id.split(" › ").at(-1) ?? id,
  file: null,
  status,
  durationMs: null,
  flaky: false,
  message: null,
  report: "r",
  line: 1,
  ...patch,
});

const shown = (first: readonly TestCase[], second: readonly TestCase[]): readonly string[] | null =>
  pairsOf(first, second)?.map(
    ([a, b]) => `${a === null ? "-" : `${a.id} ${a.status}`} = ${b === null ? "-" : `${b.id} ${b.status}`}`,
  ) ?? null;

test("failed and errored are one verdict, the others are their own", () => {
  const verdicts = (["passed", "failed", "errored", "skipped"] as const).map((status) => verdictOf(one("a", status)));
  assert.deepEqual(verdicts, ["passed", "broken", "broken", "skipped"]);
});

test("titles go from the whole name to its last part", () => {
  const titles = (test: TestCase): readonly string[] => TITLES.map((title) => title(test));
  assert.deepEqual(titles(one("a.js › s › t", "passed", { file: "a.js" })), ["a.js › s › t", "s t", "t"]);
  assert.deepEqual(titles(one("s › u > v", "passed", { name: "u > v" })), ["s › u > v", "s u v", "v"]);
  assert.deepEqual(titles(one("p.py::C::t", "passed", { name: "p.py::C::t" })), ["p.py::C::t", "p.py C t", "t"]);
  assert.deepEqual(titles(one("b.js › t", "passed", { file: "a.js" })), ["b.js › t", "b.js t", "t"]);
  assert.deepEqual(titles(one("a\\nb")), ["a\\nb", "a b", "a b"]);
  assert.deepEqual(titles(one("a\nb")), ["a\nb", "a b", "a b"]);
});

test("the strictest naming that fits best is taken", () => {
  assert.deepEqual(shown([one("a › x"), one("b › x", "failed")], [one("b › x", "failed"), one("a › x")]), [
    "a › x passed = a › x passed",
    "b › x failed = b › x failed",
  ]);
  assert.deepEqual(shown([one("a › x")], [one("other › x")]), ["a › x passed = other › x passed"]);
});

test("lists that share less than half of the shorter one are about other tests", () => {
  const of = (...ids: readonly string[]): readonly TestCase[] => ids.map((id) => one(id));
  assert.equal(shown(of("a", "b", "c"), of("c", "d", "e")), null);
  assert.deepEqual(shown(of("a", "b"), of("b", "c", "d", "e"))?.length, 5);
  assert.equal(shown(of("a"), []), null);
  assert.equal(shown([], of("a")), null);
});

test("what is left over stands alone, on its own side and at the end", () => {
  assert.deepEqual(shown([one("a"), one("b")], [one("b"), one("c")]), [
    "a passed = -",
    "b passed = b passed",
    "- = c passed",
  ]);
});

test("of several with one title those with one verdict go together first", () => {
  const first = [one("a", "failed"), one("a"), one("a", "skipped")];
  const second = [one("a"), one("a", "errored"), one("a")];
  assert.deepEqual(shown(first, second), ["a failed = a errored", "a passed = a passed", "a skipped = a passed"]);
});

test("names like members of every object are names", () => {
  assert.deepEqual(shown([one("__proto__"), one("constructor")], [one("constructor"), one("__proto__")])?.length, 2);
});

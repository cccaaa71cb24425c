import assert from "node:assert/strict";
import { test } from "node:test";
import type { TriedTerms } from "./tried.ts";
import { concludeTried, untriedNames } from "./tried.ts";

const TERMS: TriedTerms<number> = {
  noun: "answer",
  passed: "came in time",
  name: String,
  rules: [
    { code: "late", text: "came late", flip: "would pass in time", offends: (ms) => ms > 5 },
    { code: "odd", text: "prove nothing", flip: "would pass", offends: (ms) => ms < 0, outcome: "missing" },
  ],
};

test("nothing tried is missing", () => {
  const finding = concludeTried([], TERMS);
  assert.deepEqual([finding.outcome, finding.code], ["missing", "not-tried"]);
  assert.equal(finding.reason, "the drill tried no answer");
});

test("everything within the rules passes, with how many there were", () => {
  const finding = concludeTried([1, 2], TERMS);
  assert.deepEqual([finding.outcome, finding.observed, finding.reason], ["pass", 2, "2 answers came in time"]);
});

test("those that offend are named, and what proves nothing comes first", () => {
  assert.equal(concludeTried([1, 7, 9], TERMS).reason, "2 answers came late: 7, 9");
  const both = concludeTried([-1, 9], TERMS);
  assert.deepEqual([both.outcome, both.code], ["missing", "odd"]);
  assert.equal(both.reason, "1 answer prove nothing: -1; 1 answer came late: 9");
});

test("what was wanted and not tried is missing by name", () => {
  assert.deepEqual(untriedNames(["a"], ["a", "b"], "end"), []);
  const [problem] = untriedNames(["a", "c"], ["b"], "end");
  assert.deepEqual([problem?.outcome, problem?.text], ["missing", "2 ends not tried: a, c"]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { FINDING_LOCATIONS_MAX } from "@holdpoint/core";
import type { Problem } from "./conclude.ts";
import { conclude, only } from "./conclude.ts";

const passed = { reason: "all is well", observed: 0, threshold: 0 };

function problem(outcome: Problem["outcome"], code: string): Problem {
  return { outcome, code, text: `${code} was seen`, observed: code, threshold: "none", flip: "would pass without" };
}

test("nothing found is a pass with the code pass", () => {
  assert.deepEqual(conclude([], passed), { outcome: "pass", code: "pass", ...passed });
});

test("the worst decides, whatever the order; what cannot be waived is the worst", () => {
  const all = [problem("warn", "w"), problem("fail", "f"), problem("fail", "g"), problem("missing", "m")];
  const finding = conclude(all, passed);
  assert.equal(finding.outcome, "missing");
  assert.equal(finding.code, "m");
  assert.equal(finding.observed, "m");
  assert.equal(finding.reason, "m was seen; f was seen; g was seen; and 1 more such finding");
  assert.equal(conclude(all.slice(0, 3), passed).code, "f");
  assert.equal(conclude(all.slice(0, 1), passed).outcome, "warn");
});

test("the reason tells the worst three and counts the rest", () => {
  const all = ["a", "b", "c", "d"].map((code) => problem("fail", code));
  assert.equal(conclude(all, passed).reason, "a was seen; b was seen; c was seen; and 1 more such finding");
  assert.equal(conclude([...all, problem("warn", "e")], passed).reason.endsWith("2 more such findings"), true);
});

test("places of all problems are kept, up to the bound", () => {
  const located = { ...problem("fail", "a"), locations: Array.from({ length: 90 }, () => ({ file: "f", text: "t" })) };
  assert.equal(conclude([located, located], passed).locations?.length, FINDING_LOCATIONS_MAX);
});

test("one problem alone is told as it is", () => {
  const { text, ...rest } = problem("missing", "m");
  assert.deepEqual(only(problem("missing", "m")), { ...rest, reason: text });
});

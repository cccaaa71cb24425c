import assert from "node:assert/strict";
import { test } from "node:test";
import { CANARY_DEFAULTS } from "@holdpoint/core";
import { painter } from "../../reporters/text/paint.ts";
import { canaryText } from "./canary-text.ts";
import { judgeMetric } from "./judge-metric.ts";
import { noisy, source } from "./testing-canary.ts";

const terms = { ...CANARY_DEFAULTS, tolerancePercent: 5 };
const [baseline, candidate] = [
  source({ slow: noisy(100, 60, 1), even: noisy(7, 60, 2) }),
  source({ slow: noisy(130, 60, 3), even: noisy(7, 60, 4) }),
];
const metric = (name: string): ReturnType<typeof judgeMetric> =>
  judgeMetric(baseline, candidate, { metric: name, unit: "ms", better: "lower", terms });
const whole = { differences: [], notes: [] };

test("the outcome comes first, then a row a metric, then why", () => {
  const text = canaryText({ outcome: "worse", metrics: [metric("slow"), metric("even")], ...whole }, painter(false));
  const lines = text.split("\n");
  assert.equal(lines[0], "The candidate is worse.");
  assert.match(text, /^ {2}slow +worse +99\.6 ms +130 ms +\+30\.1 ms +\+29\.6 ms to \+30\.6 ms +4\.98 ms +large$/m);
  assert.match(text, /^ {2}even +same +/m);
  assert.match(text, /^ {2}slow: shifted by/m);
  assert.doesNotMatch(text, /^ {2}even: /m);
});

test("what was not judged has no figures, and is no pass in words", () => {
  const text = canaryText({ outcome: "inconclusive", metrics: [metric("gone\u001b")], ...whole }, painter(false));
  assert.match(text, /^The candidate is inconclusive\.$/m);
  assert.match(text, /^ {2}gone\\u\{1b\} +inconclusive +- +- +- +- +- +-$/m);
  assert.match(text, /has no gone/);
  assert.doesNotMatch(text, /\u001b/);
});

test("in what runs differ is told", () => {
  const differences = [{ term: "machine", baseline: "a", candidate: "not said" }];
  const text = canaryText({ outcome: "inconclusive", metrics: [], differences, notes: ["A note."] }, painter(false));
  assert.equal(text, "The candidate is inconclusive.\nA note.\nAnother machine: a, then not said.");
  assert.match(
    canaryText({ outcome: "same", metrics: [], ...whole }, painter(false)),
    /^The candidate is the same\.$/m,
  );
});

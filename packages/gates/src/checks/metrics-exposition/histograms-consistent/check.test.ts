import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { expositionScene, problemOf } from "../../../scenes/exposition.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("metrics-exposition", check);

test("all that is wrong is told at once", () => {
  const problems = [problemOf("inf-not-count"), problemOf("quantiles-not-monotone"), problemOf("info-not-one")];
  const result = judgeScene(check, expositionScene({ problems }));
  assert.equal(result.code, "histogram-broken");
  assert.match(result.reason, /of histograms: .*; 1 problem of summaries: .*; 1 problem of states and infos: /);
});

test("each kind of contradiction has its own reason", () => {
  const code = (...codes: Parameters<typeof problemOf>[0][]): string =>
    judgeScene(check, expositionScene({ problems: codes.map((one) => problemOf(one)) })).code;
  assert.equal(code("le-twice"), "histogram-broken");
  assert.equal(code("exemplar-outside-bucket"), "histogram-broken");
  assert.equal(code("quantile-twice"), "summary-broken");
  assert.equal(code("stateset-label-missing"), "state-broken");
  assert.equal(code("info-not-one", "quantile-missing"), "summary-broken");
});

test("what is wrong with counters and lines is told elsewhere", () => {
  const problems = [problemOf("counter-fell"), problemOf("bad-value"), problemOf("missing-type")];
  assert.equal(judgeScene(check, expositionScene({ problems })).outcome, "pass");
});

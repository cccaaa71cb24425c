import assert from "node:assert/strict";
import { test } from "node:test";
import type { CoverageBody, JsonObject } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { coverage } from "../../../scenes/coverage.ts";
import { promotedCoverage } from "../../../evidence/promoted-coverage.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("coverage-regression", check);

function judged(
  then: readonly CoverageBody[],
  now: readonly CoverageBody[],
  params: JsonObject = {},
): ReturnType<typeof judgeScene> {
  return judgeScene(check, { bodies: { [KIND.coverage]: now }, baselineFacts: promotedCoverage(then), params });
}

const lcov = coverage({ report: "a" });
const xml = coverage({ report: "b", format: "cobertura" });

test("a report more of a known kind, or one called otherwise, can be compared", () => {
  assert.equal(judged([lcov], [lcov, coverage({ report: "c" })]).outcome, "pass");
  assert.equal(judged([lcov], [coverage({ report: "all" })]).outcome, "pass");
});

test("instruments that changed places cannot", () => {
  const swapped = [coverage({ report: "a", format: "cobertura" }), coverage({ report: "b" })];
  const result = judged([lcov, xml], swapped);
  assert.equal(result.code, "other-instrument");
  assert.equal(result.observed, "a (cobertura, node), b (lcov, node)");
  assert.equal(result.threshold, "a (lcov, node), b (cobertura, node)");
  assert.equal(
    judged([lcov], [lcov, xml]).code,
    "other-instrument",
    "a second instrument adds its own way of counting",
  );
});

test("one promotion may be let go without a comparison, in so many words", () => {
  const result = judged([lcov], [xml], { otherInstrument: "accept" });
  assert.equal(result.outcome, "not-applicable");
  assert.match(result.reason, /which the profile accepts$/);
  assert.equal(judged([lcov], [lcov], { otherInstrument: "accept" }).outcome, "pass");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { check as codesKept } from "../checks/error-taxonomy/codes-kept/check.ts";
import { harmProvocation, taxonomy, taxonomyScene } from "../scenes/error-taxonomy.ts";
import { ending, judgeWhole } from "../testing-gate.ts";
import { errorTaxonomy } from "./error-taxonomy.ts";

test("a gateway whose errors are all as registered passes its first release", () => {
  const result = judgeWhole(errorTaxonomy, taxonomyScene());
  assert.equal(result.verdict, "PASS");
  assert.deepEqual(ending(result, "not-applicable"), ["codes-kept"]);
});

test("a refusal that is answered as a success is told by what it looks like", () => {
  const scene = harmProvocation("http-1", { code: null, status: 200, problem: null })(taxonomyScene());
  const result = judgeWhole(errorTaxonomy, scene);
  assert.deepEqual(ending(result, "fail"), ["answers-have-registered-codes"]);
});

test("an internal error fails in every way that it differs", () => {
  const scene = harmProvocation("http-1", { code: "HP-INTERNAL", status: 500 })(taxonomyScene());
  assert.deepEqual(ending(judgeWhole(errorTaxonomy, scene), "fail").sort(), [
    "answers-have-registered-codes",
    "codes-as-expected",
    "none-unforeseen",
    "problems-whole",
    "statuses-agree",
    "statuses-documented",
  ]);
});

test("the codes of one release are what the next is compared with", () => {
  const facts = errorTaxonomy.facts?.({
    candidate: {} as never,
    params: {},
    baseline: null,
    nowMs: 0,
    of: () => [{ digest: "sha256:a", evidence: { body: taxonomy() } }] as never,
  });
  const baselineFacts = { "error-taxonomy": facts ?? {} };
  const lost = taxonomyScene({ registry: taxonomy().registry.slice(1) });
  assert.equal(judgeScene(codesKept, { ...taxonomyScene(), baselineFacts }).outcome, "pass");
  assert.equal(judgeScene(codesKept, { ...lost, baselineFacts }).code, "code-gone");
});

test("no errors at all are missing, not fine", () => {
  assert.equal(judgeWhole(errorTaxonomy, { bodies: {} }).verdict, "INCONCLUSIVE");
});

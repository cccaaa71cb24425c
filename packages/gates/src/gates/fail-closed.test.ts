import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { check as rulesKept } from "../checks/fail-closed/rules-kept/check.ts";
import { REQUIRED_RULES } from "../evidence/required-rules.ts";
import { failClosed as body, failClosedScene, harmFailClosed, harmRule } from "../scenes/fail-closed.ts";
import { ending, judgeWhole } from "../testing-gate.ts";
import { failClosed } from "./fail-closed.ts";

test("a gateway that closed everywhere passes its first release", () => {
  const result = judgeWhole(failClosed, failClosedScene());
  assert.equal(result.verdict, "PASS");
  assert.deepEqual(ending(result, "not-applicable"), ["rules-kept"]);
});

test("a call that was let through is told by its answer and by its effect", () => {
  const scene = harmRule("budget-error", { got: "SUCCEEDED", again: "SUCCEEDED", effects: 2 })(failClosedScene());
  const failed = ["refused-as-stated", "refused-again", "no-effects"];
  assert.deepEqual(ending(judgeWhole(failClosed, scene), "fail"), failed);
});

test("a drill without a target proves nothing", () => {
  const deaf = harmFailClosed(({ rules }) => ({
    rules: rules.map((rule) => ({ ...rule, effects: null, control: null })),
  }))(failClosedScene());
  assert.deepEqual(ending(judgeWhole(failClosed, deaf), "missing"), ["no-effects", "controls-had-effects"]);
});

test("each of the eleven inherited rows is required by name", () => {
  assert.ok(REQUIRED_RULES.length >= 33);
  assert.equal(new Set(REQUIRED_RULES).size, REQUIRED_RULES.length);
  for (let row = 0; row < 11; row += 1) {
    const id = REQUIRED_RULES[row] ?? "";
    const skipped = harmRule(id, { skipped: "not here" })(failClosedScene());
    const failed = ending(judgeWhole(failClosed, skipped), "fail");
    assert.ok(failed.includes("required-rules-tried") && failed.includes("listed-rows-tried"), id);
  }
});

test("the rules of one release are what the next is compared with", () => {
  const facts = failClosed.facts?.({
    candidate: {} as never,
    params: {},
    baseline: null,
    nowMs: 0,
    of: () => [{ digest: "sha256:a", evidence: { body: body() } }] as never,
  });
  const baselineFacts = { "fail-closed": facts ?? {} };
  assert.equal(judgeScene(rulesKept, { ...failClosedScene(), baselineFacts }).outcome, "pass");
  const fewer = failClosedScene({ rules: body().rules.slice(2) });
  assert.equal(judgeScene(rulesKept, { ...fewer, baselineFacts }).code, "rule-dropped");
});

test("nothing tried at all is missing, not fine", () => {
  assert.equal(judgeWhole(failClosed, { bodies: {} }).verdict, "INCONCLUSIVE");
});

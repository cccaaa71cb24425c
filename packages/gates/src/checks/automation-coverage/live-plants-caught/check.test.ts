import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject, SelftestLive } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { plan } from "../../../scenes/plan.ts";
import { livePlant, selftest } from "../../../scenes/selftest.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("automation-coverage", check);

function judged(live: readonly SelftestLive[], params: JsonObject = {}): ReturnType<typeof judgeScene> {
  return judgeScene(check, {
    bodies: { [KIND.plan]: [plan()], [KIND.selftest]: [selftest(plan(), { live })] },
    params,
  });
}

test("each gate and its number of live plants are told", () => {
  const live = ["candidate", "tests", "tests", "ledger"].map((gate) => livePlant(gate));
  assert.equal(judged(live).reason, "4 live plants caught (candidate 1, tests 2, ledger 1)");
});

test("only named gates are exempt", () => {
  const live = [livePlant("candidate"), livePlant("tests")];
  assert.equal(judged(live).code, "no-live-plant");
  assert.equal(judged(live, { exempt: ["automation-coverage", "ledger"] }).outcome, "pass");
  assert.equal(judged(live, { exempt: [] }).reason.split("; ").length, 2);
});

test("a missed live plant is told even for an exempt gate", () => {
  const live = ["candidate", "tests", "ledger"].map((gate) => livePlant(gate));
  const missed = livePlant("automation-coverage", { caught: false, got: "pass pass", expected: "fail unsigned" });
  const result = judged([...live, missed]);
  assert.equal(result.code, "live-missed");
  assert.match(result.reason, /^the gate "automation-coverage" let .* through: pass pass, not fail unsigned$/);
});

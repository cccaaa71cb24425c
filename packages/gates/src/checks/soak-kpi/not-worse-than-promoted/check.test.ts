import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { judgedThen } from "../../../scenes/baseline-gates.ts";
import { withValues } from "../../../scenes/soak.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";
import { sound } from "./plants.ts";

testCheck("soak-kpi", check);

const { baselineFacts = {}, baselineGates = [] } = sound();
const slower = (ms: number): ReturnType<typeof judgeScene> =>
  judgeScene(check, { ...withValues("p95_ms", () => ms), baselineFacts, baselineGates });

test("five percent worse are let through, and better by any amount", () => {
  assert.equal(slower(315).outcome, "pass");
  assert.equal(slower(10).outcome, "pass");
  const { code, reason, flip } = slower(316);
  assert.equal(code, "worse");
  assert.equal(reason, "p95_ms of market is 316, and was 300 at the last promotion");
  assert.equal(flip, "would pass at <= 315");
});

test("a figure below zero has its tolerance on the right side", () => {
  const kpis = [{ soak: "market", kpi: "net_bps", value: -2, operator: ">=" }];
  const judged = (value: number): string =>
    judgeScene(check, { ...withValues("net_bps", () => value), baselineFacts: { "soak-kpi": { kpis } }, baselineGates })
      .code;
  assert.deepEqual([judged(-2.1), judged(-2.11)], ["pass", "worse"]);
});

test("a promotion before the check was there leaves nothing to inherit", () => {
  const scene = { ...sound(), baselineFacts: {}, baselineGates: judgedThen("soak-kpi", "strict-kpis-hold") };
  assert.deepEqual([judgeScene(check, scene).outcome, judgeScene(check, scene).code], ["not-applicable", "new-check"]);
});

test("facts that cannot be read are silent, not empty", () => {
  for (const kpis of ["x", [{ soak: "market" }], [null], []])
    assert.equal(judgeScene(check, { ...sound(), baselineFacts: { "soak-kpi": { kpis } } }).code, "baseline-silent");
});

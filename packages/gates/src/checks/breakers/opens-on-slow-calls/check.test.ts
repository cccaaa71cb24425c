import assert from "node:assert/strict";
import { test } from "node:test";
import type { BreakersBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { breakerOpening, breakers } from "../../../scenes/breakers.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("breakers", check);

const judged = (changes: Partial<BreakersBody>): ReturnType<typeof judgeScene> =>
  judgeScene(check, { bodies: { [KIND.breakers]: [breakers(changes)] } });

test("openings by error answers say nothing about slow calls", () => {
  const { outcome, code } = judged({ openings: [breakerOpening()] });
  assert.deepEqual([outcome, code], ["missing", "not-tried"]);
  const openings = [breakerOpening({ stateAfter: "closed" }), breakerOpening({ fault: "slow" })];
  assert.equal(judged({ openings }).outcome, "pass", "another check judges those");
});

test("the minimum of calls opens, one fewer is early", () => {
  const opening = (faultyCalls: number): ReturnType<typeof judged> =>
    judged({ openings: [breakerOpening({ fault: "slow", faultyCalls })] });
  assert.equal(opening(4).outcome, "pass");
  const { code, reason, flip } = opening(3);
  assert.equal(code, "opened-early");
  assert.equal(reason, "1 opening before the minimum of calls: slow, 3 calls: closed, then open");
  assert.equal(flip, "would pass if it stayed closed until the minimum of calls");
});

test("a breaker that tries again is not open", () => {
  const openings = [breakerOpening({ fault: "slow", stateAfter: "half_open" }), breakerOpening({ fault: "slow" })];
  const { code, observed, reason } = judged({ openings });
  assert.deepEqual([code, observed], ["stayed-closed", 1]);
  assert.match(reason, /that never came: slow, 4 calls: closed, then half_open$/);
});

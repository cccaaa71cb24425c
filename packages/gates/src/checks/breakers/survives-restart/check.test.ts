import assert from "node:assert/strict";
import { test } from "node:test";
import type { BreakersBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { breakerRestart, breakers } from "../../../scenes/breakers.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("breakers", check);

const judged = (changes: Partial<BreakersBody>): ReturnType<typeof judgeScene> =>
  judgeScene(check, { bodies: { [KIND.breakers]: [breakers(changes)] } });

test("a breaker that is to be tried again was forgotten as much as one that is closed", () => {
  for (const stateAfter of ["half_open", "closed", ""]) {
    const { code, flip } = judged({ restarts: [breakerRestart({ stateAfter })] });
    assert.deepEqual([code, flip], ["forgotten", "would pass if it were open"], stateAfter);
  }
});

test("one call is one too many, though the breaker says that it is open", () => {
  const code = (upstreamCalls: number): string => judged({ restarts: [breakerRestart({ upstreamCalls })] }).code;
  assert.deepEqual([code(0), code(1)], ["pass", "upstream-touched"]);
});

test("a restart that shows nothing does not hide another that forgot", () => {
  const restarts = [
    breakerRestart({ stateAfter: "closed", upstreamCalls: 1 }),
    breakerRestart({ stateBefore: "closed" }),
  ];
  const { outcome, code, observed, reason } = judged({ restarts });
  assert.deepEqual([outcome, code, observed], ["missing", "not-open-before", 1]);
  assert.deepEqual(reason.split("; "), [
    "1 restart with a breaker that was not open: closed, then open with 0 calls",
    "1 restart that forgot the breaker: open, then closed with 1 calls",
    "1 restart that called the upstream: open, then closed with 1 calls",
  ]);
});

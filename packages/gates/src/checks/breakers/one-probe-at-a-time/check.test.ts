import assert from "node:assert/strict";
import { test } from "node:test";
import type { BreakersBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { breakerProbes, breakers } from "../../../scenes/breakers.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("breakers", check);

const judged = (changes: Partial<BreakersBody>): ReturnType<typeof judgeScene> =>
  judgeScene(check, { bodies: { [KIND.breakers]: [breakers(changes)] } });

test("two submissions can tell one probe from all, one cannot", () => {
  assert.equal(judged({ probes: [breakerProbes({ submitted: 2, refused: 1 })] }).outcome, "pass");
  const { outcome, flip } = judged({ probes: [breakerProbes({ submitted: 1, refused: 0 })] });
  assert.deepEqual([outcome, flip], ["missing", "would be judged with 2 submissions"]);
});

test("two calls one after the other are several, too", () => {
  const { code, reason, observed } = judged({ probes: [breakerProbes({ upstreamCalls: 2, refused: 6 })] });
  assert.deepEqual([code, observed], ["several-probes", 1]);
  assert.equal(reason, "1 experiment with several probes at once: 2 calls, 1 at once, for 8 submissions");
});

test("every other submission is accounted for, to the last", () => {
  const code = (refused: number): string => judged({ probes: [breakerProbes({ refused })] }).code;
  assert.deepEqual([code(7), code(6)], ["pass", "others-unaccounted"]);
});

test("one sound experiment does not make up for one that is not", () => {
  const probes = [breakerProbes(), breakerProbes({ upstreamAtOnce: 0, upstreamCalls: 0, refused: 8 })];
  const { code, flip } = judged({ probes });
  assert.deepEqual([code, flip], ["no-probe", "would pass with 1 probe"]);
});

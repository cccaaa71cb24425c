import assert from "node:assert/strict";
import { test } from "node:test";
import type { DeadLettersBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { capSeen, deadLetters } from "../../../scenes/dead-letters.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("dead-letters", check);

const judged = (changes: Partial<DeadLettersBody>, params = {}): ReturnType<typeof judgeScene> =>
  judgeScene(check, { bodies: { [KIND.deadLetters]: [deadLetters(changes)] }, params });

test("the interval is between starts, and a little may be missing", () => {
  const spanMs = (ms: number): string => judged({ caps: [capSeen({ spanMs: ms })] }, { tolerancePercent: 10 }).code;
  assert.deepEqual([spanMs(150), spanMs(135), spanMs(134)], ["pass", "pass", "too-fast"]);
});

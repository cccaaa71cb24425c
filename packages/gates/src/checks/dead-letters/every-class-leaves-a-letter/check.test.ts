import assert from "node:assert/strict";
import { test } from "node:test";
import type { DeadLettersBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { deadLetters, death } from "../../../scenes/dead-letters.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("dead-letters", check);

const judged = (changes: Partial<DeadLettersBody>, params = {}): ReturnType<typeof judgeScene> =>
  judgeScene(check, { bodies: { [KIND.deadLetters]: [deadLetters(changes)] }, params });

test("which classes must have been tried is a parameter", () => {
  const deaths = [death()];
  assert.equal(judged({ deaths }, { classes: ["execution_error"] }).outcome, "pass");
  assert.equal(
    judged({ deaths }, { classes: ["execution_error", "timeout"] }).reason,
    "1 failure class not tried: timeout",
  );
});

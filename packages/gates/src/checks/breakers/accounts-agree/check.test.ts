import assert from "node:assert/strict";
import { test } from "node:test";
import type { BreakersBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { breakers } from "../../../scenes/breakers.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("breakers", check);

const judged = (changes: Partial<BreakersBody>, params = {}): ReturnType<typeof judgeScene> =>
  judgeScene(check, { bodies: { [KIND.breakers]: [breakers(changes)] }, params });

test("both numbers are told", () => {
  const { reason } = judged({ accounts: [{ figure: "failures", seen: 4, told: 0 }] });
  assert.equal(reason, "1 figure told otherwise: failures: 0 instead of 4");
});

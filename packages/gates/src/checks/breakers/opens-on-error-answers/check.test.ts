import assert from "node:assert/strict";
import { test } from "node:test";
import type { BreakersBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { breakerOpening, breakers } from "../../../scenes/breakers.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("breakers", check);

const judged = (changes: Partial<BreakersBody>, params = {}): ReturnType<typeof judgeScene> =>
  judgeScene(check, { bodies: { [KIND.breakers]: [breakers(changes)] }, params });

test("fewer faulty calls than the minimum open nothing", () => {
  const { code, reason } = judged({ openings: [breakerOpening({ faultyCalls: 2 })] });
  assert.equal(code, "opened-early");
  assert.equal(reason, "1 opening before the minimum of calls: error-answer, 2 calls: closed, then open");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { BreakersBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { breakerRefusals, breakers } from "../../../scenes/breakers.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("breakers", check);

const judged = (changes: Partial<BreakersBody>, params = {}): ReturnType<typeof judgeScene> =>
  judgeScene(check, { bodies: { [KIND.breakers]: [breakers(changes)] }, params });

test("fewer refusals than submissions are not all refusals", () => {
  assert.equal(judged({ refusals: [breakerRefusals({ codes: ["HP-ACTION-CIRCUIT-OPEN"] })] }).code, "not-refused");
});

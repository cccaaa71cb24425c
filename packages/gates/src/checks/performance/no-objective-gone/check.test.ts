import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject, LoadBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { performanceFacts } from "../../../evidence/load-facts.ts";
import { promotedLoads } from "../../../evidence/promoted-loads.ts";
import { eventResult, load, sloResult } from "../../../scenes/load.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("performance", check);

function judged(
  then: readonly LoadBody[],
  now: readonly LoadBody[],
  params: JsonObject = {},
): ReturnType<typeof judgeScene> {
  const baselineFacts = promotedLoads("performance", performanceFacts, then);
  return judgeScene(check, { bodies: { [KIND.load]: now }, baselineFacts, params });
}

test("objectives may become stricter, and more", () => {
  const stricter = load({ slo: [sloResult({ bound: 200 }), eventResult({ bound: 0.999 }), sloResult({ id: "new" })] });
  assert.equal(judged([load()], [stricter]).outcome, "pass");
});

test("an objective of another kind by the same name is another one", () => {
  const other = load({ slo: [sloResult({ kind: "throughput" }), eventResult()] });
  assert.equal(judged([load()], [other]).code, "objective-gone");
});

test("with a run its objectives are gone, each told", () => {
  const result = judged([load(), load({ id: "b" })], [load()]);
  assert.match(result.reason, /^load b: "p99 .*"99% ok" was judged/);
});

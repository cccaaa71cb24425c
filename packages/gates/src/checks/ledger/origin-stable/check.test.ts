import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { ledger } from "../../../scenes/ledger.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("ledger", check);

function judged(facts: Json, origin: string): ReturnType<typeof judgeScene> {
  return judgeScene(check, { bodies: { [KIND.ledger]: [ledger({ origin })] }, baselineFacts: { ledger: facts } });
}

test("both names are said when they differ", () => {
  const result = judged({ origin: "a" }, "b");
  assert.equal(result.reason, "the log is b now and was a at the last promotion");
  assert.equal(result.observed, "b");
  assert.equal(result.threshold, "a");
});

test("facts of another form are no facts", () => {
  for (const facts of [null, [], "a", {}, { origin: 1 }, { origin: "" }] satisfies Json[]) {
    assert.equal(judged(facts, "a").code, "new-check", JSON.stringify(facts));
  }
});

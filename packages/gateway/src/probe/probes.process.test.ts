import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { probeGateway } from "../io/gateway-probe.ts";
import { PERMIT_HARMS } from "./permit-harms.ts";

const terms = { nowMs: Date.now, random: Math.random, randomBytes };
const BEFORE_AN_ANSWER: readonly string[] = ["output-drift", "receipt-signing-failure"];

test("every harm is refused for its reason, without an effect, beside a call that has one", async () => {
  const { announced, rules } = await probeGateway(terms);
  assert.ok(announced > PERMIT_HARMS.length);
  assert.equal(rules.length, announced);
  assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
  for (const { id, got, expected, again, effects, control, receipt } of rules) {
    assert.equal(got, expected, id);
    if (again !== null) assert.equal(again, expected, id);
    assert.equal(effects, BEFORE_AN_ANSWER.includes(id) ? 1 : 0, id);
    assert.equal(control, 1, id);
    if (receipt !== null) assert.deepEqual(receipt, { present: true, verified: true }, id);
  }
});

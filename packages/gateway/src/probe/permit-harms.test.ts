import assert from "node:assert/strict";
import { test } from "node:test";
import type { Permit } from "../contract/adapter.ts";
import type { Call, Given } from "./harms.ts";
import { PERMIT_HARMS } from "./permit-harms.ts";

function given(actionId: string): Given {
  const verdictText = `{"action":"${actionId}","risk":"low"}`;
  const permit: Permit = {
    decision: "ALLOW",
    actionId,
    adapter: "counter",
    operation: "count",
    argumentsDigest: "sha256:a",
    policyDigest: "sha256:p",
    expiresAtMs: null,
    proof: { verdictText, index: 0, group: { verdictTexts: [verdictText], note: "note" } },
  };
  const call = { actionId, operation: "count", arguments: { text: "x" } } as unknown as Call;
  return { permit, call };
}

test("every harm changes what it is given, and nothing that it was given", () => {
  const [sound, earlier] = [given("act_2"), given("act_1")];
  const before = JSON.stringify([sound, earlier]);
  for (const { id, make } of PERMIT_HARMS) {
    const harmed = make(sound, earlier, () => "signed by a stranger");
    assert.notDeepEqual(harmed, sound, id);
  }
  assert.equal(JSON.stringify([sound, earlier]), before);
});

test("no two harms are the same", () => {
  const harmed = PERMIT_HARMS.map(({ make }) => JSON.stringify(make(given("act_2"), given("act_1"), () => "stranger")));
  assert.equal(new Set(harmed).size, PERMIT_HARMS.length);
  assert.ok(PERMIT_HARMS.length >= 10);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { tokenOf } from "./token-of.ts";

test("each role has its own token", () => {
  const tokens = { requester: "hp_r", operator: "hp_o" };
  assert.deepEqual(
    ["requester", "operator"].map((role) => tokenOf(tokens, role)),
    ["hp_r", "hp_o"],
  );
});

test("nobody calls without a token by mistake, nor with an empty one", () => {
  for (const tokens of [{}, { operator: "hp_o" }, { approver: "" }]) {
    assert.throws(() => tokenOf(tokens, "approver"), /^Error: the gateway made no token for the role "approver"$/);
  }
});

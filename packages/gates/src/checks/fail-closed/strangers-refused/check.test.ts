import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { accessTrial, failClosedScene } from "../../../scenes/fail-closed.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("fail-closed", check);

test("an operation that does not answer did not refuse", () => {
  const access = [accessTrial("/v1/actions", { withoutToken: null })];
  assert.equal(judgeScene(check, failClosedScene({ access })).code, "open-to-anyone");
});

test("404 hides from a wrong role what is there; an operation for every role has no wrong one", () => {
  const access = [accessTrial("/v1/actions/{id}", { withWrongRole: 404 }), accessTrial("/x", { withWrongRole: null })];
  const result = judgeScene(check, failClosedScene({ access }));
  assert.equal(result.reason, "2 operations refused strangers, 0 open by design");
});

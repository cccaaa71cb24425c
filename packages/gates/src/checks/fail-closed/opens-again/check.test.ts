import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { failClosedScene } from "../../../scenes/fail-closed.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("fail-closed", check);

test("everything that is wrong is told", () => {
  const after = { ready: false, honestAction: null, effects: null };
  const { reason } = judgeScene(check, failClosedScene({ after }));
  assert.equal(
    reason,
    "afterwards the gateway is not ready; afterwards an honest action ended no answer; " +
      "afterwards an honest action had no count effects, not 1",
  );
});

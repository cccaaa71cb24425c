import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { failClosedScene, harmFailClosed } from "../../../scenes/fail-closed.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("fail-closed", check);

test("an exit code and a gap are told together", () => {
  const scene = harmFailClosed(() => ({ probe: { version: "1", announced: 40, exitCode: 3 } }))(failClosedScene());
  const result = judgeScene(check, scene);
  assert.equal(result.reason, "the program that probes ended with 3; 16 of 40 probes came back");
});

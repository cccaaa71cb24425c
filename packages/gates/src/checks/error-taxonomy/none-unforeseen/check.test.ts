import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { harmProvocation, taxonomyScene } from "../../../scenes/error-taxonomy.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("error-taxonomy", check);

test("an internal error is found on every surface", () => {
  for (const id of ["stream-0", "action-0", "start-0"]) {
    const result = judgeScene(check, harmProvocation(id, { code: "HP-INTERNAL" })(taxonomyScene()));
    assert.equal(result.reason, `1 error was not foreseen: ${id} (does ${id})`);
  }
});

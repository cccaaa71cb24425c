import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { taxonomyScene } from "../../../scenes/error-taxonomy.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("error-taxonomy", check);

test("all of it is told", () => {
  const after = { live: false, ready: false, honestAction: null };
  const result = judgeScene(check, taxonomyScene({ after }));
  assert.match(result.reason, /^after 45 errors the gateway does not answer; .* not ready; .* ended no answer$/);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { harmProvocation, taxonomyScene } from "../../../scenes/error-taxonomy.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("error-taxonomy", check);

test("seconds are whole, positive and not for ever", () => {
  const judged = (retryAfter: string): string =>
    judgeScene(check, harmProvocation("busy", { retryAfter })(taxonomyScene())).code;
  for (const good of ["1", "30", "86400"]) assert.equal(judged(good), "pass", good);
  for (const bad of ["", "-1", "1.5", "86401", "soon", "1e3"]) assert.equal(judged(bad), "retry-after-malformed", bad);
});

test("only the named statuses ask to come back", () => {
  const scene = harmProvocation("busy", { retryAfter: null })(taxonomyScene());
  assert.equal(judgeScene(check, { ...scene, params: { statuses: [429] } }).reason, "0 answers said when to come back");
});

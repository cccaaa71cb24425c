import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { plan } from "../../../scenes/plan.ts";
import { selftest } from "../../../scenes/selftest.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("automation-coverage", check);

test("both digests are said when they differ", () => {
  const body = selftest(plan(), { codeDigest: "sha256:aa", codeDigestNow: "sha256:bb" });
  const result = judgeScene(check, { bodies: { [KIND.selftest]: [body] } });
  assert.equal(result.observed, "sha256:aa");
  assert.equal(result.threshold, "sha256:bb");
  assert.equal(result.flip, "would pass after `holdpoint selftest`");
});

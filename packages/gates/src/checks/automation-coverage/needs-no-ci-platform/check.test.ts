import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { rejudgement } from "../../../scenes/rejudgement.ts";
import { suiteRun } from "../../../scenes/suite-run.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("automation-coverage", check);

function judged(environment: readonly string[], params: JsonObject = {}): ReturnType<typeof judgeScene> {
  const bodies = { [KIND.rejudgement]: [rejudgement({ environment })], [KIND.suiteRun]: [suiteRun()] };
  return judgeScene(check, { bodies, params });
}

test("variables that the system sets itself are left alone, in any case", () => {
  assert.equal(judged(["SystemRoot", "__CF_USER_TEXT_ENCODING"]).outcome, "pass");
  assert.equal(judged(["SystemRoot"], { systemVariables: [] }).code, "judged-with-variables");
});

test("any other variable is one too many, be it a platform's or not", () => {
  const result = judged(["HOME", "PATH"]);
  assert.equal(result.outcome, "fail");
  assert.match(result.reason, /2 variables in the environment: HOME, PATH$/);
});

test("what was kept from the suites is said", () => {
  assert.match(judged([]).reason, /there was none of them to keep away/);
  assert.match(judgeScene(check, check.sound()).reason, /kept from them: CI, GITHUB_ACTIONS/);
});

test("without any suite evidence it warns", () => {
  assert.equal(judgeScene(check, { bodies: { [KIND.rejudgement]: [rejudgement()] } }).code, "no-suite-ran");
});

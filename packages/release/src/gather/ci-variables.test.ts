import assert from "node:assert/strict";
import { test } from "node:test";
import { isCiVariable } from "./ci-variables.ts";

test("variables of CI platforms are told from ordinary ones", () => {
  for (const name of [
    "CI",
    "GITHUB_SHA",
    "GITLAB_CI",
    "CI_COMMIT_SHA",
    "BUILDKITE",
    "JENKINS_URL",
    "TF_BUILD",
    "CIRCLECI",
  ]) {
    assert.equal(isCiVariable(name), true, name);
  }
  for (const name of ["PATH", "HOME", "CIVIL", "LANG", "NODE_OPTIONS", "PRECI"])
    assert.equal(isCiVariable(name), false, name);
});

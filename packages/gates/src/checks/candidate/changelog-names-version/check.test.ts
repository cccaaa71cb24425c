import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { repositoryScene } from "../../../scenes/repository.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("candidate", check);

test("the size that is wanted is met exactly", () => {
  const entry = (sizeChars: number): ReturnType<typeof judgeScene> =>
    judgeScene(check, repositoryScene({ changelog: { file: "C", version: "1.4.0", line: 1, sizeChars } }));
  assert.equal(entry(9).code, "entry-empty");
  assert.equal(entry(10).outcome, "pass");
});

test("a leading v on either side does not count", () => {
  const changelog = { file: "C", version: "1.4.0", line: 1, sizeChars: 99 };
  assert.equal(
    judgeScene(check, repositoryScene({ changelog, versions: [{ file: "V", version: "v1.4.0" }] })).outcome,
    "pass",
  );
  assert.equal(
    judgeScene(check, repositoryScene({ changelog, versions: [{ file: "V", version: "1.4" }] })).code,
    "version-differs",
  );
});

test("without manifests any version will do; without a changelog there is nothing to ask", () => {
  assert.equal(judgeScene(check, repositoryScene({ versions: [] })).outcome, "pass");
  assert.equal(judgeScene(check, repositoryScene({ changelog: null })).outcome, "not-applicable");
});

test("the place of the newest heading is told", () => {
  const result = judgeScene(
    check,
    repositoryScene({ changelog: { file: "C", version: "1.3.0", line: 7, sizeChars: 99 } }),
  );
  assert.deepEqual(result.locations, [{ file: "C", line: 7, text: "newest entry: 1.3.0" }]);
});

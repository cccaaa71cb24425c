import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { repositoryScene } from "../../../scenes/repository.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("candidate", check);

test("every hidden path is listed, up to the limit of a finding", () => {
  const hiddenPaths = Array.from({ length: 150 }, (_, index) => `src/${index}.ts`);
  const result = judgeScene(check, repositoryScene({ hiddenPaths }));
  assert.equal(result.observed, 150);
  assert.equal(result.locations.length, 100);
  assert.equal(result.reason, "git does not look at 150 paths: src/0.ts, src/1.ts, src/2.ts and 147 more");
});

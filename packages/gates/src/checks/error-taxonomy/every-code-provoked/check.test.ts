import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { taxonomyScene } from "../../../scenes/error-taxonomy.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("error-taxonomy", check);

test("given and excused are counted apart", () => {
  const result = judgeScene(check, taxonomyScene());
  assert.equal(result.reason, "5 of 6 registered codes came out, 1 excused");
  assert.deepEqual([result.observed, result.threshold], [5, 6]);
});

test("without its excuse the code is named", () => {
  const result = judgeScene(check, taxonomyScene({ excused: [] }));
  assert.equal(result.reason, "1 registered code never came out: HP-GATEWAY-STORAGE");
});

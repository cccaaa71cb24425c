import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { provocation, taxonomyScene } from "../../../scenes/error-taxonomy.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("error-taxonomy", check);

test("what is wanted is a parameter", () => {
  const provocations = [provocation("one", "http"), provocation("two", "start")];
  const params = { provocationsMin: 2, surfaces: ["http", "start"] };
  const result = judgeScene(check, { ...taxonomyScene({ provocations }), params });
  assert.equal(result.reason, "2 errors provoked on 2 surfaces");
  const more = judgeScene(check, { ...taxonomyScene({ provocations }), params: { ...params, provocationsMin: 3 } });
  assert.deepEqual([more.outcome, more.code, more.flip], ["fail", "too-few", "would pass at 3"]);
});

test("each silent surface is named", () => {
  const result = judgeScene(check, taxonomyScene({ provocations: [provocation("one", "http")] }));
  assert.match(result.reason, /^3 surfaces gave no error at all: stream, action, start; 1 error provoked/);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { taxonomyScene } from "../../../scenes/error-taxonomy.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("error-taxonomy", check);

const OPERATION = { method: "POST", path: "/v1/actions" };

test("a range and the default name a status too", () => {
  const judged = (...responses: string[]): string =>
    judgeScene(check, taxonomyScene({ operations: [{ ...OPERATION, responses }] })).code;
  assert.equal(judged("4XX", "5XX"), "pass");
  assert.equal(judged("default"), "pass");
  assert.equal(judged("4XX"), "status-undocumented");
});

test("a status that came out often is told once", () => {
  const result = judgeScene(check, taxonomyScene({ operations: [{ ...OPERATION, responses: ["503"] }] }));
  assert.equal(result.reason, "1 status not named for the operation that gave it: POST /v1/actions → 400");
});

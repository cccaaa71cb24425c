import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { harmProvocation, taxonomyScene } from "../../../scenes/error-taxonomy.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("error-taxonomy", check);

test("a document with no members at all is told as such, once", () => {
  const result = judgeScene(check, harmProvocation("http-4", { problem: null })(taxonomyScene()));
  assert.equal(result.reason, "1 document lacked members: http-4 (all of it)");
});

test("a stream message and an action's end need no document", () => {
  const scene = harmProvocation("stream-1", { problem: null, contentType: null })(taxonomyScene());
  assert.equal(judgeScene(check, scene).reason, "23 whole problem documents");
});

test("a parameter after the media type is allowed, another type that begins alike is not", () => {
  const typed = (contentType: string): string =>
    judgeScene(check, harmProvocation("http-0", { contentType })(taxonomyScene())).code;
  assert.equal(typed("application/problem+json"), "pass");
  assert.equal(typed("application/problem+jsonp"), "media-type");
});

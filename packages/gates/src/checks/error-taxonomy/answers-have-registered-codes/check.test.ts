import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { harmProvocation, taxonomyScene } from "../../../scenes/error-taxonomy.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("error-taxonomy", check);

test("both kinds are told, the status where there was one", () => {
  const scene = harmProvocation("http-1", { code: null, status: 200 })(
    harmProvocation("stream-0", { code: "ERR" })(taxonomyScene()),
  );
  const result = judgeScene(check, scene);
  assert.equal(
    result.reason,
    "1 answer had no code: http-1 (200); 1 answer had a code that nobody registered: ERR (stream-0)",
  );
});

test("an empty registry makes every code unregistered", () => {
  assert.equal(judgeScene(check, taxonomyScene({ registry: [] })).observed, 45);
});

test("what never came back is another check's business", () => {
  const scene = harmProvocation("http-1", { answered: false, code: null })(taxonomyScene());
  assert.equal(judgeScene(check, scene).outcome, "pass");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import { judgeScene } from "@holdpoint/core";
import { dependenciesScene, lockedPackage } from "../../../scenes/dependencies.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("dependencies", check);

function judged(licence: string | null, params: JsonObject = {}): ReturnType<typeof judgeScene> {
  return judgeScene(check, {
    ...dependenciesScene({ packages: [lockedPackage("a", { licence }), lockedPackage("b")] }),
    params,
  });
}

test("of a choice one allowed branch is enough", () => {
  assert.equal(judged("(MIT OR GPL-3.0-only)").outcome, "pass");
  assert.equal(judged("GPL-2.0-only OR GPL-3.0-only").code, "licence-refused");
});

test("the list replaces the default", () => {
  assert.equal(judged("MIT", { allow: ["ISC"] }).code, "licence-refused");
  assert.equal(
    judged("MIT", { allow: [] }).reason,
    "2 of 2 packages under a licence that is not allowed: a (MIT), b (MIT)",
  );
});

test("an exception is for one package, whatever its licence", () => {
  assert.equal(judged(null, { except: ["a"] }).outcome, "pass");
  assert.equal(judged("AGPL-3.0-only", { except: ["a"] }).outcome, "pass");
  assert.equal(judged("AGPL-3.0-only", { except: ["b"] }).code, "licence-refused");
  assert.equal(judged("UNLICENSED", {}).reason, "1 of 2 packages under no known licence: a (UNLICENSED)");
});

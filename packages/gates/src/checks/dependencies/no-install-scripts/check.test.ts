import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { dependenciesScene, lockedPackage } from "../../../scenes/dependencies.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("dependencies", check);

const packages = [
  lockedPackage("a", { installScript: true }),
  lockedPackage("b", { installScript: true }),
  lockedPackage("c"),
];

test("only the packages that are named may run a script", () => {
  const judged = (...allow: string[]): ReturnType<typeof judgeScene> =>
    judgeScene(check, { ...dependenciesScene({ packages }), params: { allow } });
  assert.equal(judged("a", "b").outcome, "pass");
  assert.equal(judged("a").reason, "1 package with an install script: b@2.3.4");
  assert.equal(judged().observed, 2);
  assert.equal(judged("a", "b", "c").code, "entry-unused");
});

test("a package that is only for development runs its script all the same", () => {
  const dev = [lockedPackage("a", { installScript: true, dev: true, optional: true })];
  assert.equal(judgeScene(check, dependenciesScene({ packages: dev })).code, "script-not-allowed");
});

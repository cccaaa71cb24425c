import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { dependencies, dependenciesScene } from "../../../scenes/dependencies.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("dependencies", check);

test("the format that is wanted is met exactly", () => {
  const of = (version: number): ReturnType<typeof judgeScene> =>
    judgeScene(check, {
      ...dependenciesScene({ lockfile: { ...dependencies().lockfile, version } }),
      params: { versionMin: 3 },
    });
  assert.equal(of(3).outcome, "pass");
  assert.equal(of(2).code, "format-too-old");
  assert.equal(of(2).flip, "would pass at format >= 3");
});

test("a project that asks for nothing need not lock anything", () => {
  assert.equal(judgeScene(check, dependenciesScene({ direct: [], packages: [] })).outcome, "pass");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { dependencies, dependenciesScene } from "../../../scenes/dependencies.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("dependencies", check);

test("more components than packages is as wrong as fewer", () => {
  const of = (components: number): ReturnType<typeof judgeScene> =>
    judgeScene(check, dependenciesScene({ sbom: { ...dependencies().sbom, components } }));
  assert.equal(of(3).outcome, "pass");
  for (const components of [0, 2, 4]) assert.equal(of(components).code, "components-differ");
  assert.equal(of(4).reason, "4 components for 3 packages");
});

test("a digest is 64 lower-case hexadecimal digits", () => {
  for (const sha256 of ["E".repeat(64), "e".repeat(63), `${"e".repeat(64)}\n`]) {
    assert.equal(judgeScene(check, dependenciesScene({ sbom: { sha256, components: 3 } })).code, "digest-unreadable");
  }
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { repositoryScene } from "../../../scenes/repository.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("candidate", check);

const of = (...versions: (string | null)[]): ReturnType<typeof judgeScene> =>
  judgeScene(check, repositoryScene({ versions: versions.map((version, index) => ({ file: `f${index}`, version })) }));

test("versions are compared as they are written", () => {
  assert.equal(of("1.0.0", "1.0.0").outcome, "pass");
  assert.equal(of("1.0.0").outcome, "pass");
  assert.equal(of("1.0.0", "v1.0.0").code, "versions-differ");
  assert.equal(of("1.0", "1.0.0").code, "versions-differ");
});

test("a file without a version is never taken to agree", () => {
  assert.equal(of(null).code, "version-absent");
  assert.equal(of("1.0.0", null).code, "version-absent");
  assert.equal(of(null, null).observed, 0);
});

test("without version files there is nothing to compare", () => {
  assert.equal(of().outcome, "not-applicable");
});

test("the version of the majority is what it would pass with", () => {
  const result = of("1.0.0", "2.0.0", "2.0.0");
  assert.equal(result.flip, "would pass with 2.0.0 everywhere");
  assert.equal(result.reason, "2 versions: 1.0.0 in f0, 2.0.0 in f1, f2");
});

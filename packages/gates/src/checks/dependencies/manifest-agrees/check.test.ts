import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { dependenciesScene } from "../../../scenes/dependencies.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("dependencies", check);

test("each difference is told with both sides", () => {
  const manifestDrift = [{ path: "a/package.json", what: "devDependencies x", expected: "1.0.0", found: "nothing" }];
  const result = judgeScene(check, dependenciesScene({ manifestDrift }));
  assert.equal(result.reason, "1 difference: devDependencies x of a/package.json");
  assert.deepEqual(result.locations, [
    { file: "a/package.json", text: "devDependencies x: 1.0.0, in the lockfile nothing" },
  ]);
});

test("many differences are counted, and the first are named", () => {
  const manifestDrift = Array.from({ length: 7 }, (_, index) => ({
    path: "p",
    what: `w${index}`,
    expected: "1",
    found: "2",
  }));
  const result = judgeScene(check, dependenciesScene({ manifestDrift }));
  assert.equal(result.observed, 7);
  assert.match(result.reason, /and 4 more$/);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { dependenciesScene, direct } from "../../../scenes/dependencies.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("dependencies", check);

test("a peer that nobody installed is no fault; anything else is", () => {
  const of = (type: "peerDependencies" | "optionalDependencies"): ReturnType<typeof judgeScene> =>
    judgeScene(check, dependenciesScene({ direct: [direct("a", { type, locked: null })] }));
  assert.equal(of("peerDependencies").outcome, "pass");
  assert.equal(of("optionalDependencies").code, "direct-not-locked");
});

test("only a range that is one version is compared with what is locked", () => {
  for (const range of ["^2.0.0", "npm:other@2.3.4", "file:../x", "latest", "*"]) {
    assert.equal(
      judgeScene(check, dependenciesScene({ direct: [direct("a", { range, locked: "9.9.9" })] })).outcome,
      "pass",
      range,
    );
  }
});

test("what is asked for and what is locked are told", () => {
  const result = judgeScene(check, dependenciesScene({ direct: [direct("a", { locked: "1.0.0" }), direct("b")] }));
  assert.equal(result.reason, "1 of 2 locked to another version: a@2.3.4");
  assert.deepEqual(result.locations, [{ file: "package.json", text: "a: 2.3.4, locked 1.0.0" }]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { artifact } from "../../../scenes/artifacts.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("automation-coverage", check);

test("every unsigned artifact is named", () => {
  const list = ["a", "b", "c"].map((gate) => artifact(gate, { file: `${gate}.json`, signed: gate === "b" }));
  const result = judgeScene(check, { bodies: { [KIND.artifacts]: [{ artifacts: list }] } });
  assert.equal(result.reason, "2 of 3 artifacts without a signature that verifies: a, c");
  assert.equal(result.observed, 1);
  assert.equal(result.threshold, 3);
  assert.deepEqual(
    result.locations.map((place) => place.file),
    ["a.json", "c.json"],
  );
});

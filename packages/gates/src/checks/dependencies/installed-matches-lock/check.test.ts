import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { dependenciesScene } from "../../../scenes/dependencies.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("dependencies", check);

test("drift is told before absence, and both are told", () => {
  const installed = {
    entries: 2,
    drift: [{ path: "node_modules/a", what: "integrity", expected: "x", found: "y" }],
    extraneous: [],
    absent: ["node_modules/b"],
  };
  const result = judgeScene(check, dependenciesScene({ installed }));
  assert.equal(result.code, "installed-drift");
  assert.equal(
    result.reason,
    "1 difference: node_modules/a integrity y, locked x; 1 locked package not installed: node_modules/b",
  );
  assert.equal(result.locations.length, 2);
});

test("packages that are installed and not locked are another check's", () => {
  const installed = { entries: 1, drift: [], extraneous: ["node_modules/z"], absent: [] };
  assert.equal(judgeScene(check, dependenciesScene({ installed })).outcome, "pass");
});

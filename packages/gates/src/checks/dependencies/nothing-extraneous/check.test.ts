import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { dependenciesScene } from "../../../scenes/dependencies.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("dependencies", check);

test("every place is listed", () => {
  const installed = {
    entries: 3,
    drift: [],
    extraneous: ["node_modules/a", "node_modules/b/node_modules/c"],
    absent: [],
  };
  const result = judgeScene(check, dependenciesScene({ installed }));
  assert.equal(result.observed, 2);
  assert.equal(result.reason, "2 places not in the lockfile: node_modules/a, node_modules/b/node_modules/c");
  assert.deepEqual(
    result.locations.map(({ file }) => file),
    installed.extraneous,
  );
});

test("drift and absence are another check's", () => {
  const installed = {
    entries: 1,
    drift: [{ path: "p", what: "w", expected: "1", found: "2" }],
    extraneous: [],
    absent: ["q"],
  };
  assert.equal(judgeScene(check, dependenciesScene({ installed })).outcome, "pass");
});

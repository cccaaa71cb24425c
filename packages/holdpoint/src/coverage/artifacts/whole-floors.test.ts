import assert from "node:assert/strict";
import { test } from "node:test";
import type { Config } from "@holdpoint/core";
import { wholeFloors } from "./whole-floors.ts";

const profiles = (profile: string, gate: string, params: object): Config["profiles"] =>
  ({ [profile]: { gates: [{ id: gate, checks: { "whole-floor": params } }] } }) as unknown as Config["profiles"];

test("the floors of the whole are those of the profile that promotes", () => {
  const params = { linesPercent: 97, branchesPercent: "no", deadPoints: 3 };
  assert.deepEqual(wholeFloors(profiles("release", "coverage", params)), {
    floors: { lines: 97 },
    maxUncovered: {},
    advisoryUntil: null,
  });
  assert.equal(wholeFloors(profiles("pr", "coverage", params)), null);
  assert.equal(wholeFloors(profiles("release", "tests", params)), null);
  assert.equal(wholeFloors(profiles("release", "coverage", {})), null);
  assert.equal(wholeFloors({}), null);
});

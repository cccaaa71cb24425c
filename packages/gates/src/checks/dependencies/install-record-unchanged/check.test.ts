import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { dependencies, dependenciesScene } from "../../../scenes/dependencies.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("dependencies", check);

test("no record is let through only where the profile says so", () => {
  const scene = dependenciesScene({ record: null });
  assert.equal(judgeScene(check, scene).outcome, "missing");
  assert.equal(judgeScene(check, { ...scene, params: { record: "optional" } }).outcome, "not-applicable");
  assert.equal(judgeScene(check, { ...scene, params: { record: "never" } }).outcome, "error");
});

test("a record that is there counts, also where it is optional", () => {
  const record = dependencies().record;
  assert.ok(record !== null);
  const scene = dependenciesScene({ record: { ...record, changed: ["node_modules/a"], gone: ["node_modules/b"] } });
  const result = judgeScene(check, { ...scene, params: { record: "optional" } });
  assert.equal(result.code, "package-changed");
  assert.match(result.reason, /^1 package changed since 2026-01-01T00:00:00.000Z: node_modules\/a; 1 package gone/);
});

test("where nothing is locked there is nothing to record", () => {
  const result = judgeScene(check, dependenciesScene({ packages: [], record: null }));
  assert.equal(result.outcome, "not-applicable");
  assert.equal(result.code, "nothing-locked");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { dependenciesScene, direct } from "../../../scenes/dependencies.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("dependencies", check);

test("the same range in several manifests is alike", () => {
  const ranges = [
    direct("a"),
    direct("a", { manifest: "x/package.json" }),
    direct("a", { manifest: "y/package.json", type: "devDependencies" }),
  ];
  const result = judgeScene(check, dependenciesScene({ direct: ranges }));
  assert.equal(result.outcome, "pass");
  assert.equal(result.reason, "1 package asked for 3 times, alike everywhere");
});

test("a peer beside a development dependency is how libraries are written", () => {
  const ranges = [direct("a", { type: "peerDependencies", range: "^2.0.0" }), direct("a", { type: "devDependencies" })];
  assert.equal(judgeScene(check, dependenciesScene({ direct: ranges })).outcome, "pass");
});

test("twice in one manifest holds, different ranges only warn", () => {
  const twice = [direct("a"), direct("a", { type: "devDependencies", range: "9.9.9" })];
  assert.equal(judgeScene(check, dependenciesScene({ direct: twice })).code, "listed-twice");
  const result = judgeScene(
    check,
    dependenciesScene({ direct: [direct("a"), direct("a", { manifest: "x", range: "1.0.0" })] }),
  );
  assert.equal(result.outcome, "warn");
  assert.equal(result.reason, "a is asked for as 2.3.4, 1.0.0");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import { judgeScene } from "@holdpoint/core";
import { repositoryScene } from "../../../scenes/repository.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("candidate", check);

function judged(then: string | null, now: string | null, params: JsonObject = {}): ReturnType<typeof judgeScene> {
  return judgeScene(check, {
    ...repositoryScene({ versions: [{ file: "a", version: now }] }),
    baselineFacts: { candidate: { version: then, versionFiles: ["a"] } },
    params,
  });
}

const MOVES: readonly (readonly [string | null, string | null, string])[] = [
  ["1.0.0", "1.0.1", "pass"],
  ["1.9.0", "1.10.0", "pass"],
  ["1.0.0-rc.1", "1.0.0", "pass"],
  ["1.0rc1", "1.0rc2", "pass"],
  [null, "0.1.0", "pass"],
  [null, null, "pass"],
  ["1.0.0", "1.0.0", "version-not-moved"],
  ["1.0.1", "1.0.0", "version-gone-back"],
  ["1.0.0", "1.0.0-rc.2", "version-gone-back"],
  ["1.0.0", null, "version-unknown"],
];

for (const [then, now, code] of MOVES) {
  test(`from ${then} to ${now}: ${code}`, () => assert.equal(judged(then, now).code, code));
}

test("promoting the same commit again needs no new version", () => {
  const scene = repositoryScene({ versions: [{ file: "a", version: "1.0.0" }] });
  const result = judgeScene(check, {
    ...scene,
    candidate: { commit: "5".repeat(40) },
    baselineFacts: { candidate: { version: "1.0.0", versionFiles: ["a"] } },
    params: { sameVersion: "refuse" },
  });
  assert.equal(result.outcome, "pass");
});

test("a promotion that this check did not judge has nothing to inherit", () => {
  const result = judgeScene(check, { ...repositoryScene(), baselineFacts: {} });
  assert.equal(result.outcome, "not-applicable");
});

test("a list of values for the same version is closed", () => {
  assert.equal(judged("1.0.0", "1.0.0", { sameVersion: "allow" }).outcome, "error");
});

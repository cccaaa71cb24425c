import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND, SCENE_CANDIDATE } from "@holdpoint/core";
import { repository } from "../../../scenes/repository.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("candidate", check);

test("every piece of evidence is counted, also what no other check of the gate needs", () => {
  const result = judgeScene(check, check.sound());
  assert.equal(result.observed, 4);
  assert.equal(result.evidence.length, 4);
});

test("the fields in which the candidates differ are named", () => {
  const candidate = { ...SCENE_CANDIDATE, environment: "staging", dirty: true };
  const result = judgeScene(check, {
    bodies: { [KIND.repository]: [repository()], [KIND.coverage]: [{}] },
    envelopes: { [KIND.coverage]: [{ candidate }] },
  });
  assert.match(result.reason, /^coverage evidence is of another candidate: dirty, environment$/);
});

test("the same file with the same bytes is no change", () => {
  const inputs = {
    [KIND.repository]: [
      [
        { name: "a", sha256: "1" },
        { name: "a", sha256: "1" },
        { name: "b", sha256: "2" },
      ],
    ],
  };
  assert.equal(judgeScene(check, { bodies: { [KIND.repository]: [repository()] }, inputs }).outcome, "pass");
});

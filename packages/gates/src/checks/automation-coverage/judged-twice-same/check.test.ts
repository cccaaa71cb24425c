import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { rejudgement } from "../../../scenes/rejudgement.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("automation-coverage", check);

test("the places that differ are named", () => {
  const differences = ["/0/checks/1/reason", "/2/verdict"];
  const body = rejudgement({ second: "sha256:x", differences });
  const result = judgeScene(check, { bodies: { [KIND.rejudgement]: [body] } });
  assert.equal(result.reason, "judging again gave other bytes at /0/checks/1/reason, /2/verdict");
  assert.deepEqual(
    result.locations.map((place) => place.text),
    differences,
  );
});

test("named differences outweigh equal digests", () => {
  const body = rejudgement({ differences: ["/0"] });
  assert.equal(judgeScene(check, { bodies: { [KIND.rejudgement]: [body] } }).code, "differs");
});

test("a pass names the digest that both have", () => {
  const result = judgeScene(check, check.sound());
  assert.equal(result.observed, rejudgement().first);
  assert.equal(result.threshold, rejudgement().second);
});

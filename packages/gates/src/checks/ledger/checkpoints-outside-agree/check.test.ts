import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { ledger } from "../../../scenes/ledger.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("ledger", check);

test("each checkpoint that disagrees is named and located", () => {
  const checkpoints = { outside: 9, disagreeing: ["a.txt", "b.txt"] };
  const result = judgeScene(check, { bodies: { [KIND.ledger]: [ledger({ checkpoints })] } });
  assert.equal(result.reason, "2 of 9 checkpoints outside the store disagree with holdpoint/scene: a.txt, b.txt");
  assert.equal(result.observed, 7);
  assert.deepEqual(
    result.locations.map((place) => place.file),
    ["a.txt", "b.txt"],
  );
});

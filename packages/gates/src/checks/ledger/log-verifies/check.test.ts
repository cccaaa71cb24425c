import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { ledger } from "../../../scenes/ledger.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("ledger", check);

test("every problem is told with its place", () => {
  const problems = [
    { code: "record-changed", where: "record 3" },
    { code: "root-differs", where: "checkpoint 40" },
  ];
  const result = judgeScene(check, { bodies: { [KIND.ledger]: [ledger({ problems })] } });
  assert.equal(result.reason, "holdpoint/scene: 2 problems: record-changed at record 3, root-differs at checkpoint 40");
  assert.deepEqual(result.locations, [
    { file: "record 3", text: "record-changed" },
    { file: "checkpoint 40", text: "root-differs" },
  ]);
});

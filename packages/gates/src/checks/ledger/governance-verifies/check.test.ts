import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { ledger } from "../../../scenes/ledger.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("ledger", check);

test("no record at all is not applicable, and covers nothing", () => {
  const result = judgeScene(check, {
    bodies: { [KIND.ledger]: [ledger({ governance: { files: 0, promotions: [], problems: [] } })] },
  });
  assert.equal(result.outcome, "not-applicable");
  assert.equal(result.code, "no-records");
});

test("a rejected record is told with file, code and text", () => {
  const problems = [{ file: "g/w.json", code: "expired-key", text: "signed after revocation" }];
  const result = judgeScene(check, {
    bodies: { [KIND.ledger]: [ledger({ governance: { files: 1, promotions: [], problems } })] },
  });
  assert.equal(result.reason, "1 of 1 governance record rejected: g/w.json: expired-key, signed after revocation");
  assert.deepEqual(result.locations, [{ file: "g/w.json", text: "expired-key: signed after revocation" }]);
});

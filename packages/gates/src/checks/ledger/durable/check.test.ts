import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { ledger } from "../../../scenes/ledger.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("ledger", check);

function judged(journal: string, synchronous: string): ReturnType<typeof judgeScene> {
  return judgeScene(check, { bodies: { [KIND.ledger]: [ledger({ durability: { journal, synchronous } })] } });
}

test("names are compared whatever their case, and more than full is enough", () => {
  assert.equal(judged("WAL", "FULL").outcome, "pass");
  assert.equal(judged("wal", "extra").outcome, "pass");
});

test("anything unknown is not durable", () => {
  assert.equal(judged("", "full").code, "not-write-ahead");
  assert.equal(judged("wal", "").code, "not-flushed");
  assert.equal(judged("wal", "2").code, "not-flushed");
  assert.match(
    judged("off", "off").reason,
    /the journal mode is off, not wal; .*synchronous is off, not full or extra$/,
  );
});

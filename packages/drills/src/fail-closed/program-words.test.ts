import assert from "node:assert/strict";
import { test } from "node:test";
import { codedAs, problemCode } from "./program-words.ts";

test("a problem document refuses, a gateway's document says that it started", () => {
  assert.equal(problemCode('{"code":"HP-KEY-MISSING"}'), "HP-KEY-MISSING");
  assert.equal(problemCode('{"url":"http://127.0.0.1:1"}'), "started");
  for (const text of ["", "{}", "[]", "null", "not JSON"]) assert.equal(problemCode(text), "no code");
});

test("a verification is told by its first problem", () => {
  assert.equal(codedAs('{"valid":false,"problems":[{"code":"record-changed"},{"code":"x"}]}'), "record-changed");
  assert.equal(codedAs('{"valid":true,"problems":[]}'), "valid");
  assert.equal(codedAs('{"code":"HP-LEDGER-CORRUPT"}'), "HP-LEDGER-CORRUPT");
  assert.equal(codedAs("{}"), "no code");
});

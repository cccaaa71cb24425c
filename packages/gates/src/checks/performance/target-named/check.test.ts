import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject, LoadBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { load } from "../../../scenes/load.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("performance", check);

function judged(changes: Partial<LoadBody> = {}, params: JsonObject = {}): ReturnType<typeof judgeScene> {
  return judgeScene(check, { bodies: { [KIND.load]: [load(changes)] }, params });
}

test("addresses of all four protocols, and nothing else", () => {
  for (const url of ["http://a", "https://a:1/x?y", "ws://[::1]:9/", "wss://a.example"]) {
    assert.equal(judged({ url }).outcome, "pass", url);
  }
  for (const url of ["", "//a", "ftp://a", "http://", "http:///x"])
    assert.equal(judged({ url }).code, "target-unnamed", url);
});

test("credentials are not told on", () => {
  const result = judged({ url: "https://ada:secret@shop.example/" });
  assert.doesNotMatch(JSON.stringify(result), /secret|ada/);
  assert.equal(judged({ url: "https://shop.example/@ada" }).outcome, "pass");
});

test("another tool need not know our plan", () => {
  const { terms } = load();
  assert.equal(judged({ trust: "unknown", terms: { ...terms, planSha256: null } }).outcome, "pass");
  assert.match(judged({ terms: { ...terms, planSha256: null, testbedSha256: null } }).reason, /which plan and machine/);
});

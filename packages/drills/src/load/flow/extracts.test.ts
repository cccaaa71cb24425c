import assert from "node:assert/strict";
import { test } from "node:test";
import type { ExtractPlan } from "@holdpoint/core";
import type { AnswerView } from "./answer-view.ts";
import { compileExtract } from "./extracts.ts";
import { planPlace } from "./place.ts";
import { view } from "./testing-answer.ts";

const take = (plan: ExtractPlan, seen: AnswerView): string | null =>
  compileExtract(plan, "extract[0]", planPlace).take(seen);

test("header, JSON and body", () => {
  const created = view(201, '{"id":17,"user":{"name":"ann"},"ok":false}', { location: "/items/17" });
  assert.equal(take({ name: "l", from: "header", header: "Location" }, created), "/items/17");
  assert.equal(take({ name: "i", from: "json", path: "$.id" }, created), "17");
  assert.equal(take({ name: "n", from: "json", path: "$.user.name" }, created), "ann");
  assert.equal(take({ name: "o", from: "json", path: "$.ok" }, created), "false");
  assert.equal(take({ name: "g", from: "body", pattern: '"id":(\\d+)' }, created), "17");
  assert.equal(take({ name: "w", from: "body", pattern: 'ann(?=")' }, created), "ann");
});

test("what is not there, is empty, or cannot be sent on is nothing", () => {
  const poor = view(200, '{"list":[1],"none":null,"empty":"","evil":"a\\r\\nX: 1"}', { "x-empty": "" });
  for (const path of ["$.list", "$", "$.none", "$.empty", "$.evil", "$.absent"]) {
    assert.equal(take({ name: "x", from: "json", path }, poor), null, path);
  }
  assert.equal(take({ name: "x", from: "header", header: "x-empty" }, poor), null);
  assert.equal(take({ name: "x", from: "header", header: "x-absent" }, poor), null);
  assert.equal(take({ name: "x", from: "body", pattern: "zzz" }, poor), null);
  assert.equal(take({ name: "x", from: "body", pattern: "x+" }, view(200, "x".repeat(9000))), null, "too long");
  assert.equal(take({ name: "x", from: "json", path: "$.a" }, view(200, "no json")), null);
});

test("what cannot be compiled is told with its place in the plan", () => {
  assert.throws(() => take({ name: "x", from: "json", path: "" }, view(200)), /extract\[0\]\.path/);
  assert.throws(() => take({ name: "x", from: "body", pattern: "[" }, view(200)), /extract\[0\]\.pattern/);
});

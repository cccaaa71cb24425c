import assert from "node:assert/strict";
import { test } from "node:test";
import { scriptedHouse } from "../gateway/testing-house.ts";
import { refusalsOf } from "./refusals.ts";
import type { Scene } from "./scene.ts";

const SCENE: Scene = {
  ended: "act_ended",
  toApprove: "act_approve",
  toDeny: "act_deny",
  toCancel: "act_cancel",
  unknown: "act_unknown",
  letters: ["act_first", "act_second"],
  correlation: "drill-calls",
};

const { house } = scriptedHouse(() => ({}));
const refusals = refusalsOf(house, SCENE, "replay_1");

test("every place of a path is filled, and the path is that of its operation", () => {
  assert.ok(refusals.length > 40);
  for (const { operation, path } of refusals) {
    assert.doesNotMatch(path, /[{}]/, operation);
    const template = operation.split(" ")[1] ?? "";
    const pattern = new RegExp(`^${template.replace(/\{[a-z_]+\}/g, "[^/]+").replaceAll(".", "\\.")}(\\?.*)?$`);
    assert.match(path, pattern, operation);
  }
});

test("without a token means without any, and no purpose is named twice for one operation", () => {
  const nobody = refusals.filter(({ purpose }) => purpose === "no token");
  assert.ok(nobody.length >= 23);
  for (const { operation, request } of nobody) assert.equal(request?.token, undefined, operation);
  const names = refusals.map(({ operation, purpose }) => `${operation}: ${purpose}`);
  assert.equal(new Set(names).size, names.length);
});

test("the others are asked by somebody who may ask, so that they are refused for what they say", () => {
  const others = refusals.filter(({ request }) => typeof request?.token === "string");
  assert.ok(others.length > 15);
  for (const { operation, request } of others) assert.match(request?.token ?? "", /^of-/, operation);
  const malformed = refusals.find(({ purpose }) => purpose === "half a body");
  assert.throws(() => JSON.parse(malformed?.request?.text ?? "{}"));
});

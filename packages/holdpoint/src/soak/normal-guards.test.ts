import assert from "node:assert/strict";
import { test } from "node:test";
import { normalApplier, normalGuards, pauseMs } from "./normal-guards.ts";

test("0s is no pause, what is not said is the standard", () => {
  assert.deepEqual(
    [pauseMs("0s", 9), pauseMs(undefined, 9), pauseMs("250ms", 9), pauseMs("2m", 9)],
    [0, 9, 250, 120_000],
  );
});

test("each guard that is said takes its place and leaves the others at their standard", () => {
  const standard = normalGuards();
  assert.deepEqual(normalGuards({}), standard);
  assert.deepEqual(normalGuards({ debounce: { close: "1s" } }), {
    ...standard,
    debounce: { openMs: 2500, closeMs: 1000 },
  });
  assert.deepEqual(normalGuards({ oscillation: { signChanges: 5 } }).oscillation, { window: 6, signChanges: 5 });
  assert.deepEqual(normalGuards({ steady: { good: 3, frozen: 2 } }).steady, { good: 3, frozen: 2 });
  assert.deepEqual(normalGuards({ freeze: { never: ["edge"] } }).freeze, {
    freezable: [],
    never: ["edge"],
    minMs: 3000,
  });
});

test("a debounce of 0s is none, and not the standard", () => {
  assert.deepEqual(normalGuards({ debounce: { open: "0s", close: "0s" } }).debounce, { openMs: 0, closeMs: 0 });
});

test("there is a way to the target for each kind, and none where none is said", () => {
  assert.equal(normalApplier(undefined), null);
  assert.deepEqual(normalApplier({ file: "a.json", reload: ["kill", "-HUP"] }), {
    kind: "file",
    path: "a.json",
    reload: ["kill", "-HUP"],
  });
  assert.deepEqual(normalApplier({ url: "http://a/" }), { kind: "http", url: "http://a/", headers: [] });
  assert.deepEqual(normalApplier({ read: ["r"], write: ["w", "-"] }), {
    kind: "command",
    read: ["r"],
    write: ["w", "-"],
  });
});

test("a secret stays a name: what is stored is what was written", () => {
  const plan = normalApplier({ url: "http://a/", headers: { authorization: "Bearer ${env.TOKEN}", accept: "x" } });
  assert.deepEqual(plan?.kind === "http" && plan.headers, [
    ["authorization", "Bearer ${env.TOKEN}"],
    ["accept", "x"],
  ]);
});

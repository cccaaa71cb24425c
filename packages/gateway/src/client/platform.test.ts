import assert from "node:assert/strict";
import { test } from "node:test";
import { PLATFORM } from "./platform.ts";

test("random numbers are in [0, 1) and differ", () => {
  const numbers = Array.from({ length: 100 }, () => PLATFORM.random());
  assert.ok(numbers.every((number) => number >= 0 && number < 1));
  assert.ok(new Set(numbers).size > 90);
});

test("keys are nobody else's", () => {
  const keys = Array.from({ length: 100 }, () => PLATFORM.newKey());
  assert.equal(new Set(keys).size, 100);
  assert.ok(keys.every((key) => /^[0-9a-f-]{36}$/.test(key)));
});

test("a sleep ends by itself, or with the signal's reason", async () => {
  await PLATFORM.sleep(1, undefined);
  await PLATFORM.sleep(1, new AbortController().signal);
  const reason = new Error("stop");
  await assert.rejects(PLATFORM.sleep(60_000, AbortSignal.abort(reason)), reason);
  const controller = new AbortController();
  const sleeping = PLATFORM.sleep(60_000, controller.signal);
  controller.abort(reason);
  await assert.rejects(sleeping, reason);
});

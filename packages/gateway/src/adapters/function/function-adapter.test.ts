import assert from "node:assert/strict";
import { test } from "node:test";
import { FAILURE_CLASSES } from "@holdpoint/kit";
import type { AdapterOutcome } from "../../contract/adapter.ts";
import { adapterCall, operationOf } from "../../executor/testing-executor.ts";
import { ActionFailure } from "./action-failure.ts";
import type { ActionFunction } from "./function-adapter.ts";
import { functionAdapter } from "./function-adapter.ts";

function run(action: ActionFunction): Promise<AdapterOutcome> {
  const functions = new Map([["pay", action]]);
  const adapter = functionAdapter({ name: "shop", operations: [operationOf("pay")], functions });
  return adapter.execute(adapterCall({ operation: "pay" }));
}

test("what a function returns is the result; nothing is null", async () => {
  assert.deepEqual(await run((given) => given), { ok: true, result: { text: "hello" } });
  assert.deepEqual(await run(async (_given, { idempotencyKey }) => idempotencyKey), { ok: true, result: "key-1" });
  assert.deepEqual(await run(() => undefined), { ok: true, result: null });
});

test("a function says how it failed, with the class or with a plain object", async () => {
  for (const failureClass of FAILURE_CLASSES) {
    const expected = { ok: false, failureClass, sent: false, message: "why" };
    const thrown = await run(() => {
      throw new ActionFailure({ failureClass, sent: false, message: "why" });
    });
    assert.deepEqual({ ...thrown, ...expected }, thrown);
    const plain = await run(() => Promise.reject({ failureClass, sent: false, message: "why" }));
    assert.deepEqual(plain, thrown);
  }
});

test("who does not say whether it was sent is taken to have sent it", async () => {
  const vague = await run(() => {
    throw new ActionFailure({ failureClass: "backpressure", message: "later", retryAfterMs: 50 });
  });
  assert.deepEqual(vague, {
    ok: false,
    failureClass: "backpressure",
    sent: true,
    code: "HP-ACTION-BACKPRESSURE",
    message: "later",
    retryAfterMs: 50,
  });
  const odd = await run(() => Promise.reject({ failureClass: "timeout", sent: 0, message: 5 }));
  assert.deepEqual(odd.ok ? null : [odd.sent, odd.message], [true, "the function failed with timeout"]);
});

test("anything else that is thrown is passed on, as is an operation without a function", async () => {
  for (const thrown of [new TypeError("x"), null, "text", { failureClass: "no class" }]) {
    await assert.rejects(
      run(() => Promise.reject(thrown)),
      (error) => error === thrown,
    );
  }
  const adapter = functionAdapter({ name: "shop", operations: [operationOf("pay")], functions: new Map() });
  await assert.rejects(adapter.execute(adapterCall({ operation: "pay" })), TypeError);
  await adapter.close();
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { retryAfterMsOf } from "../errors/retry-after.ts";
import { boundedWait, DURABLE_WAIT_MS } from "./bounded-wait.ts";
import type { Timers } from "./timers.ts";

/** Timers that a test lets ring. */
function bells(): Timers & { ring(): void; readonly waiting: Map<number, { task: () => void; delayMs: number }> } {
  const waiting = new Map<number, { task: () => void; delayMs: number }>();
  let next = 0;
  return {
    waiting,
    set: (task, delayMs) => {
      next += 1;
      waiting.set(next, { task, delayMs });
      return next;
    },
    clear: (handle) => void waiting.delete(handle as number),
    defer: (task) => task(),
    ring: () => {
      for (const { task } of waiting.values()) task();
    },
  };
}

test("what comes in time comes as it is, and leaves no timer", async () => {
  const timers = bells();
  assert.equal(await boundedWait(Promise.resolve(7), timers), 7);
  await assert.rejects(boundedWait(Promise.reject(new Error("no")), timers), /^Error: no$/);
  assert.equal(timers.waiting.size, 0);
});

test("nobody waits for ever for a store that does not answer", async () => {
  const timers = bells();
  const never = boundedWait(new Promise(() => undefined), timers);
  assert.deepEqual(
    [...timers.waiting.values()].map(({ delayMs }) => delayMs),
    [DURABLE_WAIT_MS],
  );
  timers.ring();
  await assert.rejects(never, (thrown) => {
    assert.ok(isHoldpointError(thrown) && thrown.code === "HP-GATEWAY-STORAGE");
    assert.match(thrown.message, /repeat it with the same idempotency key/);
    return retryAfterMsOf(thrown) === 1000;
  });
});

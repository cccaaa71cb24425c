import assert from "node:assert/strict";
import { test } from "node:test";
import { deadlineFrom, earlierDeadline, remainingMs, TIMEOUT_MS_MAX, withinDeadline } from "./deadline.ts";
import type { Timers } from "./deadline-signal.ts";
import { deadlineSignal } from "./deadline-signal.ts";
import { formatTimeoutHeader, parseTimeoutHeader } from "./timeout-header.ts";

test("a deadline is an instant, and what is left of it never goes below zero", () => {
  const at = deadlineFrom(1000, 500);
  assert.equal(at, 1500);
  assert.deepEqual(
    [999, 1000, 1499.5, 1500, 9999].map((nowMs) => remainingMs(at, nowMs)),
    [501, 500, 0, 0, 0],
  );
  assert.equal(remainingMs(null, 1000), TIMEOUT_MS_MAX);
  assert.equal(remainingMs(1e15, 0), TIMEOUT_MS_MAX);
  for (const none of [Number.NaN, -Infinity]) assert.equal(remainingMs(none, 0), 0);
  for (const timeoutMs of [-1, 0.5, TIMEOUT_MS_MAX + 1, Number.NaN, Infinity]) {
    assert.throws(() => deadlineFrom(0, timeoutMs), { code: "HP-CONFIG-VALUE" });
  }
});

test("something fits when it would end before the deadline", () => {
  assert.ok(withinDeadline(1500, 1499));
  assert.ok(!withinDeadline(1500, 1500));
  assert.ok(withinDeadline(1500, 1000, 499));
  assert.ok(!withinDeadline(1500, 1000, 500));
  assert.ok(withinDeadline(null, 1000, 1e9));
  assert.ok(!withinDeadline(Number.NaN, 0));
});

test("the earlier of two deadlines counts", () => {
  assert.equal(earlierDeadline(1, 2), 1);
  assert.equal(earlierDeadline(null, 2), 2);
  assert.equal(earlierDeadline(1, null), 1);
  assert.equal(earlierDeadline(null, null), null);
});

test("the header carries what is left, in digits only", () => {
  assert.equal(formatTimeoutHeader(1500, 1000), "500");
  assert.equal(formatTimeoutHeader(1500, 9000), "0");
  for (const timeoutMs of [0, 1, 1500, TIMEOUT_MS_MAX]) {
    assert.equal(parseTimeoutHeader(String(timeoutMs)), timeoutMs);
    assert.equal(parseTimeoutHeader([formatTimeoutHeader(timeoutMs, 0)]), timeoutMs);
  }
  const wrong = ["", " 1", "1 ", "+1", "-1", "1.5", "1e3", "01", "0x10", "86400001", "999999999", "1,2", "1\n", "١"];
  for (const header of wrong) assert.equal(parseTimeoutHeader(header), null, JSON.stringify(header));
  for (const header of [undefined, [], ["1", "2"]]) assert.equal(parseTimeoutHeader(header), null);
});

function fakeTimers(): Timers & { readonly running: Map<number, { run: () => void; ms: number }>; fire(): void } {
  const running = new Map<number, { run: () => void; ms: number }>();
  let last = 0;
  return {
    running,
    set: (run, ms) => {
      running.set((last += 1), { run, ms });
      return last;
    },
    clear: (handle: number) => void running.delete(handle),
    fire: () => {
      for (const { run } of running.values()) run();
    },
  };
}

test("the signal aborts at the deadline with a TimeoutError and leaves no timer", () => {
  const timers = fakeTimers();
  const { signal } = deadlineSignal(1500, 1000, timers);
  assert.deepEqual(
    [...timers.running.values()].map(({ ms }) => ms),
    [500],
  );
  assert.ok(!signal.aborted);
  timers.fire();
  assert.ok(signal.aborted);
  assert.equal((signal.reason as Error).name, "TimeoutError");
  assert.equal(timers.running.size, 0);
});

test("a deadline that is over aborts at once, without a timer", () => {
  const timers = fakeTimers();
  const { signal, cancel } = deadlineSignal(1000, 1000, timers);
  assert.equal((signal.reason as Error).name, "TimeoutError");
  assert.equal(timers.running.size, 0);
  cancel();
});

test("cancelling ends the wait, and the other signal is not followed any more", () => {
  const timers = fakeTimers();
  const outer = new AbortController();
  const { signal, cancel } = deadlineSignal(1500, 1000, timers, outer.signal);
  cancel();
  cancel();
  outer.abort();
  assert.equal(timers.running.size, 0);
  assert.ok(!signal.aborted);
});

test("another signal that aborts first gives its reason and ends the wait", () => {
  const timers = fakeTimers();
  const outer = new AbortController();
  const { signal } = deadlineSignal(null, 1000, timers, outer.signal);
  assert.equal(timers.running.size, 1);
  outer.abort("shutdown");
  assert.equal(signal.reason, "shutdown");
  assert.equal(timers.running.size, 0);
  assert.equal(deadlineSignal(1500, 1000, timers, outer.signal).signal.reason, "shutdown");
  assert.equal(timers.running.size, 0);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { pauseFor, soakClock } from "./soak-clock.ts";

test("the clock begins at the system's time and never runs backwards", () => {
  const before = Date.now();
  const nowMs = soakClock();
  const times = Array.from({ length: 1000 }, () => nowMs());
  assert.ok(Math.abs((times[0] ?? 0) - before) < 1000);
  for (const [index, time] of times.entries()) assert.ok(time >= (times[index - 1] ?? 0));
});

/** Far longer than what ends it takes, and not so long that a test that fails is waited for. */
const LONG_MS = 4000;

async function tookMs(pause: () => Promise<void>): Promise<number> {
  const nowMs = soakClock();
  const began = nowMs();
  await pause();
  return nowMs() - began;
}

test("no pause, and a pause that nobody waits for any more, are over at once", async () => {
  const never = new AbortController().signal;
  for (const ms of [0, -1]) await pauseFor(ms, never);
  assert.ok((await tookMs(async () => pauseFor(LONG_MS, AbortSignal.abort()))) < LONG_MS / 2);
});

test("a pause ends early when it is interrupted, without an error", async () => {
  const stop = new AbortController();
  const took = tookMs(async () => pauseFor(LONG_MS, stop.signal));
  stop.abort(new Error("SIGINT"));
  assert.ok((await took) < LONG_MS / 2);
});

test("a pause takes its time", async () => {
  const nowMs = soakClock();
  const began = nowMs();
  await pauseFor(30, new AbortController().signal);
  assert.ok(nowMs() - began >= 28);
});

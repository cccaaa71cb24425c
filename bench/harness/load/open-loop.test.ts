import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { openLoop } from "./open-loop.ts";

/** A clock that only moves when somebody pauses; jobs end at an instant of it. */
class Clock {
  nowMs = 0;
  readonly #sleepers: { readonly atMs: number; readonly wake: () => void }[] = [];

  readonly now = (): number => this.nowMs;

  readonly pause = async (ms: number): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    this.nowMs += ms;
    for (let index = this.#sleepers.length - 1; index >= 0; index -= 1) {
      const sleeper = this.#sleepers[index];
      if (sleeper !== undefined && sleeper.atMs <= this.nowMs) {
        this.#sleepers.splice(index, 1);
        sleeper.wake();
      }
    }
    await new Promise((resolve) => setImmediate(resolve));
  };

  until(atMs: number): Promise<void> {
    return new Promise((wake) => this.#sleepers.push({ atMs, wake }));
  }
}

describe("open loop", () => {
  test("starts each job at its time and measures those of the measured time", async () => {
    const clock = new Clock();
    const started: number[] = [];
    const job = async (): Promise<void> => {
      started.push(clock.nowMs);
    };
    const { now: nowMs, pause } = clock;
    const load = { callers: 3, perSecond: 100, warmUpMs: 50, measureMs: 100, job, nowMs, pause };
    const result = await openLoop(load);
    assert.deepEqual(
      started,
      Array.from({ length: 15 }, (_, index) => index * 10),
    );
    assert.deepEqual([result.done, result.all, result.perSecond, result.maxMs], [10, 15, 100, 0]);
  });

  test("a server that stands still makes everybody who is due wait, and their wait counts", async () => {
    const clock = new Clock();
    let jobs = 0;
    const job = async (): Promise<void> => {
      jobs += 1;
      if (jobs === 1) await clock.until(60);
    };
    const { now: nowMs, pause } = clock;
    const result = await openLoop({ callers: 1, perSecond: 100, warmUpMs: 0, measureMs: 100, job, nowMs, pause });
    assert.equal(result.done, 10);
    assert.equal(result.maxMs, 60, "the first");
    assert.equal(result.p50Ms, 10, "0 four times after it; 10, 20, 30, 40, 50 for those that waited");
    assert.equal(result.lateMs, 0, "it has caught up");
  });

  test("a job that fails ends the load", async () => {
    const { now: nowMs, pause } = new Clock();
    const job = (): Promise<void> => Promise.reject(new Error("planted"));
    const load = { callers: 2, perSecond: 100, warmUpMs: 0, measureMs: 100, job, nowMs, pause };
    await assert.rejects(openLoop(load), /planted/);
  });
});

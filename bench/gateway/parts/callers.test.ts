import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { measureCallers } from "./callers.ts";

/** A job of a caller takes `costMs` of a clock that nobody waits for. */
function clockOf(costMs: number): { nowMs: () => number; job: () => Promise<void> } {
  let nowMs = 0;
  return {
    nowMs: () => nowMs,
    job: async () => {
      nowMs += costMs;
    },
  };
}

describe("callers in process", () => {
  test("what begins within the measured time is counted, and timed", async () => {
    const result = await measureCallers({ callers: 1, warmUpMs: 100, measureMs: 1000, ...clockOf(10) });
    assert.deepEqual(result, { done: 100, all: 110, perSecond: 100, p50Ms: 10, p99Ms: 10, maxMs: 10 });
  });

  test("a job that ends late counts whole: the slowest one is not left out because time was up", async () => {
    let nowMs = 0;
    const job = async (): Promise<void> => {
      nowMs += nowMs < 90 ? 10 : 5000;
    };
    const result = await measureCallers({ callers: 1, warmUpMs: 0, measureMs: 100, job, nowMs: () => nowMs });
    assert.deepEqual([result.done, result.all, result.maxMs], [10, 10, 5000]);
  });

  test("every caller has one job at a time, and all of them work", async () => {
    let nowMs = 0;
    const busy = new Set<number>();
    const seen = new Set<number>();
    const job = async (caller: number): Promise<void> => {
      assert.ok(!busy.has(caller), `caller ${caller} began twice`);
      busy.add(caller);
      seen.add(caller);
      await Promise.resolve();
      nowMs += 1;
      busy.delete(caller);
    };
    const result = await measureCallers({ callers: 7, warmUpMs: 0, measureMs: 70, job, nowMs: () => nowMs });
    assert.deepEqual(
      [...seen].toSorted((a, b) => a - b),
      [0, 1, 2, 3, 4, 5, 6],
    );
    assert.ok(result.all >= 70);
  });

  test("a job that fails ends everything", async () => {
    const { nowMs } = clockOf(1);
    const job = (): Promise<void> => Promise.reject(new Error("planted"));
    await assert.rejects(measureCallers({ callers: 3, warmUpMs: 0, measureMs: 10, job, nowMs }), /planted/);
  });

  test("where nothing began in time there is no figure", async () => {
    const load = { callers: 1, warmUpMs: 10, measureMs: 10, ...clockOf(50) };
    await assert.rejects(measureCallers(load), /nothing was done within 10 ms/);
  });
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { LOAD_WINDOWS_MAX } from "@holdpoint/core";
import fc from "fast-check";
import type { LoadSample } from "./samples.ts";
import { LoadSamples } from "./samples.ts";

const sample = (endMs: number, durationMs: number, failure: string | null = null): LoadSample => ({
  endMs,
  durationMs,
  failure,
  endpoint: failure === null ? "a" : "b",
});

test("requests are counted, timed and put where they ended, whatever their order", () => {
  const samples = new LoadSamples();
  for (const one of [sample(5_200, 200), sample(5_900, 100), sample(5_050, 100), sample(7_500, 10, "reset")])
    samples.add(one);
  samples.drop(6_400, 3);
  const { completed, dropped, durationMs, failed, failures, sent, series, service, windows } = samples.finish();
  assert.deepEqual([sent, completed, failed, dropped, durationMs], [4, 3, 1, 3, 2550]);
  assert.deepEqual(failures, [["reset", 1]]);
  assert.deepEqual([service?.count, service?.min, service?.max], [4, 10, 200]);
  assert.deepEqual(
    series.map(({ name, completed: sound, failed: broken }) => [name, sound, broken]),
    [
      ["a", 3, 0],
      ["b", 0, 1],
    ],
  );
  assert.deepEqual(
    windows.map((one) => [one.startMs, one.sizeMs, one.sent, one.failed, one.dropped, one.service?.count ?? null]),
    [
      [0, 1000, 0, 0, 0, null],
      [1000, 1000, 3, 0, 0, 3],
      [2000, 1000, 0, 0, 3, null],
      [3000, 1000, 1, 1, 0, 1],
    ],
  );
});

test("nothing has no windows and no time", () => {
  const { durationMs, sent, service, windows } = new LoadSamples().finish();
  assert.deepEqual([durationMs, sent, service, windows], [0, 0, null, []]);
});

test("many endpoints and kinds of failure share what is left", () => {
  const samples = new LoadSamples();
  for (let index = 0; index < 500; index += 1)
    samples.add({ endMs: index, durationMs: 0, failure: `kind ${index}`, endpoint: `/items/${index}` });
  const { failures, series } = samples.finish();
  assert.deepEqual([failures.length, series.length], [201, 201]);
  assert.equal(series.find(({ name }) => name === "(others)")?.failed, 300);
  assert.equal(
    failures.reduce((sum, [, count]) => sum + count, 0),
    500,
  );
});

test("windows are few, gap-free and complete for any times", () => {
  const times = fc.tuple(fc.nat(10 ** 9), fc.nat(100_000), fc.boolean());
  fc.assert(
    fc.property(fc.array(times, { minLength: 1, maxLength: 200 }), (all) => {
      const samples = new LoadSamples();
      for (const [endMs, durationMs, sound] of all) samples.add(sample(endMs, durationMs, sound ? null : "x"));
      const { completed, durationMs, failed, windows } = samples.finish();
      assert.ok(windows.length <= LOAD_WINDOWS_MAX);
      let reached = 0;
      for (const { sizeMs, startMs } of windows) {
        assert.equal(startMs, reached);
        reached += sizeMs;
      }
      assert.ok(reached >= durationMs);
      assert.equal(
        windows.reduce((sum, one) => sum + one.completed, 0),
        completed,
      );
      assert.equal(
        windows.reduce((sum, one) => sum + one.failed, 0),
        failed,
      );
      assert.equal(
        windows.reduce((sum, one) => sum + (one.service?.count ?? 0), 0),
        completed + failed,
      );
    }),
    { numRuns: 30 },
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { LogHistogram } from "../histogram/log-histogram.ts";
import { P99 } from "./fixtures.test.ts";
import { judgePercentile } from "./judge-percentile.ts";

const RUNS = 400;
const SAMPLES = 3000;

/** Seeded, so that the test is the same every time (a linear congruential generator, Numerical Recipes' constants). */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** How often runs end in each outcome when the true share beyond 300 ms is so large. */
function outcomes(beyond: number, seed: number): Record<string, number> {
  const draw = chance(seed);
  const seen: Record<string, number> = { pass: 0, fail: 0, inconclusive: 0 };
  for (let run = 0; run < RUNS; run += 1) {
    const times = new LogHistogram();
    for (let at = 0; at < SAMPLES; at += 1) times.record(draw() < beyond ? 400_000 + draw() * 1e6 : 20_000 * draw());
    const sample = { completed: SAMPLES, failed: 0, dropped: 0, over: 0, times, elapsedMs: 10_000 };
    const { outcome } = judgePercentile(P99, sample);
    seen[outcome] = (seen[outcome] ?? 0) + 1;
  }
  return seen;
}

test("a target whose p99 is beyond the limit hardly ever passes, one within hardly ever fails", () => {
  // 5 % of the runs may be wrong, half of them on each side; 4.5 % leaves room for chance.
  const most = RUNS * 0.045;
  const beyond = outcomes(0.0101, 1);
  assert.ok((beyond["pass"] ?? 0) <= most, JSON.stringify(beyond));
  const within = outcomes(0.0099, 2);
  assert.ok((within["fail"] ?? 0) <= most, JSON.stringify(within));
  assert.ok((within["inconclusive"] ?? 0) > RUNS / 2, "at the limit most runs cannot tell");
});

test("far from the limit nearly every run can tell", () => {
  assert.ok((outcomes(0.003, 3)["pass"] ?? 0) > RUNS * 0.99);
  assert.ok((outcomes(0.025, 4)["fail"] ?? 0) > RUNS * 0.99);
});

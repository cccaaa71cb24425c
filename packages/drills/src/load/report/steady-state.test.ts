import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { loadSecond as second } from "@holdpoint/testkit";
import { phase } from "../schedule/testing-phases.ts";
import { spreadOf, SteadyTally } from "./steady-state.ts";

const even = (durationMs: number, name = "even"): ReturnType<typeof phase> =>
  phase({ kind: "constant", ratePerS: 1 }, durationMs, name);

describe("steady state", () => {
  test("windows slide second by second, once they are full, and forget what is older", () => {
    const tally = new SteadyTally([even(6000)], 3);
    for (const [at, ms] of [5, 1, 1, 1, 9, 1].entries())
      tally.take(second(at, [ms * 1000], { failed: at === 4 ? 1 : 0 }));
    assert.deepEqual(
      tally.windows.map(({ startMs, response, failed, completed }) => [startMs, response?.p99, failed, completed]),
      [
        [0, 5, 0, 3],
        [1000, 1, 0, 3],
        [2000, 9, 1, 3],
        [3000, 9, 1, 3],
      ],
    );
    assert.deepEqual([tally.windowMs, tally.stepMs], [3000, 1000]);
  });

  test("only what lies within one phase of even load: no ramp, no drain, nothing across two phases", () => {
    const ramp = phase({ kind: "ramp", fromPerS: 0, toPerS: 9 }, 2000);
    const tally = new SteadyTally([ramp, even(2500, "a"), even(3500, "b")], 2);
    for (let at = 0; at < 12; at += 1) tally.take(second(at, [1000 + at]));
    assert.deepEqual(
      tally.windows.map(({ phase, startMs }) => [phase, startMs]),
      [
        ["a", 2000],
        ["b", 5000],
        ["b", 6000],
      ],
    );
  });

  test("a window without answers is there and says so; a run shorter than a window has none", () => {
    const tally = new SteadyTally([even(2000)], 2);
    for (const at of [0, 1]) tally.take(second(at));
    assert.deepEqual(
      tally.windows.map(({ response, completed }) => [response, completed]),
      [[null, 0]],
    );
    const short = new SteadyTally([even(2000)]);
    for (const at of [0, 1]) short.take(second(at, [1]));
    assert.deepEqual(short.windows, []);
    assert.equal(spreadOf([]), null);
    assert.equal(spreadOf([null]), null);
  });

  test("a day has no more windows than a document holds", () => {
    const tally = new SteadyTally([even(86_400_000)]);
    for (let at = 0; at < 86_400; at += 1) tally.take(second(at));
    assert.ok(tally.windows.length <= 600 && tally.windows.length > 500, `${tally.windows.length}`);
  });

  test("the spread is of the best and the worst window", () => {
    const spread = spreadOf([{ p50: 1, p95: 9, p99: 10 }, null, { p50: 2, p95: 3, p99: 20 }]);
    assert.deepEqual(spread, { best: { p50: 1, p95: 3, p99: 10 }, worst: { p50: 2, p95: 9, p99: 20 } });
  });
});

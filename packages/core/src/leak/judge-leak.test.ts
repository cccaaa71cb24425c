import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeLeak } from "./judge-leak.ts";
import type { Shape } from "./series.test.ts";
import { heap, STEADY_S, terms } from "./series.test.ts";

const SAW = { bytes: 2e7, everyS: 7 };

function outcomes(count: number, shape: (seed: number) => Omit<Shape, "seed">): Record<string, number> {
  const seen: Record<string, number> = {};
  for (let seed = 0; seed < count; seed++) {
    const { outcome } = judgeLeak(heap({ seed, ...shape(seed) }), terms());
    seen[outcome] = (seen[outcome] ?? 0) + 1;
  }
  return seen;
}

test("flat noise and a sawtooth are no leak, whatever the seed", () => {
  // Significant upwards by chance 2.5 % of the time, and then still small and of no step.
  const flat = outcomes(300, () => ({ noise: 3e5 }));
  const teeth = outcomes(300, (seed) => ({ noise: 1e5, saw: { bytes: 3e7, everyS: 3 + (seed % 20) } }));
  for (const seen of [flat, teeth]) {
    assert.equal(seen["undecided"] ?? 0, 0);
    assert.ok((seen["leak"] ?? 0) <= 6, JSON.stringify(seen));
    assert.ok((seen["none"] ?? 0) >= 280, JSON.stringify(seen));
  }
});

test("an injected leak is found under noise and sawtooth, and its rate is about right", () => {
  const seen = outcomes(200, () => ({ leakPerS: 10_000, noise: 2e5, saw: SAW }));
  assert.ok((seen["leak"] ?? 0) >= 195, JSON.stringify(seen));
  const { per24h, interval, growth } = judgeLeak(heap({ seed: 3, leakPerS: 10_000, saw: SAW }), terms());
  assert.ok(per24h !== null && interval !== null && growth !== null);
  assert.ok(Math.abs(per24h - 864e6) < 60e6, `${per24h}`);
  assert.ok(interval[0] > 0 && interval[0] <= per24h && per24h <= interval[1]);
  assert.ok(Math.abs(growth - 10_000 * STEADY_S) < 4e5);
});

test("what was gained while warming up, and a program that gives back, are no leak", () => {
  assert.equal(outcomes(50, () => ({ warmUp: 4e8, noise: 1e5 }))["leak"] ?? 0, 0);
  assert.deepEqual(
    outcomes(20, () => ({ leakPerS: -20_000, noise: 1e5 })),
    { none: 20 },
  );
});

test("one step is suspect, a leak beside the step is a leak", () => {
  for (const atS of [120, 250, 330, 480, 580]) {
    const step = { atS, bytes: 5e7 };
    const once = outcomes(40, () => ({ step, noise: 1e5 }));
    assert.ok((once["leak"] ?? 0) <= 2, `${atS}: ${JSON.stringify(once)}`);
    const both = outcomes(40, () => ({ step, noise: 1e5, leakPerS: 20_000 }));
    assert.ok((both["leak"] ?? 0) >= 38, `${atS}: ${JSON.stringify(both)}`);
  }
  const { code, reason } = judgeLeak(heap({ seed: 1, step: { atS: 330, bytes: 5e7 }, noise: 1e5 }), terms());
  assert.equal(code, "one-step");
  assert.match(reason, /^grew by (49|50)\.\d MB at once/);
});

test("a limit is a rate, and growth below it is none", () => {
  const slow = heap({ seed: 1, leakPerS: 1000 });
  const { outcome, code, reason } = judgeLeak(slow, terms());
  assert.deepEqual([outcome, code, reason], ["none", "within-limit", "grows by 86.4 MB per 24 h"]);
  assert.equal(judgeLeak(slow, terms({ limitPer24h: 8e7, resolution: 1e5 })).outcome, "leak");
});

test("growth too small to be told apart in so short a run is suspect, not a leak and not nothing", () => {
  const { outcome, code, reason } = judgeLeak(heap({ seed: 1, leakPerS: 1500 }), terms());
  assert.deepEqual([outcome, code], ["suspect", "below-resolution"]);
  assert.equal(reason, "grew by 810.0 kB, too little to be told apart in so short a time");
});

test("a leak across a restart is found, although the level fell", () => {
  const leaking = heap({ seed: 5, leakPerS: 20_000, noise: 1e5 });
  const points = leaking.points.map(([atMs, value]) => [atMs, atMs > 330_000 ? value - 6.6e6 : value] as const);
  const restarted = { ...leaking, points };
  const faulted = [{ fromMs: 329_000, toMs: 335_000 }];
  assert.equal(judgeLeak(restarted, terms({ faulted })).outcome, "leak");
  const { skipped, windows } = judgeLeak(restarted, terms({ faulted }));
  // Windows of 22.5 s meet at 330 s: both sides of it are touched.
  assert.deepEqual([skipped, windows], [2, 22]);
});

test("what was not measured is undecided, each for its reason", () => {
  const sound = heap({ seed: 1 });
  const undecided = (series: typeof sound, changes = {}): string => {
    const { outcome, code, per24h, interval } = judgeLeak(series, terms(changes));
    assert.deepEqual([outcome, per24h, interval], ["undecided", null, null]);
    return code;
  };
  const [first = [0, 0], second = [0, 0]] = sound.points;
  assert.equal(undecided(sound, { requests: 0 }), "no-requests");
  assert.equal(undecided({ ...sound, points: [] }), "no-readings");
  assert.equal(undecided({ ...sound, unreadable: 7 }), "unreadable");
  assert.equal(judgeLeak({ ...sound, unreadable: 6 }, terms()).outcome, "none");
  assert.equal(undecided({ ...sound, points: [second, first, ...sound.points.slice(2)] }), "not-a-series");
  assert.equal(undecided({ ...sound, points: [[0, -1], ...sound.points.slice(1)] }), "not-a-series");
  assert.equal(undecided({ ...sound, points: [...sound.points, [600_500, Number.NaN]] }), "not-a-series");
  assert.equal(undecided({ ...sound, points: [...sound.points, [Infinity, 1]] }), "not-a-series");
  assert.equal(undecided(sound, { faulted: [{ fromMs: 0, toMs: 400_000 }] }), "too-few-windows");
  assert.equal(undecided(sound, { steadyFromMs: 600_000 }), "too-few-windows");
  assert.equal(undecided({ ...sound, points: sound.points.slice(0, 80) }), "too-few-windows");
});

test("counts are judged as bytes are: a descriptor every ten seconds", () => {
  const points = Array.from({ length: 601 }, (_, s): [number, number] => [s * 1000, 40 + Math.floor(s / 10) + (s % 3)]);
  const series = { resource: "descriptors", unit: "count", points, unreadable: 0 } as const;
  const { outcome, reason } = judgeLeak(series, terms({ limitPer24h: 100, resolution: 8 }));
  assert.deepEqual([outcome, reason], ["leak", "grows by 8640.0 per 24 h"]);
  assert.equal(judgeLeak(series, terms({ limitPer24h: 10_000, resolution: 8 })).outcome, "none");
});

test("terms that nothing can be judged by are refused", () => {
  for (const wrong of [{ windows: 601 }, { windowsMin: 2 }, { windowsMin: 25 }, { confidence: 1 }])
    assert.throws(() => judgeLeak(heap({ seed: 1 }), terms(wrong)), RangeError);
});

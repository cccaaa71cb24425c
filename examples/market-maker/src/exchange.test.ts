import assert from "node:assert/strict";
import { test } from "node:test";
import type { Session } from "./exchange.ts";
import { trade } from "./exchange.ts";
import type { Overrides } from "./overrides.ts";
import { accepted, DEFAULTS, effective, knobOf } from "./overrides.ts";
import { seeded, waiting } from "./random.ts";
import { summaryOf } from "./summary.ts";

const session = (change: Partial<Overrides>, seed = 1): Session => trade({ ...DEFAULTS, ...change }, seed);

test("the same seed makes the same session, another one another", () => {
  assert.deepEqual(session({}), session({}));
  assert.notDeepEqual(session({}), session({}, 2));
});

test("every knob moves what its rule expects", () => {
  const base = session({});
  assert.ok(session({ rebid: { per_s: 45 } }).p95LatencyMs < base.p95LatencyMs);
  const later = session({ rescue_taker: { after_ms: 31 } });
  assert.ok(later.takerFills < base.takerFills && later.riskRatio > base.riskRatio);
  assert.ok(session({ edge: { min_bps: 4.2 } }).netBps > base.netBps);
  assert.ok(session({ latency: { spread_add_bps: 1 } }).netBps > base.netBps);
});

test("every position is opened as maker and closed once", () => {
  const { makerFills, takerFills, makerVolume, takerVolume } = session({});
  assert.equal(makerFills + takerFills, 8000);
  assert.ok(takerVolume > takerFills && makerVolume > makerFills);
  const { maker_taker_ratio: ratio, fills } = summaryOf(3, session({}), DEFAULTS);
  assert.equal(ratio, makerFills / 8000);
  assert.deepEqual([fills.maker_volume, fills.taker_count], [makerVolume, takerFills]);
});

test("a knob that lies does so in one way alone", () => {
  const wanted = { ...DEFAULTS, rebid: { per_s: 45 } };
  assert.deepEqual(effective(wanted, "sound"), wanted);
  assert.deepEqual(effective(wanted, "dead").rebid, DEFAULTS.rebid);
  assert.deepEqual(effective(wanted, "inverted").rebid, { per_s: 69 });
  assert.equal(accepted(wanted, "sound"), wanted);
  assert.deepEqual(accepted(wanted, "clamped").rebid, { per_s: 55 });
  assert.equal(accepted({ ...DEFAULTS, rebid: { per_s: 60 } }, "clamped").rebid.per_s, 60);
  assert.deepEqual(["dead", "x", undefined].map(knobOf), ["dead", "sound", "sound"]);
});

test("numbers lie where they have to", () => {
  const random = seeded(7);
  const drawn = Array.from({ length: 10_000 }, () => random());
  assert.ok(drawn.every((value) => value >= 0 && value < 1));
  const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
  assert.ok(Math.abs(mean - 0.5) < 0.02);
  const waits = Array.from({ length: 10_000 }, () => waiting(random, 20));
  assert.ok(Math.abs(waits.reduce((sum, value) => sum + value, 0) / waits.length - 20) < 1);
});

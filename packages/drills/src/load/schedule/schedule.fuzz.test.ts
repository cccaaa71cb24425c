import assert from "node:assert/strict";
import { test } from "node:test";
import type { Arrival, PhasePlan } from "@holdpoint/core";
import fc from "fast-check";
import { arrivalsOf, phaseStartsUs, targetRatePerS } from "./arrivals.ts";
import { drain, phase } from "./testing-phases.ts";

const rate = fc.double({ min: 0, max: 3000, noNaN: true });
const even: fc.Arbitrary<Arrival> = fc.oneof(
  fc.record({ kind: fc.constant("constant" as const), ratePerS: rate }),
  fc.record({ kind: fc.constant("ramp" as const), fromPerS: rate, toPerS: rate }),
  fc.record({
    kind: fc.constant("steps" as const),
    ratesPerS: fc.array(rate, { minLength: 1, maxLength: 5 }),
    stepMs: fc.integer({ min: 1, max: 700 }),
  }),
);
const any: fc.Arbitrary<Arrival> = fc.oneof(
  even,
  fc.record({ kind: fc.constant("poisson" as const), ratePerS: rate }),
  fc.record({
    kind: fc.constant("recorded" as const),
    offsetsMs: fc.array(fc.double({ min: -5, max: 1500, noNaN: true }), { maxLength: 50 }),
  }),
);
const durationMs = fc.integer({ min: 1, max: 1200 });
const phasesOf = (arrival: fc.Arbitrary<Arrival>): fc.Arbitrary<PhasePlan[]> =>
  fc
    .array(fc.record({ arrival, durationMs }), { minLength: 1, maxLength: 4 })
    .map((list) => list.map((one, index) => phase(one.arrival, one.durationMs, `p${index}`)));
const ALONE = { worker: 0, workers: 1 };

test("an even schedule has as many arrivals as its rate and time make, to the next whole one in each phase", () => {
  fc.assert(
    fc.property(fc.record({ arrival: even, durationMs }), ({ arrival, durationMs }) => {
      const phases = [phase(arrival, durationMs)];
      const asked = ((targetRatePerS(phases) ?? Number.NaN) * durationMs) / 1000;
      const extra = drain(arrivalsOf(phases, 1, ALONE)).length - asked;
      assert.ok(extra > -1e-3 && extra < 1 + (arrival.kind === "steps" ? arrival.ratesPerS.length : 0), `${extra}`);
    }),
  );
});

test("times never fall and stay within their phases", () => {
  fc.assert(
    fc.property(phasesOf(any), fc.integer(), (phases, seed) => {
      const times = drain(arrivalsOf(phases, seed, ALONE));
      const endUs = phaseStartsUs(phases).at(-1) ?? 0;
      for (const [index, atUs] of times.entries()) {
        assert.ok(atUs >= (times[index - 1] ?? 0) && atUs >= 0 && atUs <= endUs, `${index}: ${atUs}`);
      }
    }),
  );
});

test("all workers together have exactly the schedule of one", () => {
  fc.assert(
    fc.property(phasesOf(any), fc.integer(), fc.integer({ min: 1, max: 7 }), (phases, seed, workers) => {
      const parts = Array.from({ length: workers }, (_, worker) =>
        drain(arrivalsOf(phases, seed, { worker, workers })),
      );
      const together = parts.flat().sort((one, other) => one - other);
      assert.deepEqual(together, drain(arrivalsOf(phases, seed, ALONE)));
      const counts = parts.map(({ length }) => length);
      assert.ok(Math.max(...counts) - Math.min(...counts) <= 1, "shared out evenly");
    }),
  );
});

test("a ramp's arrivals up to any moment are the integral of its rate until then", () => {
  const ramp = fc.record({
    fromPerS: rate,
    toPerS: rate,
    durationMs,
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(ramp, ({ fromPerS, toPerS, durationMs, share }) => {
      const times = drain(arrivalsOf([phase({ kind: "ramp", fromPerS, toPerS }, durationMs)], 1, ALONE));
      const t = (durationMs / 1000) * share;
      const integral = fromPerS * t + ((toPerS - fromPerS) * t * t) / ((2 * durationMs) / 1000);
      const until = times.filter((atUs) => atUs < t * 1e6).length;
      assert.ok(Math.abs(until - integral) <= 1.001, `${until} by then, integral ${integral}`);
    }),
  );
});

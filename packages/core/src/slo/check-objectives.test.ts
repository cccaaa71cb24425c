import assert from "node:assert/strict";
import { test } from "node:test";
import { checkObjectives, OBJECTIVES_MAX } from "./check-objectives.ts";
import { EVERYTHING, OK, P99, RATE } from "./fixtures.test.ts";
import type { Objective } from "./objective.ts";

const window = { sizeMs: 10_000, stepMs: 1000, violationsMax: 0 };
const pair = { longMs: 10_000, shortMs: 1000, factor: 2 };

test("objectives that can be judged are taken", () => {
  const abort = { objectives: ["p99"], windowMs: 5000, holdMs: 0 };
  assert.doesNotThrow(() => checkObjectives([P99, { ...OK, window, burn: [pair] }, RATE], abort));
  assert.doesNotThrow(() => checkObjectives([{ ...P99, window: { ...window, stepMs: window.sizeMs } }], null));
  assert.doesNotThrow(() => checkObjectives([], null));
});

test("every figure out of its range is refused, with the objective's name", () => {
  const wrong: readonly (readonly [Objective, RegExp])[] = [
    [{ ...P99, quantile: 1 }, /^p99 has a quantile of 1/],
    [{ ...P99, quantile: Number.NaN }, /quantile of NaN/],
    [{ ...P99, maxMs: 0 }, /limit in milliseconds of 0/],
    [{ ...P99, maxMs: Number.POSITIVE_INFINITY }, /limit/],
    [{ ...P99, scope: { ...EVERYTHING, endpoint: "a", tag: "b" } }, /either/],
    [{ ...P99, window: { ...window, sizeMs: 1500 } }, /a window of 1500 ms, and whole seconds/],
    [{ ...P99, window: { ...window, stepMs: 0 } }, /a step of 0 ms/],
    [{ ...P99, window: { ...window, stepMs: 11_000 } }, /a step of 11000 ms and windows of 10000 ms/],
    [{ ...P99, window: { ...window, sizeMs: 87_000_000 } }, /up to a day/],
    [{ ...P99, window: { ...window, violationsMax: -1 } }, /-1 windows/],
    [{ ...OK, ratio: 0 }, /^ok has a share of 0/],
    [{ ...OK, within: { clock: "response", maxMs: -1 } }, /limit/],
    [{ ...OK, burn: [{ ...pair, shortMs: 20_000 }] }, /short burn window of 20000 ms and a long one of 10000 ms/],
    [{ ...OK, burn: [{ ...pair, longMs: 10_500 }] }, /burn window of 10500 ms/],
    [{ ...OK, burn: [{ ...pair, factor: 0 }] }, /burn factor/],
    [{ ...RATE, minPerS: -5 }, /^rate has a rate of -5/],
  ];
  for (const [objective, message] of wrong)
    assert.throws(() => checkObjectives([objective], null), { code: "HP-CONFIG-VALUE", message });
});

test("ids are there once, the abort names one of them, and their number has a bound", () => {
  const abort = { objectives: ["p98"], windowMs: 5000, holdMs: 0 };
  assert.throws(() => checkObjectives([P99, P99], null), { code: "HP-CONFIG-VALUE", message: /same id twice/ });
  assert.throws(() => checkObjectives([P99], abort), { code: "HP-CONFIG-REFERENCE", message: /did you mean "p99"/ });
  for (const harm of [{ windowMs: 1 }, { holdMs: -1 }, { holdMs: Number.NaN }]) {
    const harmed = { ...abort, objectives: ["p99"], ...harm };
    assert.throws(() => checkObjectives([P99], harmed), { code: "HP-CONFIG-VALUE", message: /^abort has/ });
  }
  const many = Array.from({ length: OBJECTIVES_MAX + 1 }, (_, at) => ({ ...P99, id: `p${at}` }));
  assert.throws(() => checkObjectives(many, null), { code: "HP-CONFIG-VALUE", message: /at most 100/ });
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { CANARY_DEFAULTS, isHoldpointError } from "@holdpoint/core";
import { askedCanary, everyOf } from "./asked-canary.ts";
import { LOAD_METRICS_DEFAULT } from "./load-metrics.ts";
import { source } from "./testing-canary.ts";

type Asked = Parameters<typeof askedCanary>[0];

const BARE: Asked = { outliers: "keep", missing: "inconclusive" };
const SERIES = source({ a: [1], b: [1] });
const LOAD = source({}, { kind: "load" });
const SCRAPES = source({ up: [1] }, { kind: "scrapes" });

const asked = (patch: Partial<Asked>, one = SERIES, other = one): ReturnType<typeof askedCanary> =>
  askedCanary({ ...BARE, ...patch }, one, other);

test("load runs are judged by their own metrics, in their own sense; series by all that either has", () => {
  assert.deepEqual(
    asked({}, LOAD).map(({ metric, better, unit, terms }) => [metric, better, unit, terms.toleranceBy]),
    [
      ["response.p50", "lower", "ms", 1],
      ["response.p99", "lower", "ms", 1],
      ["failed", "lower", "%", 0.1],
      ["succeeded", "higher", "/s", 0],
    ],
  );
  assert.equal(LOAD_METRICS_DEFAULT.length, 4);
  assert.deepEqual(
    asked({}, SERIES, source({ b: [1], c: [1] })).map(({ metric, better }) => [metric, better]),
    [
      ["a", null],
      ["b", null],
      ["c", null],
    ],
  );
  assert.deepEqual(
    asked({ metric: ["x", "x", "y"], direction: "higher" }).map(({ metric, better }) => [metric, better]),
    [
      ["x", "higher"],
      ["y", "higher"],
    ],
  );
});

test("tolerances are percent or in the unit, and one that is said stands alone", () => {
  const tolerance = (...texts: readonly string[]): readonly number[] => {
    const [first] = asked(texts.length === 0 ? {} : { tolerance: texts }, LOAD);
    return [first?.terms.tolerancePercent ?? -1, first?.terms.toleranceBy ?? -1];
  };
  assert.deepEqual(tolerance(), [5, 1]);
  assert.deepEqual(tolerance("12.5%"), [12.5, 0]);
  assert.deepEqual(tolerance("20"), [0, 20]);
  assert.deepEqual(tolerance("3%", "20"), [3, 20]);
  assert.deepEqual(tolerance("0%"), [0, 0]);
});

test("the rest of the terms is as asked, else as core has it", () => {
  const [plain] = asked({});
  assert.deepEqual(plain?.terms, { ...CANARY_DEFAULTS, tolerancePercent: 5 });
  const [other] = asked({ outliers: "drop", missing: "fail", minEffect: "0.33" });
  assert.deepEqual([other?.terms.outliers, other?.terms.missing, other?.terms.effectMin], ["drop", "fail", 0.33]);
});

test("what cannot be meant is refused with its flag", () => {
  for (const [patch, message] of [
    [{ tolerance: ["much"] }, /--tolerance much/],
    [{ tolerance: ["-1%"] }, /--tolerance -1%/],
    [{ tolerance: ["1%", "2%"] }, /--tolerance 2% is said twice/],
    [{ minEffect: "1" }, /--min-effect 1 /],
    [{ minEffect: "50%" }, /--min-effect/],
    [{ metric: Array.from({ length: 201 }, (_, at) => `m${at}`) }, /201 metrics/],
  ] as const)
    assert.throws(
      () => asked(patch),
      (thrown: Error) => isHoldpointError(thrown) && message.test(thrown.message),
    );
  assert.throws(() => asked({}, SCRAPES), /--metric says what is judged; there is up/);
  assert.equal(asked({ metric: ["up"] }, SCRAPES).length, 1);
});

test("a distance is a time", () => {
  assert.deepEqual([everyOf(undefined), everyOf("15s")], [null, 15_000]);
  assert.throws(() => everyOf("often"), /--every often is no time/);
});

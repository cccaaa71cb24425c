import assert from "node:assert/strict";
import { test } from "node:test";
import { CANARY_DEFAULTS } from "@holdpoint/core";
import { beyond } from "./beyond.ts";
import { canaryOutcome } from "./canary-outcome.ts";
import type { JudgedMetric, MetricTerms } from "./judge-metric.ts";
import { judgeMetric } from "./judge-metric.ts";
import type { CanarySource } from "./source.ts";
import { noisy, source } from "./testing-canary.ts";

type Values = readonly (number | null)[];

const ASKED: MetricTerms = {
  metric: "m",
  unit: "ms",
  better: "lower",
  terms: { ...CANARY_DEFAULTS, tolerancePercent: 5 },
};

function judged(
  candidate: Values,
  patch: Partial<MetricTerms> = {},
  terms: Partial<MetricTerms["terms"]> = {},
  baseline: Values = noisy(100, 60, 1),
): JudgedMetric {
  const asked = { ...ASKED, ...patch, terms: { ...ASKED.terms, ...terms } };
  return judgeMetric(source({ m: baseline }), source({ m: candidate }), asked);
}

test("better, the same and worse, by what is better", () => {
  const [up, same, down] = [noisy(130, 60, 2), noisy(100, 60, 3), noisy(70, 60, 4)];
  const outcomes = (better: MetricTerms["better"]): string[] =>
    [up, same, down].map((values) => judged(values, { better }).outcome);
  assert.deepEqual(outcomes("lower"), ["worse", "same", "better"]);
  assert.deepEqual(outcomes("higher"), ["better", "same", "worse"]);
  assert.deepEqual(outcomes(null), ["worse", "same", "worse"], "where nobody says what is better, any shift is worse");
});

test("what may be is the same, and an effect that is negligible is no pass either", () => {
  assert.equal(judged(noisy(103, 60, 2)).outcome, "same");
  assert.equal(judged(noisy(103, 60, 2), {}, { tolerancePercent: 1 }).outcome, "worse");
  assert.equal(judged(noisy(120, 60, 2), {}, { toleranceBy: 30 }).outcome, "same");
  const vague = noisy(103, 60, 2, 0.5);
  assert.equal(judged(vague, {}, { tolerancePercent: 1 }, noisy(100, 60, 1, 0.5)).outcome, "inconclusive");
});

test("a freeze of one second in ten moves no median and is worse all the same", () => {
  const frozen = noisy(100, 60, 3).map((value, at) => (at % 10 === 0 ? 900 : value));
  const result = judged(frozen);
  assert.equal(result.outcome, "worse");
  assert.match(result.reason, /^6 of 60 values lie beyond all of the baseline's; shifted by /);
  assert.equal(result.beyond?.count, 6);
  assert.equal(judged(frozen, {}, { outliers: "drop" }).outcome, "same", "unless they are to go, which is then told");
  assert.equal(judged(frozen, {}, { outliers: "drop" }).outliers, 6);
  const fell = noisy(100, 60, 3).map((value, at) => (at % 10 === 0 ? 1 : value));
  assert.equal(judged(fell).outcome, "same", "beyond for the better is no harm");
  const often = noisy(100, 60, 3).map((value, at) => (at % 8 === 0 ? 1 : value));
  assert.equal(judged(often, { better: null }).outcome, "worse", "either side is twice as likely, so it takes more");
  assert.equal(judged(fell, { better: "higher" }).outcome, "worse");
});

test("the chance is that of an exact count", () => {
  const result = beyond(
    Array<number>(60).fill(10),
    [...Array<number>(54).fill(10), ...Array<number>(6).fill(900)],
    "rise",
    1,
  );
  let p = 1;
  for (let at = 0; at < 6; at += 1) p *= (60 - at) / (120 - at);
  assert.deepEqual(result, { count: 6, of: 60, p });
  assert.deepEqual(beyond([1, 2], [2, 3], "rise", 1), { count: 0, of: 2, p: 1 });
  assert.equal(beyond([1, 2], [0.5, -9], "fall", 1).count, 1);
  assert.equal(beyond([1], [2], "rise", 0).p, 0.5);
});

test("equal series are called worse seldom, whatever the seed", () => {
  const wrong = Array.from({ length: 300 }, (_, seed) => {
    const [one, other] = [noisy(100, 40, seed * 2 + 1, 0.5), noisy(100, 40, seed * 2 + 2, 0.5)];
    return judged(one, {}, { tolerancePercent: 0, effectMin: 0 }, other).outcome;
  }).filter((outcome) => outcome === "worse").length;
  assert.ok(wrong <= 27, `${wrong} of 300`);
});

const SOUND = noisy(100, 60, 2);
const PASSES: readonly (readonly [what: string, candidate: CanarySource])[] = [
  ["nothing at all", source({})],
  ["an empty series", source({ m: [] })],
  ["only gaps", source({ m: SOUND.map(() => null) })],
  ["one value", source({ m: [100] })],
  ["a series that ends halfway", source({ m: SOUND.slice(0, 30) })],
  ["gaps of a tenth", source({ m: SOUND.map((value, at) => (at % 10 === 0 ? null : value)) })],
  ["values that are no numbers", source({ m: SOUND.map(() => Number.NaN) })],
  ["infinities", source({ m: SOUND.map((value, at) => (at < 9 ? Number.NEGATIVE_INFINITY : value)) })],
  ["another metric", source({ n: SOUND })],
  ["an invalid run", source({ m: SOUND }, { reasons: ["the run is invalid: it was late"] })],
  ["another distance", source({}, { series: () => ({ values: SOUND, stepMs: 60_000 }) })],
];

for (const [what, candidate] of PASSES) {
  test(`${what} is inconclusive on either side, whichever way is better`, () => {
    for (const better of ["lower", "higher", null] as const) {
      for (const missing of ["inconclusive", "fail"] as const) {
        const asked = { ...ASKED, better, terms: { ...ASKED.terms, missing } };
        for (const [one, other] of [
          [source({ m: SOUND }), candidate],
          [candidate, source({ m: SOUND })],
          [candidate, candidate],
        ] as const) {
          // A distance is another one only beside one that differs.
          if (what === "another distance" && one === other) continue;
          if (what === "a series that ends halfway" && one === other) continue;
          const { outcome } = judgeMetric(one, other, asked);
          assert.ok(outcome === "inconclusive" || (missing === "fail" && outcome === "worse"), outcome);
        }
      }
    }
  });
}

test("a name that is not there is told with those that are", () => {
  const { reason } = judgeMetric(source({ m: SOUND }), source({ latency: SOUND }), { ...ASKED, metric: "latencie" });
  assert.equal(reason, "the baseline has no latencie, it has m");
  const other = judgeMetric(source({ latencie: SOUND }), source({ latency: SOUND }), { ...ASKED, metric: "latencie" });
  assert.equal(other.reason, 'the candidate has no latencie, it has latency; did you mean "latency"?');
});

test("the worst of the metrics is the whole, and none is no pass", () => {
  assert.equal(canaryOutcome(["same", "worse", "inconclusive"]), "worse");
  assert.equal(canaryOutcome(["better", "inconclusive"]), "inconclusive");
  assert.equal(canaryOutcome(["same", "better"]), "better");
  assert.equal(canaryOutcome(["same"]), "same");
  assert.equal(canaryOutcome([]), "inconclusive");
});

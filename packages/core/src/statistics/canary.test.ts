import assert from "node:assert/strict";
import { test } from "node:test";
import { seededRandom, standardNormal } from "@holdpoint/testkit";
import type { CanaryTerms } from "./canary.ts";
import { CANARY_DEFAULTS, judgeCanary } from "./canary.ts";

const RISE: CanaryTerms = { ...CANARY_DEFAULTS, worse: "rise" };

const series = (level: number, seed: number, noise = 2, count = 30): number[] => {
  const chance = seededRandom(seed);
  return Array.from({ length: count }, () => level + noise * standardNormal(chance));
};

const judged = (
  canary: readonly (number | null)[],
  terms: Partial<CanaryTerms> = {},
  baseline: readonly (number | null)[] = series(100, 1),
): ReturnType<typeof judgeCanary> => judgeCanary({ baseline, canary }, { ...RISE, ...terms });

test("the way that is worse fails, the other passes", () => {
  const [risen, fallen] = [series(120, 2), series(80, 2)];
  assert.equal(judged(risen).outcome, "fail");
  assert.equal(judged(fallen).outcome, "pass");
  assert.equal(judged(risen, { worse: "fall" }).outcome, "pass");
  assert.equal(judged(fallen, { worse: "fall" }).outcome, "fail");
  for (const canary of [risen, fallen]) assert.equal(judged(canary, { worse: "either" }).outcome, "fail");
});

test("within the tolerance it passes, in percent or in its unit", () => {
  assert.equal(judged(series(100, 2)).outcome, "pass");
  assert.equal(judged(series(105, 2)).outcome, "pass");
  assert.equal(judged(series(105, 2), { tolerancePercent: 2 }).outcome, "fail");
  assert.equal(judged(series(120, 2), { toleranceBy: 30 }).outcome, "pass");
});

test("what cannot be told is inconclusive", () => {
  const result = judged(series(104, 5, 40));
  assert.equal(result.outcome, "inconclusive");
  assert.match(result.reason, /not to be told yet$/u);
  // Clearly beyond the tolerance, but of an effect that is said not to matter: no pass either.
  assert.equal(judged(series(111, 2, 9), { effectMin: 0.99 }).outcome, "inconclusive");
});

test("missing data never passes, whatever the strategy", () => {
  const gappy = series(100, 2).map((value, index) => (index < 3 ? null : value));
  for (const canary of [gappy, [], gappy.map(() => null), gappy.map((value) => value ?? Number.NaN)]) {
    assert.equal(judged(canary).outcome, "inconclusive");
    assert.equal(judged(canary, { missing: "fail" }).outcome, "fail");
    assert.equal(judged(series(100, 2), { missing: "fail" }, canary).outcome, "fail");
  }
  const { outcome, missing } = judged(gappy, { missingShareMax: 0.1 });
  assert.deepEqual([outcome, missing], ["pass", 3]);
});

test("too few values are inconclusive, and so are more than can be judged", () => {
  assert.equal(judged(series(100, 2).slice(0, 9)).outcome, "inconclusive");
  assert.equal(judged(series(100, 2, 1, 5001)).outcome, "inconclusive");
});

test("outliers are kept unless they are to go, and then counted", () => {
  const spiked = series(100, 2).map((value, index) => (index % 10 === 0 ? value * 50 : value));
  assert.equal(judged(spiked).outliers, 0);
  assert.equal(judged(spiked, { outliers: "drop" }).outliers, 3);
  const few = judged(spiked, { outliers: "drop", samplesMin: 30 });
  assert.deepEqual([few.outcome, few.outliers], ["inconclusive", 3]);
});

test("equal series fail seldom, whatever the seed", () => {
  const wrong = Array.from({ length: 300 }, (_, seed) =>
    judged(series(100, seed + 5000, 20), { tolerancePercent: 0, effectMin: 0, worse: "either" }, series(100, seed, 20)),
  ).filter(({ outcome }) => outcome === "fail").length;
  assert.ok(wrong <= 27, `${wrong} of 300`);
});

test("terms that nothing can be judged by are refused", () => {
  for (const wrong of [{ samplesMin: 4 }, { confidence: 0 }, { missingShareMax: 1 }, { tolerancePercent: -1 }])
    assert.throws(() => judged(series(100, 2), wrong), RangeError);
});

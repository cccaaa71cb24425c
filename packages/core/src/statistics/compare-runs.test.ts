import assert from "node:assert/strict";
import { test } from "node:test";
import { seededRandom, standardNormal } from "@holdpoint/testkit";
import type { CompareTerms, RunPair } from "./compare-runs.ts";
import { COMPARE_DEFAULTS, compareRuns } from "./compare-runs.ts";

const MS: CompareTerms = { ...COMPARE_DEFAULTS, better: "lower", relevantPercent: 5, relevantBy: 2 };

/** Pairs of about 100 ms with a drift that both of a block share, and so much noise of their own. */
function pairsOf(count: number, by: number, noise: number, seed = 1): RunPair[] {
  const chance = seededRandom(seed);
  return Array.from({ length: count }, (_, block) => {
    const level = 100 + block * 3;
    const [own, other] = [noise * standardNormal(chance), noise * standardNormal(chance)];
    return { baseline: level + own, candidate: level + by + other };
  });
}

const outcome = (pairs: readonly RunPair[], terms = MS): string => compareRuns(pairs, terms).outcome;

test("a difference that matters is seen through a drift that both share", () => {
  assert.equal(outcome(pairsOf(10, 15, 2)), "worse");
  assert.equal(outcome(pairsOf(10, -15, 2)), "better");
  assert.equal(outcome(pairsOf(10, 15, 2), { ...MS, better: "higher" }), "better");
  assert.equal(outcome(pairsOf(10, -15, 2), { ...MS, better: "higher" }), "worse");
});

test("significant alone never decides: both the percent and the milliseconds have to be passed", () => {
  const { outcome: found, shift } = compareRuns(pairsOf(30, 3, 0.2), MS);
  assert.ok(shift !== null && shift.interval[0] > 2);
  assert.equal(found, "same");
  // 8 ms of about 114 are more than 5 %, and less than 20 ms; and 8 ms are more than 2 ms, and less than 20 %.
  assert.equal(outcome(pairsOf(10, 8, 0.2)), "worse");
  assert.equal(outcome(pairsOf(10, 8, 0.2), { ...MS, relevantBy: 20 }), "same");
  assert.equal(outcome(pairsOf(10, 8, 0.2), { ...MS, relevantPercent: 20 }), "same");
});

test("noise is inconclusive, not the same", () => {
  const result = compareRuns(pairsOf(6, 0, 40), MS);
  assert.equal(result.outcome, "inconclusive");
  assert.match(result.reason, /more pairs are needed to tell$/u);
});

test("too few pairs, a missing value, NaN: inconclusive, whatever the others say", () => {
  assert.equal(compareRuns(pairsOf(4, 50, 0), MS).reason, "4 pairs, 5 are needed");
  assert.equal(outcome(pairsOf(5, 50, 1)), "worse");
  assert.equal(outcome([]), "inconclusive");
  for (const candidate of [null, Number.NaN, Infinity]) {
    const result = compareRuns([...pairsOf(9, 0, 0.1), { baseline: 100, candidate }], MS);
    assert.deepEqual([result.outcome, result.reason], ["inconclusive", "1 of 10 pairs miss a value"]);
    assert.equal(result.shift, null);
  }
  const many = Array.from({ length: 5001 }, () => ({ baseline: 1, candidate: 1 }));
  assert.equal(outcome(many), "inconclusive");
});

test("equal runs are called worse seldom, whatever the seed", () => {
  const seen = Array.from({ length: 300 }, (_, seed) => outcome(pairsOf(10, 0, 8, seed)));
  const wrong = seen.filter((one) => one === "worse" || one === "better").length;
  assert.ok(wrong <= 22, `${wrong} of 300`);
});

test("it says what it saw", () => {
  const result = compareRuns(
    [10, 11, 10, 12, 11].map((ms) => ({ baseline: ms, candidate: ms + 5 })),
    MS,
  );
  assert.equal(result.reason, "+5 (+5 to +5), 2 matters");
  assert.deepEqual([result.pairs, result.baseline, result.relevant], [5, 11, 2]);
  assert.equal(result.effect?.magnitude, "large");
});

test("terms that nothing can be judged by are refused", () => {
  for (const wrong of [{ pairsMin: 4 }, { confidence: 1 }, { relevantBy: -1 }, { relevantPercent: Number.NaN }])
    assert.throws(() => compareRuns(pairsOf(9, 0, 1), { ...MS, ...wrong }), RangeError);
});

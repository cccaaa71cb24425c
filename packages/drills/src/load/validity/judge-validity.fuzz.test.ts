import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { ValidityFacts } from "./judge-validity.ts";
import { BLOCKED_MS_MAX, CLOCK_STEP_MS_MAX, judgeValidity } from "./judge-validity.ts";

const COUNT = fc.integer({ min: 0, max: 10_000 });

/** Facts of runs of every kind, most of them bad ones. */
const FACTS: fc.Arbitrary<ValidityFacts> = fc.record({
  limits: fc.record({ lagP99Ms: fc.constantFrom(1, 100), achievedRatio: fc.constantFrom(0.9, 0.99, 1) }),
  due: COUNT,
  sent: COUNT,
  arrivalsDue: COUNT,
  arrivalsStarted: COUNT,
  completed: COUNT,
  failed: COUNT,
  strayAnswers: fc.integer({ min: 0, max: 20 }),
  overflowed: fc.integer({ min: 0, max: 1 }),
  unsent: COUNT,
  lagP99Ms: fc.option(fc.double({ min: 0, max: 200, noNaN: true })),
  connectFailures: fc.constantFrom<ValidityFacts["connectFailures"]>([], [["refused", 2]]),
  blockedMsMax: fc.double({ min: 0, max: 2000, noNaN: true }),
  clockStepMs: fc.double({ min: -2000, max: 2000, noNaN: true }),
  workersLost: fc.constantFrom<readonly string[]>([], ["worker 0: gone"]),
  interrupted: fc.option(fc.constant("SIGINT")),
  abortedBy: fc.option(fc.constant("p99")),
});

/** What nobody may call valid, said once more in other words. */
function isDoubtful(facts: ValidityFacts): boolean {
  const { completed, failed, limits, due, sent, unsent, abortedBy } = facts;
  const excused = abortedBy === null ? 0 : unsent;
  return (
    completed === 0 ||
    facts.overflowed > 0 ||
    facts.workersLost.length > 0 ||
    facts.interrupted !== null ||
    facts.blockedMsMax > BLOCKED_MS_MAX ||
    Math.abs(facts.clockStepMs) > CLOCK_STEP_MS_MAX ||
    (facts.lagP99Ms ?? 0) > limits.lagP99Ms ||
    sent < (due - excused) * limits.achievedRatio - 1e-6 ||
    facts.arrivalsStarted < (facts.arrivalsDue - excused) * limits.achievedRatio - 1e-6 ||
    facts.strayAnswers > (completed + failed) * (1 - limits.achievedRatio) + 1e-6
  );
}

test("whatever is doubtful has a reason; each reason once, with a text", () => {
  let sound = 0;
  fc.assert(
    fc.property(FACTS, (facts) => {
      const reasons = judgeValidity(facts);
      if (isDoubtful(facts)) assert.ok(reasons.length > 0, JSON.stringify(facts));
      assert.equal(new Set(reasons.map(({ code }) => code)).size, reasons.length);
      for (const { text } of reasons) assert.ok(text.length > 10 && !/NaN|undefined|null/.test(text), text);
      if (reasons.length === 0) sound += 1;
    }),
    { numRuns: 3000 },
  );
  assert.ok(sound < 3000);
});

test("a figure that is none makes no run valid", () => {
  const numbers = ["due", "sent", "arrivalsDue", "arrivalsStarted", "completed", "failed", "strayAnswers"] as const;
  const sound: ValidityFacts = {
    limits: { lagP99Ms: 100, achievedRatio: 0.99 },
    due: 10,
    sent: 10,
    arrivalsDue: 10,
    arrivalsStarted: 10,
    completed: 10,
    failed: 0,
    strayAnswers: 0,
    overflowed: 0,
    unsent: 0,
    lagP99Ms: 1,
    connectFailures: [],
    blockedMsMax: 1,
    clockStepMs: 0,
    workersLost: [],
    interrupted: null,
    abortedBy: null,
  };
  assert.deepEqual(judgeValidity(sound), []);
  for (const key of [...numbers, "overflowed", "lagP99Ms", "blockedMsMax", "clockStepMs"]) {
    assert.notDeepEqual(judgeValidity({ ...sound, [key]: Number.NaN }), [], key);
  }
});

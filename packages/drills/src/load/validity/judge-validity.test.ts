import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ValidityFacts } from "./judge-validity.ts";
import { BLOCKED_MS_MAX, CLOCK_STEP_MS_MAX, judgeValidity } from "./judge-validity.ts";

const SOUND: ValidityFacts = {
  limits: { lagP99Ms: 30, achievedRatio: 0.99 },
  due: 1000,
  sent: 1000,
  arrivalsDue: 1000,
  arrivalsStarted: 1000,
  completed: 990,
  failed: 10,
  strayAnswers: 0,
  overflowed: 0,
  unsent: 0,
  lagP99Ms: 2,
  connectFailures: [],
  blockedMsMax: 20,
  clockStepMs: 3,
  workersLost: [],
  interrupted: null,
  abortedBy: null,
};
const codes = (over: Partial<ValidityFacts>): readonly string[] =>
  judgeValidity({ ...SOUND, ...over }).map(({ code }) => code);

describe("validity", () => {
  test("a sound run has no reason to doubt it", () => {
    assert.deepEqual(judgeValidity(SOUND), []);
    assert.deepEqual(codes({ connectFailures: [["reset", 3]] }), [], "some connections failed, the run did not");
    assert.deepEqual(codes({ lagP99Ms: null }), [], "a closed model has no lag");
  });

  test("each reason alone", () => {
    assert.deepEqual(codes({ interrupted: "SIGINT" }), ["aborted"]);
    assert.deepEqual(codes({ overflowed: 1 }), ["queue-full"]);
    assert.deepEqual(codes({ sent: 989 }), ["rate-missed"]);
    assert.deepEqual(codes({ lagP99Ms: 30.1 }), ["lag"]);
    assert.deepEqual(codes({ blockedMsMax: BLOCKED_MS_MAX + 1 }), ["generator-blocked"]);
    assert.deepEqual(codes({ workersLost: ["worker 1 ended with 1"] }), ["worker-lost"]);
    assert.deepEqual(codes({ completed: 0, failed: 1000 }), ["all-failed"]);
    assert.deepEqual(codes({ completed: 0, failed: 0 }), ["no-samples"]);
    for (const clockStepMs of [CLOCK_STEP_MS_MAX + 1, -CLOCK_STEP_MS_MAX - 1]) {
      assert.deepEqual(codes({ clockStepMs }), ["clock-step"]);
    }
  });

  test("limits are allowed, one beyond them is not", () => {
    assert.deepEqual(codes({ sent: 990 }), []);
    assert.deepEqual(codes({ lagP99Ms: 30 }), []);
    assert.deepEqual(codes({ blockedMsMax: BLOCKED_MS_MAX, clockStepMs: CLOCK_STEP_MS_MAX }), []);
  });

  test("a target that is down: nothing sent, or sent to nobody", () => {
    const refused = { connectFailures: [["refused", 4]] } as const;
    assert.deepEqual(codes({ ...refused, due: 0, sent: 0, completed: 0, failed: 0 }), ["target-down", "no-samples"]);
    assert.deepEqual(codes({ ...refused, completed: 0, failed: 1000 }), ["target-down", "all-failed"]);
    const [reason] = judgeValidity({ ...SOUND, ...refused, sent: 0, completed: 0, failed: 0 });
    assert.equal(reason?.text, "no connection could be opened (refused 4)");
  });

  test("a run of nothing at all is not valid", () => {
    assert.deepEqual(codes({ due: 0, sent: 0, completed: 0, failed: 0, lagP99Ms: null }), ["no-samples"]);
  });

  test("what waited when an objective ended the run was not missed by the generator", () => {
    assert.deepEqual(codes({ abortedBy: "p99", sent: 900, unsent: 100 }), []);
    assert.deepEqual(codes({ abortedBy: null, sent: 900, unsent: 100 }), ["rate-missed"]);
    assert.deepEqual(codes({ abortedBy: "p99", sent: 800, unsent: 100 }), ["rate-missed"]);
  });

  test("later steps do not water down arrivals that never went out", () => {
    // 100 arrivals of ten steps each, five of which were dropped: 0.5 % of requests, 5 % of arrivals.
    const facts = { due: 955, sent: 950, arrivalsDue: 100, arrivalsStarted: 95, completed: 950, failed: 0 };
    assert.deepEqual(codes(facts), ["rate-missed"]);
    assert.match(judgeValidity({ ...SOUND, ...facts })[0]?.text ?? "", /^95 of 100 arrivals that were due/);
    assert.deepEqual(codes({ ...facts, arrivalsStarted: 99 }), []);
    assert.deepEqual(codes({ ...facts, abortedBy: "p99", unsent: 5 }), [], "they waited when it was ended");
  });

  test("answers that nobody asked for: few do no harm, more and nobody knows whose is whose", () => {
    assert.deepEqual(codes({ strayAnswers: 10 }), []);
    assert.deepEqual(codes({ strayAnswers: 11 }), ["stray-answers"]);
    assert.deepEqual(codes({ strayAnswers: 11, limits: { ...SOUND.limits, achievedRatio: 0.9 } }), []);
    const none = { due: 0, sent: 0, arrivalsDue: 0, arrivalsStarted: 0, completed: 0, failed: 0 };
    assert.deepEqual(codes({ ...none, strayAnswers: 3 }), ["no-samples"]);
  });

  test("texts say the figures", () => {
    const [missed] = judgeValidity({ ...SOUND, sent: 989 });
    assert.equal(missed?.text, "989 of 1000 that were due went out, 98.9 %, at least 99 % are wanted");
  });
});

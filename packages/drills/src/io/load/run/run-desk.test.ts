import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { LoadPlan, SteadyState } from "@holdpoint/core";
import { parseObjective } from "@holdpoint/core";
import type { LoadBody, LoadSecond } from "@holdpoint/core";
import { loadSecond as second, loadSlice as slice, runSecond as workerSecond } from "@holdpoint/testkit";
import { plan } from "../../../load/flow/testing-plan.ts";
import { phase } from "../../../load/schedule/testing-phases.ts";
import type { Crew } from "./crew.ts";
import type { WorkerEnd } from "./messages.ts";
import { RunDesk } from "./run-desk.ts";

const PHASES = [phase({ kind: "constant", ratePerS: 200 }, 4000, "steady")];
const TESTBED = { text: "a machine", sha256: "0".repeat(64) };

/** A desk on a clock that the test moves. */
function scene(over: Partial<LoadPlan> = {}): {
  readonly desk: RunDesk;
  readonly clock: { wallMs: number; us: number };
  run(seconds: number, responses: readonly number[]): void;
  finish(crew?: Partial<Crew>): { readonly body: LoadBody; readonly steady: SteadyState; readonly closing: string };
} {
  const clock = { wallMs: 1_700_000_000_000, us: 5e9 };
  const load = plan({ phases: PHASES, ...over });
  const desk = new RunDesk(load, {
    id: "load",
    version: "1",
    nowMs: () => clock.wallMs,
    clockUs: () => clock.us,
    testbed: TESTBED,
  });
  let at = 0;
  const pass = (ms: number): void => {
    clock.wallMs += ms;
    clock.us += ms * 1000;
  };
  return {
    desk,
    clock,
    run: (seconds, responses) => {
      for (let count = 0; count < seconds; count += 1, at += 1) {
        pass(1000);
        desk.take(workerSecond(at, seriesOf(at, responses)));
      }
    },
    finish: (crew = {}) => {
      const whole = { ends: [end()], connectFailures: [], lost: [], ...crew };
      return desk.finish(whole as unknown as Crew);
    },
  };
}

function seriesOf(at: number, responses: readonly number[]): readonly LoadSecond[] {
  return [
    second(at, responses, { lag: slice(...responses.map(() => 100)) }),
    second(at, responses, { series: { of: "phase", name: "steady" } }),
    second(at, responses, { series: { of: "endpoint", name: "home" } }),
  ];
}

function end(over: Partial<WorkerEnd> = {}): WorkerEnd {
  const counts = { due: 0, dropped: 0, overflowed: 0, waited: 3, queueMaxSeen: 2, opened: 0, unsent: 0, unfinished: 0 };
  return {
    engine: { aborted: false, ...counts, endedUs: 0 },
    connectFailures: [],
    blockedMsMax: 5,
    strayAnswers: 0,
    repeated: 0,
    ...over,
  };
}

const quick = Array.from({ length: 200 }, () => 2000);
const codes = ({ reasons }: LoadBody): readonly string[] => reasons.map(({ code }) => code);

describe("the desk of a run", () => {
  test("sums, judges and closes: a sound run is valid and its objective passes", () => {
    const { desk, clock, run, finish } = scene({ objectives: [parseObjective("p90 < 100ms")] });
    desk.begin(clock.us);
    run(4, quick);
    const { body, steady, closing } = finish();
    assert.deepEqual([codes(body), body.slo[0]?.outcome], [[], "pass"]);
    assert.deepEqual(
      [body.completed, body.achieved, body.durationMs, body.queue],
      [800, 200, 4000, { max: 2, waited: 3 }],
    );
    assert.deepEqual([body.terms.testbed, body.windows.length, body.series.length], ["a machine", 4, 3]);
    assert.deepEqual([steady.validity, steady.windows.length, steady.budgets[0]?.outcome], ["valid", 0, "pass"]);
    assert.match(closing, /^\{"end":true,"seconds":4,"totals":\{"due":800/);
  });

  test("a run that somebody ended says so, and has lasted until then", () => {
    const { desk, clock, run, finish } = scene({ objectives: [parseObjective("p90 < 100ms")] });
    desk.begin(clock.us);
    run(2, quick);
    desk.interrupted("SIGINT");
    desk.interrupted("SIGTERM");
    const { body } = finish();
    assert.deepEqual([codes(body), body.durationMs, body.slo[0]?.outcome], [["aborted"], 2000, "invalid"]);
    assert.match(body.reasons[0]?.text ?? "", /SIGINT/, "the first reason is the reason");
  });

  test("one that an objective ended is valid, and that objective failed", () => {
    const slow = { ...parseObjective("p90 < 1ms"), id: "slow" };
    const abort = { objectives: ["slow"], windowMs: 2000, holdMs: 1000 };
    const { desk, clock, run, finish } = scene({ objectives: [slow], abort });
    desk.begin(clock.us);
    run(3, quick);
    assert.equal(desk.abortedBy, "slow");
    const { body } = finish();
    assert.deepEqual([codes(body), body.slo[0]?.outcome], [[], "fail"]);
    assert.ok(body.durationMs < 4000);
  });

  test("a clock that was set, forward or back and back again, is seen; one that drifts is not", () => {
    for (const [stepMs, wanted] of [
      [5000, ["clock-step"]],
      [-5000, ["clock-step"]],
      [40, []],
    ] as const) {
      const { desk, clock, run, finish } = scene();
      desk.begin(clock.us);
      run(1, quick);
      clock.wallMs += stepMs;
      run(1, quick);
      clock.wallMs -= stepMs;
      run(2, quick);
      assert.deepEqual(codes(finish().body), wanted, `${stepMs}`);
    }
  });

  test("what workers tell at the end counts: one lost, one that stood still, a queue that was full", () => {
    const { desk, clock, run, finish } = scene();
    desk.begin(clock.us);
    run(4, quick);
    const { engine } = end();
    const full = end({ blockedMsMax: 3000, engine: engine === null ? null : { ...engine, overflowed: 2 } });
    const { body } = finish({ ends: [end(), full], lost: ["worker 2: its thread ended with 1"] });
    assert.deepEqual(codes(body), ["worker-lost", "queue-full", "generator-blocked"]);
    assert.deepEqual(body.queue, { max: 4, waited: 6 });
  });

  test("arrivals are held against those that fell due, whatever later steps made of the requests", () => {
    const { engine } = end();
    for (const [arrivals, wanted] of [
      [800, []],
      [900, ["rate-missed"]],
    ] as const) {
      const { desk, clock, run, finish } = scene();
      desk.begin(clock.us);
      run(4, quick);
      const told = end({ engine: engine === null ? null : { ...engine, due: arrivals } });
      assert.deepEqual(codes(finish({ ends: [told] }).body), wanted);
    }
  });

  test("answers that came unasked are added up over the workers", () => {
    const { desk, clock, run, finish } = scene();
    desk.begin(clock.us);
    run(4, quick);
    const { body } = finish({ ends: [end({ strayAnswers: 5 }), end({ strayAnswers: 4 })] });
    assert.deepEqual(codes(body), ["stray-answers"]);
    assert.match(body.reasons[0]?.text ?? "", /^9 answers came unasked beside 800/);
  });

  test("a run that was cut short for a lost worker has lasted until then", () => {
    const { desk, clock, run, finish } = scene();
    desk.begin(clock.us);
    run(2, quick);
    desk.cut();
    run(1, []);
    const { body } = finish({ lost: ["worker 1: planted"] });
    assert.deepEqual([codes(body), body.durationMs], [["worker-lost"], 2000]);
  });

  test("a run whose clock never began has nothing to say", () => {
    const { finish } = scene({ objectives: [parseObjective("p90 < 100ms")] });
    const { body, closing } = finish({ ends: [], connectFailures: [["refused", 2]] });
    assert.deepEqual(codes(body), ["target-down", "no-samples"]);
    assert.deepEqual([body.durationMs, body.achieved, body.slo[0]?.outcome], [0, null, "invalid"]);
    assert.match(closing, /"seconds":0/);
  });

  test("who watches sees the second that has just passed, and when the drain has begun", () => {
    const { desk, clock, run } = scene({ objectives: [parseObjective("p90 < 100ms")] });
    desk.begin(clock.us);
    assert.deepEqual([desk.live().second, desk.live().response], [0, null]);
    run(1, quick);
    const live = desk.live();
    assert.deepEqual(
      [live.second, live.plannedS, live.phase, live.completed, live.response?.p50],
      [0, 4, "steady", 200, 2],
    );
    assert.equal(live.slo.length, 1);
    run(4, quick);
    assert.deepEqual([desk.live().second, desk.live().phase], [4, null]);
  });
});

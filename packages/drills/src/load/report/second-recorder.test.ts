import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { LoadPlan, LoadSecond, RunSecond } from "@holdpoint/core";
import { LogHistogram } from "@holdpoint/core";
import { compileFlows } from "../flow/compile-flows.ts";
import { answer } from "../flow/testing-answer.ts";
import { plan, request } from "../flow/testing-plan.ts";
import { phase } from "../schedule/testing-phases.ts";
import { firstStep } from "./load-step.ts";
import type { LoadStep } from "./load-step.ts";
import { SecondRecorder } from "./second-recorder.ts";

const START_US = 5_000_000;
const S = 1_000_000;

/** A recorder of one worker with what it sealed, and steps of arrivals that are due at an offset. */
function scene(load: LoadPlan): {
  readonly recorder: SecondRecorder;
  readonly sealed: RunSecond[];
  arrive(offsetUs: number, index?: number): LoadStep;
} {
  const flows = compileFlows(load);
  const sealed: RunSecond[] = [];
  const recorder = new SecondRecorder({
    phases: load.phases,
    flows,
    indexOf: (own) => own,
    startUs: START_US,
    seal: (second) => void sealed.push(second),
  });
  const arrive = (offsetUs: number, index = 0): LoadStep => {
    recorder.due(START_US + offsetUs, 100);
    const ground = { recorder, flow: flows.flowOf(index), values: flows.valuesOf(index), dueUs: START_US + offsetUs };
    return firstStep(ground);
  };
  return { recorder, sealed, arrive };
}

const counts = ({ due, sent, completed, failed, dropped }: LoadSecond): readonly number[] => [
  due,
  sent,
  completed,
  failed,
  dropped,
];
const times = (second: LoadSecond | undefined, clock: "response" | "service"): readonly number[] => {
  const histogram = LogHistogram.ofSlice(second?.[clock] ?? null);
  return [histogram.count, histogram.minUs, histogram.maxUs];
};

describe("seconds", () => {
  test("response time runs from the intended send, service time from the actual one", () => {
    const { recorder, sealed, arrive } = scene(plan());
    const step = arrive(1000);
    step.sent(START_US + 401_000);
    step.answered(START_US + 411_000, answer(200));
    recorder.finish(START_US + S, true);
    const [run] = sealed[0]?.series ?? [];
    assert.deepEqual(times(run, "response"), [1, 410_000, 410_000]);
    assert.deepEqual(times(run, "service"), [1, 10_000, 10_000]);
    assert.equal(run?.lag?.maxUs, 100);
  });

  test("every second is sealed, without a gap, also those in which nothing happened", () => {
    const { recorder, sealed, arrive } = scene(plan({ phases: [phase({ kind: "constant", ratePerS: 1 }, 5000)] }));
    arrive(0).sent(START_US + 10);
    recorder.advance(START_US + 3 * S);
    assert.deepEqual(
      sealed.map(({ second }) => second),
      [0, 1, 2],
    );
    assert.deepEqual(
      sealed.map(({ series }) => series[0]?.due),
      [1, 0, 0],
    );
    recorder.finish(START_US + 3.5 * S, true);
    assert.equal(sealed.length, 4, "a planned second is sealed");
    recorder.finish(START_US + 9 * S, false);
    assert.equal(sealed.length, 9, "an untouched one behind the phases is not");
  });

  test("an end belongs to the second in which it happens, whatever second it was due in", () => {
    const { recorder, sealed, arrive } = scene(plan());
    const step = arrive(0.9 * S);
    step.sent(START_US + 0.9 * S);
    step.answered(START_US + 2.1 * S, answer(200));
    recorder.finish(START_US + 2.2 * S, true);
    assert.deepEqual(
      sealed.map(({ series: [run] }) => run && counts(run)),
      [
        [1, 1, 0, 0, 0],
        [0, 0, 0, 0, 0],
        [0, 0, 1, 0, 0],
      ],
    );
  });
});

describe("series", () => {
  const flows = [
    {
      name: "main",
      weight: 1,
      steps: [
        request({ endpoint: "create", tags: ["write"], extract: [{ name: "id", from: "header", header: "x-id" }] }),
        request({ endpoint: "read", tags: ["light"], path: "/${id}" }),
      ],
    },
  ];
  const phases = [
    phase({ kind: "constant", ratePerS: 1 }, 1000, "a"),
    phase({ kind: "constant", ratePerS: 1 }, 1000, "b"),
  ];
  const of = (second: RunSecond | undefined, name: string): readonly number[] | undefined => {
    const found = second?.series.find(({ series }) => series.name === name);
    return found && counts(found);
  };

  test("phase by when the arrival was due, endpoint and tags by the step; a step is due when the one before ended", () => {
    const { recorder, sealed, arrive } = scene(plan({ flows, phases }));
    const first = arrive(0.9 * S);
    first.sent(START_US + 0.9 * S);
    first.answered(START_US + 1.1 * S, answer(201, null, { "x-id": "7" }));
    const next = first.next(START_US + 1.1 * S);
    assert.equal(next?.request.path, "/7");
    assert.equal(next.intendedUs, START_US + 1.1 * S);
    next.sent(START_US + 1.1 * S);
    next.failed(START_US + 1.2 * S, "reset");
    assert.equal(next.next(START_US + 1.2 * S), null, "behind the last step there is none");
    recorder.finish(START_US + 2 * S, true);
    const [zero, one] = sealed;
    assert.deepEqual(of(zero, "create"), [1, 1, 0, 0, 0]);
    assert.deepEqual(of(one, "create"), [0, 0, 1, 0, 0]);
    assert.deepEqual(of(one, "read"), [1, 1, 0, 1, 0]);
    assert.deepEqual(
      [of(one, "write"), of(one, "light")],
      [
        [0, 0, 1, 0, 0],
        [1, 1, 0, 1, 0],
      ],
    );
    assert.deepEqual(of(one, "a"), [1, 1, 1, 1, 0]);
    assert.deepEqual(of(one, "b"), [0, 0, 0, 0, 0]);
    assert.deepEqual(of(one, ""), [1, 1, 1, 1, 0]);
    assert.deepEqual([zero?.started, one?.started], [1, 0], "a second step is no arrival");
    assert.deepEqual(one?.failures, [["reset", 1]]);
  });

  test("a step whose value cannot be taken has failed, and the next one is not sent", () => {
    const { recorder, sealed, arrive } = scene(plan({ flows, phases }));
    const first = arrive(0);
    first.sent(START_US);
    first.answered(START_US + 10, answer(200));
    assert.equal(first.next(START_US + 10), null);
    recorder.finish(START_US + 11, true);
    assert.deepEqual(sealed[0]?.failures, [["extract: id", 1]]);
    assert.equal(sealed[0]?.series[0]?.failedResponse?.count, 1);
  });
});

describe("what was not sent", () => {
  test("dropped, beyond the queue and unsent at the end count as dropped, each by its name", () => {
    const { recorder, sealed, arrive } = scene(plan());
    for (const _ of [0, 1, 2]) arrive(0);
    recorder.dropped(START_US);
    recorder.overflowed(START_US);
    arrive(0).unsent(START_US + 5);
    recorder.queued(3);
    recorder.finish(START_US + 10, true);
    const [run, steady, home] = sealed[0]?.series ?? [];
    assert.deepEqual(run && counts(run), [4, 0, 0, 0, 3]);
    assert.deepEqual([steady?.dropped, home?.dropped], [3, 3]);
    assert.deepEqual([run?.queued, steady?.queued], [3, 0]);
    assert.deepEqual(
      sealed[0]?.failures.map(([kind]) => kind),
      ["dropped: no free connection", "dropped: the queue was full", "dropped: unsent at the end"],
    );
  });

  test("checks are counted one by one; the first that fails names the failure", () => {
    const steps = [
      request({
        checks: [
          { kind: "status", in: [[200, 200]] },
          { kind: "body", matches: "ok" },
        ],
      }),
    ];
    const { recorder, sealed, arrive } = scene(plan({ flows: [{ name: "main", weight: 1, steps }] }));
    for (const [status, body] of [
      [200, "ok"],
      [200, "no"],
      [500, "no"],
    ] as const) {
      const step = arrive(0);
      step.sent(START_US);
      step.answered(START_US + 1, answer(status, body));
    }
    recorder.finish(START_US + 2, true);
    assert.deepEqual(sealed[0]?.failures, [
      ["check: body fits /ok/", 1],
      ["status 500", 1],
    ]);
    assert.deepEqual(sealed[0]?.checksPassed, [
      ["home: status 200", 2],
      ["home: body fits /ok/", 1],
    ]);
    assert.deepEqual(sealed[0]?.checksFailed, [
      ["home: body fits /ok/", 2],
      ["home: status 200", 1],
    ]);
  });

  test("while warming up nothing is counted", () => {
    const load = plan();
    const flows = compileFlows(load);
    const step = firstStep({ recorder: null, flow: flows.flowOf(0), values: flows.valuesOf(0), dueUs: 0 });
    step.sent(1);
    step.answered(2, answer(200));
    assert.equal(step.next(2), null);
    step.unsent(3);
    step.failed(3, "reset");
  });
});

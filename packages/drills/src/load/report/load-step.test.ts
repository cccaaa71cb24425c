import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { RequestPlan, RunSecond } from "@holdpoint/core";
import { compileFlows } from "../flow/compile-flows.ts";
import { answer } from "../flow/testing-answer.ts";
import { plan, request } from "../flow/testing-plan.ts";
import { firstStep } from "./load-step.ts";
import type { LoadStep } from "./load-step.ts";
import { SecondRecorder } from "./second-recorder.ts";

/** The first step of a flow, and what was counted when a second is over. */
function scene(steps: readonly Partial<RequestPlan>[]): { readonly first: LoadStep; counted(): RunSecond } {
  const load = plan({ flows: [{ name: "main", weight: 1, steps: steps.map(request) }] });
  const flows = compileFlows(load);
  const sealed: RunSecond[] = [];
  const terms = { phases: load.phases, flows, indexOf: (own: number) => own, startUs: 0 };
  const recorder = new SecondRecorder({ ...terms, seal: (second) => void sealed.push(second) });
  recorder.due(0, 0);
  const first = firstStep({ recorder, flow: flows.flowOf(0), values: flows.valuesOf(0), dueUs: 0 });
  return {
    first,
    counted: () => {
      recorder.finish(1_000_000, true);
      const [second] = sealed;
      assert.ok(second !== undefined);
      return second;
    },
  };
}

const ID = { name: "id", from: "json", path: "$.id" } as const;
const flow = [
  { endpoint: "make", extract: [ID] },
  { endpoint: "look", path: "/items/${id}" },
] as const;

describe("steps of an arrival", () => {
  test("the next one is intended when the one before was answered, with what that answer gave", () => {
    const { first, counted } = scene(flow);
    first.sent(10);
    first.answered(300, answer(200, '{"id":42}'));
    const next = first.next(300);
    assert.deepEqual([next?.intendedUs, next?.request.path, next?.keep], [300, "/items/42", "nothing"]);
    next?.sent(500);
    next?.answered(900, answer(200));
    assert.equal(next?.next(900), null);
    const { series, started } = counted();
    const [run, , make, look] = series;
    assert.deepEqual([started, run?.due, run?.sent, run?.completed], [1, 2, 2, 2]);
    assert.deepEqual([make?.due, make?.sent, look?.due, look?.sent], [1, 1, 1, 1]);
    assert.deepEqual([make?.response?.maxUs, make?.service?.maxUs], [300, 290]);
    assert.deepEqual([look?.response?.maxUs, look?.service?.maxUs], [600, 400]);
  });

  test("nothing comes after an answer that a check refuses, an error, or a connection that broke", () => {
    for (const end of ["status", "reset", "extract"] as const) {
      const { first, counted } = scene(flow);
      first.sent(10);
      if (end === "reset") first.failed(300, "reset");
      else first.answered(300, end === "status" ? answer(500, '{"id":1}') : answer(200, "{}"));
      assert.equal(first.next(300), null, end);
      const { series, failures } = counted();
      assert.deepEqual([series[0]?.due, series[0]?.failed, series[3]?.due], [1, 1, 0], end);
      assert.deepEqual(failures, [[{ status: "status 500", reset: "reset", extract: "extract: id" }[end], 1]]);
    }
  });

  test("an empty value is none: a path without it is another path", () => {
    const { first } = scene(flow);
    first.sent(10);
    first.answered(300, answer(200, '{"id":""}'));
    assert.equal(first.next(300), null);
  });

  test("as much of an answer is kept as its checks and extracts look at", () => {
    assert.equal(scene([{}]).first.keep, "nothing");
    assert.equal(scene(flow).first.keep, "body");
    const header = { kind: "header", header: "x", matches: "y" } as const;
    assert.equal(scene([{ checks: [header] }]).first.keep, "headers");
  });

  test("one that never went out is dropped, has no time, and is told why", () => {
    const { first, counted } = scene([{}]);
    first.unsent(700);
    const { series, failures, started } = counted();
    assert.deepEqual([started, series[0]?.dropped, series[0]?.sent, series[0]?.response], [0, 1, 0, null]);
    assert.deepEqual(failures, [["dropped: unsent at the end", 1]]);
  });

  test("an answer ahead of its question takes no negative time", () => {
    const { first, counted } = scene([{}]);
    first.sent(500);
    first.answered(400, answer(200));
    assert.equal(counted().series[0]?.service?.maxUs, 0);
  });

  test("a flow without a step is refused", () => {
    const { valuesOf } = compileFlows(plan());
    const ground = { recorder: null, flow: { name: "none", steps: [] }, values: valuesOf(0), dueUs: 0 };
    assert.throws(() => firstStep(ground), TypeError);
  });
});

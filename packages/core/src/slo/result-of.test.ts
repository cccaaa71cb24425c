import assert from "node:assert/strict";
import { test } from "node:test";
import { EVERYTHING, OK, P99, RATE, second } from "./fixtures.test.ts";
import type { Objective } from "./objective.ts";
import { ObjectiveState } from "./objective-state.ts";
import type { RunFacts } from "./result-of.ts";
import { resultOf } from "./result-of.ts";

const FACTS: RunFacts = {
  isValid: true,
  aborted: null,
  measuredS: 4,
  plannedS: 4,
  phases: ["ramp", "steady"],
  endpoints: ["list", "create"],
  tags: [],
  closed: [],
};

function state(objective: Objective, milliseconds = 20): ObjectiveState {
  const phases = [{ name: "steady", startMs: 0, durationMs: 4000 }];
  const all = new ObjectiveState(objective, { phases, durationMs: 4000 }, null);
  for (let at = 0; at < 4; at += 1) all.take(at, [second(at, { [milliseconds]: 600 })]);
  all.finish();
  return all;
}

const said = (objective: Objective, facts: Partial<RunFacts> = {}, milliseconds = 20): string => {
  const { outcome, reason } = resultOf(state(objective, milliseconds), { ...FACTS, ...facts });
  return `${outcome}: ${reason}`;
};

test("a result carries what it was decided by", () => {
  const { id, text, kind, scope, bound, samples, minSamples, budget, windows } = resultOf(state(P99), FACTS);
  assert.deepEqual([id, text, kind, scope], ["p99", "p99 of response time <= 300 ms", "percentile", EVERYTHING]);
  assert.deepEqual([bound, samples, minSamples, budget, windows], [300, 2400, 1000, null, null]);
  assert.equal(resultOf(state(OK), FACTS).bound, 0.99);
  assert.equal(resultOf(state(OK), FACTS).budget?.allowed, 24);
  assert.equal(resultOf(state(RATE), FACTS).bound, 480);
});

test("an invalid run comes before all, also before a miss and a wrong name", () => {
  assert.match(said(P99, { isValid: false }, 900), /^invalid: the run is invalid/);
  const nowhere = { ...P99, scope: { ...EVERYTHING, endpoint: "gone" } };
  assert.match(said(nowhere, { isValid: false }), /^invalid/);
});

test("a closed model can miss a limit of time, and never meet one: its stalls are not asked", () => {
  const closed = { closed: ["steady"] };
  const within = { ...OK, within: { clock: "service", maxMs: 300 } } as const;
  const windowed = { ...P99, window: { sizeMs: 2000, stepMs: 1000, violationsMax: 0 } };
  for (const objective of [P99, within, windowed])
    assert.match(said(objective, closed), /^inconclusive: its callers waited .*closed model/, objective.kind);
  assert.match(said(P99, closed, 900), /^fail: /);
  assert.match(said({ ...OK, within: null }, closed), /^pass: /);
  assert.match(said(RATE, closed), /^pass: /);
  const ramp = { ...P99, scope: { ...EVERYTHING, phase: "ramp" } };
  assert.doesNotMatch(said(ramp, closed), /closed model/);
});

test("a name comes before figures, and is told beside those there are", () => {
  const at = (scope: Partial<typeof EVERYTHING>): string => said({ ...P99, scope: { ...EVERYTHING, ...scope } });
  assert.equal(
    at({ endpoint: "lost" }),
    'inconclusive: nothing was measured of the endpoint "lost": there were list, create; did you mean "list"?',
  );
  assert.match(at({ phase: "stead" }), /of the phase "stead": there were ramp, steady; did you mean "steady"\?$/);
  assert.match(at({ tag: "x" }), /of the tag "x": no tag was measured$/);
  assert.equal(at({ phase: "steady" }), "inconclusive: nothing was measured in the phase steady");
});

test("a run of which nothing came in says so", () => {
  const empty = new ObjectiveState(P99, { phases: [], durationMs: 4000 }, null);
  assert.equal(resultOf(empty, { ...FACTS, measuredS: 0 }).reason, "no second of the run was measured");
});

test("the objective that ended a run failed, whatever its figures say by then; others pass nothing", () => {
  const cut = { aborted: "p99", measuredS: 2 };
  assert.match(said(P99, cut), /^fail: missed for so long on end that the run was ended after 2 s$/);
  assert.match(said(OK, cut), /^inconclusive: only 2 of 4 s were measured, and in these 0 of 2400 requests were bad/);
  assert.match(said({ ...P99, id: "other" }, cut, 900), /^fail/);
});

test("windows that could not be judged count as missed for a pass, and not for a failure", () => {
  const window = { sizeMs: 2000, stepMs: 1000, violationsMax: 0 };
  assert.equal(said({ ...P99, window }), "pass: 0 of 3 windows of 2 s were missed, 0 may be");
  assert.equal(said({ ...P99, window }, {}, 900), "fail: 3 of 3 windows of 2 s were missed, 0 may be");
  const wanting = { ...P99, minSamples: 1500, window };
  assert.equal(said(wanting), "inconclusive: 0 of 3 windows of 2 s were missed, 0 may be, and 3 could not be judged");
  assert.match(said({ ...P99, window: { ...window, violationsMax: 2 } }), /^pass/);
  const all = { ...window, violationsMax: 3 };
  for (const slowMs of [undefined, 900]) {
    assert.match(said({ ...P99, window: all }, {}, slowMs), /^inconclusive: .* no run of this length could fail$/);
  }
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckInput, Json, JsonObject, LoadBody } from "@holdpoint/core";
import { climb } from "../scenes/climb.ts";
import { eventResult, latencySummary, load, loadTerms, sloResult } from "../scenes/load.ts";
import { otherTerms } from "./compared-loads.ts";
import type { ObjectiveFacts } from "./load-facts.ts";
import { isLooser, performanceFacts, promotedRuns, runFacts } from "./load-facts.ts";

const input = (runs: readonly LoadBody[]): CheckInput =>
  ({ of: () => runs.map((body) => ({ evidence: { body } })) }) as unknown as CheckInput;

const promoted = (performance: Json): ReturnType<typeof promotedRuns> =>
  promotedRuns({ baseline: { facts: { performance } } } as unknown as CheckInput);

test("what is left is what is read again, without the runs that look for a limit", () => {
  const facts = performanceFacts(input([load(), climb()]));
  assert.deepEqual(promoted(JSON.parse(JSON.stringify(facts)) as Json), [runFacts(load())]);
});

test("a run leaves the percentiles of what a user waits for, else of service, else none", () => {
  const slow = latencySummary(10_000, 2);
  assert.deepEqual(runFacts(load({ service: slow })).percentiles, { p50: 20.095, p95: 100, p99: 100 });
  assert.equal(runFacts(load({ response: null, service: slow })).percentiles["p99"], 200);
  assert.deepEqual(runFacts(load({ response: null, service: null })).percentiles, {});
});

test("facts of another form are none, whichever part is harmed", () => {
  const whole = runFacts(load()) as unknown as JsonObject;
  assert.equal(promoted({ runs: [whole] })?.length, 1);
  const harms: readonly JsonObject[] = [
    { id: 1 },
    { tool: null },
    { planSha256: 7 },
    { testbedSha256: true },
    { percentiles: [] },
    { percentiles: { p99: "300" } },
    { percentiles: null },
    { objectives: {} },
    { objectives: [null] },
    { objectives: [{ id: "a", kind: "events", text: "t", bound: "0.99" }] },
    { objectives: [{ id: "a", kind: "events", bound: 0.99 }] },
  ];
  for (const harm of harms) {
    assert.equal(promoted({ runs: [{ ...whole, ...harm }] }), null, JSON.stringify(harm));
    assert.equal(promoted({ runs: [whole, { ...whole, ...harm }] }), null, "one bad run spoils them all");
  }
  for (const facts of [null, [], {}, { runs: {} }, { runs: [] }, { runs: [7] }]) assert.equal(promoted(facts), null);
  assert.equal(promotedRuns({ baseline: null }), null);
});

test("a plan or machine that was not told is a fact, and compares with nothing", () => {
  const untold = load({ terms: loadTerms({ planSha256: null, testbedSha256: null }) });
  const before = runFacts(untold);
  assert.equal(promoted({ runs: [before as unknown as JsonObject] })?.length, 1);
  assert.match(otherTerms({ before, now: untold }) ?? "", /not measured on the same machine/);
  const same = runFacts(load());
  assert.equal(otherTerms({ before: same, now: load() }), null);
});

test("each term by itself keeps two runs from being compared, and is named", () => {
  const before = runFacts(load());
  const told = (changes: Partial<LoadBody>): string => otherTerms({ before, now: load(changes) }) ?? "compared";
  assert.match(told({ tool: { name: "k6", version: "1" } }), /with holdpoint then, with k6 now/);
  assert.match(told({ terms: loadTerms({ testbedSha256: "c".repeat(64) }) }), /same machine/);
  assert.match(told({ terms: loadTerms({ planSha256: "c".repeat(64) }) }), /another plan/);
  assert.match(told({ terms: loadTerms({ planSha256: null }) }), /another plan/);
  assert.equal(otherTerms({ before, now: null }), "load load was not made again");
  assert.equal(told({ tool: { name: "holdpoint", version: "9.9.9" } }), "compared", "a version is no other tool");
});

test("looser is more time, or less of what is good", () => {
  const looser = (before: Partial<ObjectiveFacts>, now: Partial<ObjectiveFacts>): boolean => {
    const [percentile] = runFacts(load({ slo: [sloResult()] })).objectives;
    assert.ok(percentile !== undefined);
    return isLooser({ ...percentile, ...before }, { ...percentile, ...now });
  };
  assert.deepEqual([looser({}, {}), looser({}, { bound: 300.001 }), looser({}, { bound: 299 })], [false, true, false]);
  const events = runFacts(load({ slo: [eventResult()] })).objectives[0] ?? assert.fail();
  for (const kind of ["events", "throughput"]) {
    const [then, now] = [
      { ...events, kind, bound: 0.99 },
      { ...events, kind },
    ];
    assert.equal(isLooser(then, { ...now, bound: 0.989 }), true);
    assert.equal(isLooser(then, { ...now, bound: 0.99 }), false);
    assert.equal(isLooser(then, { ...now, bound: 0.999 }), false);
  }
});

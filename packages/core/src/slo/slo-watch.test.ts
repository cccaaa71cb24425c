import assert from "node:assert/strict";
import { test } from "node:test";
import type { LoadSecond } from "../load/second.ts";
import { EVERYTHING, OK, P99, RATE, second, steady, times, watchOf } from "./fixtures.test.ts";
import type { SloResult } from "./objective.ts";

const ALL = [P99, OK, { ...OK, id: "fast", within: { clock: "response", maxMs: 300 } as const }, RATE];

function outcomes(results: readonly SloResult[]): Record<string, string> {
  return Object.fromEntries(results.map(({ id, outcome }) => [id, outcome]));
}

test("a good run passes every objective, and says by how much", () => {
  const results = steady({ objectives: ALL }, (at) => [second(at, { 20: 495, 100: 5 })]);
  assert.deepEqual(outcomes(results), { p99: "pass", ok: "pass", fast: "pass", rate: "pass" });
  const [p99, , fast, rate] = results;
  assert.equal(p99?.text, "p99 of response time <= 300 ms");
  assert.deepEqual([p99?.observed, p99?.samples, p99?.minSamples], [20.095, 5000, 1000]);
  assert.deepEqual(p99?.interval, [20, 100]);
  assert.deepEqual([fast?.budget?.allowed, fast?.budget?.spent, fast?.budget?.burnRate], [50, 0, 0]);
  assert.deepEqual([rate?.observed, rate?.bound], [500, 480], "the first and the last second are left out");
});

test("a bad run fails every objective, and says why", () => {
  const results = steady({ objectives: ALL }, (at) => [second(at, { 20: 380, 900: 90 }, { failures: { 1: 30 } })]);
  assert.deepEqual(outcomes(results), { p99: "fail", ok: "fail", fast: "fail", rate: "fail" });
  assert.match(results[0]?.reason ?? "", /^p99 lies among the requests that failed .*; 300 failed and 0 were dropped/);
  assert.match(results[2]?.reason ?? "", /^1200 of 5000 requests were bad or beyond 300 ms, 50 may be: 99 % must/);
  assert.equal(results[2]?.budget?.burnRate, 24);
  assert.match(results[3]?.reason ?? "", /3760 successes in 8 s, 480 a second/);
});

test("a percentile on both sides of its limit is not decided", () => {
  const [result] = steady({ objectives: [P99] }, (at) => [second(at, { 20: 495, 400: at % 2 === 0 ? 6 : 4 })]);
  assert.equal(result?.outcome, "inconclusive");
  assert.match(result?.reason ?? "", /on both sides of 300 ms/);
});

test("the service clock is judged on its own", () => {
  const slow = (at: number): LoadSecond[] => [second(at, { 900: 500 }, { service: times({ 5: 500 }) })];
  const objectives = [P99, { ...P99, id: "service", clock: "service" as const }];
  assert.deepEqual(outcomes(steady({ objectives }, slow)), { p99: "fail", service: "pass" });
});

/** Ways in which a gate was handed a pass for nothing; each objective of the table must refuse every one. */
const VACUOUS: readonly (readonly [string, (at: number) => LoadSecond[]])[] = [
  ["nothing was asked", (at) => [second(at, {})]],
  ["nothing was answered", (at) => [second(at, {}, { due: 500, queued: 500 * (at + 1) })]],
  ["no series at all", () => []],
  ["all failed, and fast", (at) => [second(at, {}, { failures: { 1: 500 } })]],
  ["all were dropped", (at) => [second(at, {}, { due: 500, dropped: 500 })]],
  ["one sample", (at) => [second(at, at === 5 ? { 1: 1 } : {})]],
  ["successes without a time", (at) => [second(at, {}, { completed: 470, due: 500, dropped: 30 })]],
  ["few samples", (at) => [second(at, { 1: 60 })]],
  ["one in twenty dropped", (at) => [second(at, { 1: 475 }, { dropped: 25 })]],
];

test("nothing that flatters passes", () => {
  for (const [name, of] of VACUOUS) {
    const windowed = ALL.map((objective) => {
      const window = { sizeMs: 3000, stepMs: 1000, violationsMax: 0 };
      return { ...objective, id: `${objective.id}-windows`, window };
    });
    for (const { id, outcome, reason } of steady({ objectives: [...ALL, ...windowed] }, of)) {
      assert.ok(outcome === "fail" || outcome === "inconclusive", `${name}: ${id} is ${outcome}`);
      assert.ok(reason.length > 10 && !/NaN|undefined|Infinity/.test(reason), `${name}: ${reason}`);
    }
  }
});

test("in an invalid run nothing is decided, however good it looks", () => {
  const watch = watchOf({ objectives: ALL });
  for (let at = 0; at < 10; at += 1) watch.second([second(at, { 20: 500 })]);
  assert.ok(watch.results("valid").every(({ outcome }) => outcome === "pass"));
  assert.ok(watch.results("invalid").every(({ outcome }) => outcome === "invalid"));
});

test("a run that ended early passes nothing, and fails what it missed", () => {
  const watch = watchOf({ objectives: [...ALL, { ...P99, id: "tight", maxMs: 10 }] });
  for (let at = 0; at < 4; at += 1) watch.second([second(at, { 20: 500 })]);
  const results = watch.results("valid");
  assert.deepEqual(new Set(results.slice(0, 4).map(({ outcome }) => outcome)), new Set(["inconclusive"]));
  assert.equal(results[4]?.outcome, "fail");
  assert.match(results[0]?.reason ?? "", /^only 4 of 10 s were measured/);
});

test("a name that nothing has is told with what there was", () => {
  const series = { of: "endpoint", name: "create" } as const;
  const objectives = [
    { ...P99, id: "a", scope: { ...EVERYTHING, endpoint: "craete" } },
    { ...P99, id: "b", scope: { ...EVERYTHING, phase: "stedy" } },
    { ...P99, id: "c", scope: { ...EVERYTHING, tag: "read" } },
    { ...P99, id: "d", scope: { ...EVERYTHING, endpoint: "create" } },
  ];
  const phases = [{ name: "steady", startMs: 0, durationMs: 10_000 }];
  const results = steady({ objectives, phases }, (at) => [second(at, { 20: 500 }, { series })]);
  assert.deepEqual(outcomes(results), { a: "inconclusive", b: "inconclusive", c: "inconclusive", d: "pass" });
  assert.match(results[0]?.reason ?? "", /endpoint "craete": there were create; did you mean "create"\?$/);
  assert.match(results[1]?.reason ?? "", /phase "stedy": there were steady; did you mean "steady"\?$/);
  assert.match(results[2]?.reason ?? "", /tag "read": no tag was measured$/);
});

test("windows are judged one by one; so many may be missed, and one that cannot be judged counts as one", () => {
  const window = { sizeMs: 3000, stepMs: 1000, violationsMax: 3 };
  const stalled = (at: number): LoadSecond[] => [second(at, at === 4 ? { 20: 400, 900: 100 } : { 20: 500 })];
  const [three] = steady({ objectives: [{ ...P99, window }] }, stalled);
  assert.deepEqual([three?.outcome, three?.windows], ["pass", { judged: 8, missed: 3, inconclusive: 0 }]);
  const strict = { ...window, violationsMax: 2 };
  const [two] = steady({ objectives: [{ ...P99, window: strict }] }, stalled);
  assert.equal(two?.outcome, "fail");
  assert.equal(two?.reason, "3 of 8 windows of 3 s were missed, 2 may be");
  const gap = (at: number): LoadSecond[] => [second(at, at > 3 ? {} : { 20: 500 })];
  const [idle] = steady({ objectives: [{ ...P99, window }] }, gap);
  assert.equal(idle?.outcome, "inconclusive");
  const long = { ...window, sizeMs: 60_000 };
  assert.match(steady({ objectives: [{ ...P99, window: long }] }, stalled)[0]?.reason ?? "", /^no window of 60 s fits/);
});

test("a miss that lasts ends the run; one that passes does not", () => {
  const abort = { objectives: ["ok"], windowMs: 2000, holdMs: 3000 };
  const failing = (at: number): LoadSecond[] => [second(at, { 5: 300 }, { failures: { 5: 200 } })];
  const lasting = watchOf({ objectives: [OK, P99], abort });
  const seen: (string | null)[] = [];
  for (let at = 0; at < 7; at += 1) {
    lasting.second(at < 2 ? [second(at, { 5: 500 })] : failing(at));
    seen.push(lasting.aborted);
  }
  assert.deepEqual(seen, [null, null, null, null, "ok", "ok", "ok"]);
  const [ok, p99] = lasting.results("valid");
  assert.equal(ok?.outcome, "fail");
  assert.match(ok?.reason ?? "", /ended after 7 s$/);
  assert.equal(p99?.outcome, "fail", "an answer that failed has no response time");
  const passing = watchOf({ objectives: [OK], abort });
  for (let at = 0; at < 10; at += 1) passing.second(at === 4 ? failing(at) : [second(at, { 5: 500 })]);
  assert.equal(passing.aborted, null);
});

test("what comes in after the end belongs to the last second", () => {
  const window = { sizeMs: 2000, stepMs: 1000, violationsMax: 0 };
  const watch = watchOf({ objectives: [{ ...P99, window }, RATE], durationMs: 4000 });
  for (let at = 0; at < 4; at += 1) watch.second([second(at, { 20: 500 })]);
  for (let at = 4; at < 8; at += 1) watch.second([second(at, { 3000: 20 })]);
  const [p99, rate] = watch.results("valid");
  assert.deepEqual(p99?.windows, { judged: 3, missed: 1, inconclusive: 0 });
  assert.equal(rate?.observed, 500);
});

test("while it runs it tells where every objective stands", () => {
  const watch = watchOf({
    objectives: [P99, OK, { ...OK, id: "w", window: { sizeMs: 2000, stepMs: 1000, violationsMax: 0 } }],
  });
  const states = (): string[] => watch.live().map(({ state }) => state);
  assert.deepEqual(states(), ["unknown", "unknown", "unknown"]);
  watch.second([second(0, { 20: 2000 })]);
  assert.deepEqual(states(), ["ok", "ok", "unknown"]);
  watch.second([second(1, { 20: 2000 })]);
  assert.deepEqual(states(), ["ok", "ok", "ok"]);
  watch.second([second(2, { 20: 100 }, { failures: { 20: 1000 } })]);
  assert.deepEqual(states(), ["missed", "missed", "missed"]);
  assert.equal(watch.live()[1]?.burnRate, 19.6078431373);
});

test("seconds come one after the other, and none after the results", () => {
  const watch = watchOf({ objectives: [OK] });
  assert.throws(() => watch.second([second(1, {})]), /second 1 where 0 comes next/);
  watch.second([second(0, {})]);
  watch.results("valid");
  assert.throws(() => watch.second([second(1, {})]), RangeError);
});

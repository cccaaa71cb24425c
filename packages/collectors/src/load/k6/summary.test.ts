import assert from "node:assert/strict";
import { test } from "node:test";
import { changed, codes, fixture, read, READERS, refusal } from "../testing.test.ts";

const LATER = "k6/handle-summary.json";
const OLD = "k6/summary-export.json";

/** A summary of one form or the other with these metrics. */
const summary = (metrics: unknown, more: object = {}): string => JSON.stringify({ metrics, ...more });
const requests = (count: number, rate = 1): object => ({ count, rate });
const failed = (passes: number, fails: number): object => ({ passes, fails, value: passes / (passes + fails || 1) });
const times = { avg: 5, min: 1, med: 4, max: 9, "p(90)": 7, "p(95)": 8 };

test("one request, and one that failed", () => {
  const one = read(
    summary({ http_reqs: requests(1, 2), http_req_failed: failed(0, 1), http_req_duration: times }),
  ).body;
  assert.deepEqual([one.sent, one.completed, one.failed, one.durationMs, one.validity], [1, 1, 0, 500, "valid"]);
  assert.deepEqual(one.failures, []);
  const none = read(
    summary({ http_reqs: requests(1, 2), http_req_failed: failed(1, 0), http_req_duration: times }),
  ).body;
  assert.deepEqual([none.completed, none.failed, codes(none)], [0, 1, ["all-failed"]]);
  assert.deepEqual(none.failures, [{ kind: "failed", count: 1 }]);
});

test("requests of which no time, or no duration, is told are no measurement", () => {
  assert.deepEqual(codes(read(summary({ http_reqs: requests(2), http_req_failed: failed(0, 2) })).body), [
    "no-samples",
  ]);
  const still = { http_reqs: requests(2, 0), http_req_failed: failed(0, 2), http_req_duration: times };
  assert.deepEqual(codes(read(summary(still)).body), ["duration-unsaid"]);
});

test("the duration is the one that k6 says, and else that of its rate", () => {
  assert.equal(read(fixture(LATER)).body.durationMs, 4012.5);
  assert.equal(changed(LATER, '"testRunDurationMs": 4012.5', '"testRunDurationMs": null').durationMs, 4012.036108);
  assert.deepEqual(codes(changed(LATER, '"testRunDurationMs": 4012.5', '"testRunDurationMs": 0')), ["duration-unsaid"]);
});

test("percentiles are those that are named, at their ranks, and no others", () => {
  const odd = { ...times, "p(99.99)": 9, "p(0)": 1, "p(100)": 9, "p(101)": 9, "p(x)": 9, p99: 9, count: 3 };
  const [whole] = read(summary({ http_reqs: requests(3), http_req_failed: failed(0, 3), http_req_duration: odd })).body
    .series;
  assert.deepEqual(whole?.told?.percentiles, [
    { name: "med", q: 0.5, ms: 4 },
    { name: "p(90)", q: 0.9, ms: 7 },
    { name: "p(95)", q: 0.95, ms: 8 },
    { name: "p(99.99)", q: 0.9999, ms: 9 },
    { name: "p(0)", q: 0, ms: 1 },
    { name: "p(100)", q: 1, ms: 9 },
  ]);
  assert.deepEqual(
    [whole?.told?.min, whole?.told?.mean, whole?.told?.max, whole?.told?.count, whole?.service],
    [1, 5, 9, 3, null],
  );
  const few = { http_reqs: requests(3), http_req_failed: failed(0, 3), http_req_duration: { avg: 5 } };
  assert.deepEqual(read(summary(few)).body.series[0]?.told, {
    count: 3,
    min: null,
    mean: 5,
    max: null,
    percentiles: [],
  });
});

test("times that cannot be of one set, or of more requests than were sent, are told", () => {
  const lies: readonly (readonly [string, object])[] = [
    ["its p90 of 3 ms is below its p50 of 4 ms", { "p(90)": 3 }],
    ["its max of 2 ms is below its p95 of 8 ms", { max: 2 }],
    ["its mean of 99 ms is not between its minimum and maximum", { avg: 99 }],
    ["it says 4 times, its parts make 3", { count: 4 }],
  ];
  for (const [said, lie] of lies) {
    const metrics = { http_reqs: requests(3), http_req_failed: failed(0, 3), http_req_duration: { ...times, ...lie } };
    assert.deepEqual(read(summary(metrics)).body.reasons, [{ code: "totals-disagree", text: said }]);
  }
});

test("totals that contradict each other are told with both figures", () => {
  const body = changed(LATER, '"count": 40', '"count": 41');
  assert.deepEqual(body.reasons, [{ code: "totals-disagree", text: "it says 41 requests, its parts make 40" }]);
  const more = changed(OLD, '"count": 40', '"count": 2');
  assert.deepEqual([more.sent, more.completed, more.failed, more.validity], [2, 0, 3, "invalid"]);
  assert.deepEqual(codes(more), ["totals-disagree", "all-failed", "totals-disagree"]);
  const share = changed(OLD, '"value": 0.075', '"value": 0.0751');
  assert.equal(share.reasons[0]?.text, "it says a share of 0.0751 failed, 3 of 40 did");
});

test("checks are told by their paths, in groups within groups", () => {
  const check = (path: string, passes: number): object => ({ name: "n", path, passes, fails: 1 });
  const inner = { groups: {}, checks: { a: check("::pay::card::a", 3) } };
  const root = { checks: [check("::b", 1)], groups: { pay: { groups: { card: inner }, checks: {} } } };
  const body = read(summary({ iterations: requests(1), http_reqs: requests(0, 0) }, { root_group: root })).body;
  assert.deepEqual(body.checks, [
    { check: "b", passed: 1, failed: 1 },
    { check: "pay::card::a", passed: 3, failed: 1 },
  ]);
  const unnamed = { checks: [{ name: "no path", passes: 1, fails: 0 }] };
  assert.deepEqual(read(summary({ http_reqs: requests(0, 0) }, { root_group: unnamed })).body.checks, [
    { check: "no path", passed: 1, failed: 0 },
  ]);
});

test("groups are not followed without end", () => {
  const nested = (depth: number): object => (depth === 0 ? { checks: [] } : { groups: [nested(depth - 1)] });
  const of = (depth: number): string => refusal(summary({ http_reqs: requests(0, 0) }, { root_group: nested(depth) }));
  assert.equal(of(32), "accepted");
  assert.equal(of(33), "HP-READ-SYNTAX -:-");
});

test("a member of the wrong kind is refused by its pointer", () => {
  const cases: readonly (readonly [pointer: string, metrics: object, more?: object])[] = [
    ["/metrics/http_reqs/count", { http_reqs: { rate: 1 } }],
    ["/metrics/http_reqs/count", { http_reqs: { count: 1.5, rate: 1 } }],
    ["/metrics/http_reqs/count", { http_reqs: { count: 2 ** 53, rate: 1 } }],
    ["/metrics/http_reqs/values/count", { http_reqs: { values: { count: "1", rate: 1 } } }],
    ["/metrics/http_reqs/rate", { http_reqs: { count: 1, rate: -1 } }],
    ["/metrics/http_req_failed/passes", { http_reqs: requests(1), http_req_failed: { fails: 1, value: 0 } }],
    ["/metrics/http_req_failed/value", { http_reqs: requests(1), http_req_failed: { passes: 0, fails: 1 } }],
    ["/metrics/http_req_duration/p(95)", { http_reqs: requests(1), http_req_duration: { "p(95)": null } }],
    ["/metrics/http_req_duration/max", { http_reqs: requests(1), http_req_duration: { max: "9" } }],
    ["/metrics/dropped_iterations/count", { http_reqs: requests(1), dropped_iterations: { count: -1 } }],
    ["/state/testRunDurationMs", { http_reqs: requests(1) }, { state: { testRunDurationMs: "4s" } }],
    ["/root_group/checks/0/name", { http_reqs: requests(1) }, { root_group: { checks: [{ passes: 1, fails: 0 }] } }],
    ["/options/scenarios/a/executor", { http_reqs: requests(1) }, { options: { scenarios: { a: { executor: 1 } } } }],
  ];
  for (const [pointer, metrics, more] of cases) {
    assert.throws(
      () => read(summary(metrics, more)),
      (thrown: Error & { code?: string; place?: object }) => {
        assert.equal(thrown.code, "HP-READ-SYNTAX", pointer);
        assert.ok(thrown.message.startsWith(`${pointer}: `), `${pointer}: ${thrown.message}`);
        assert.deepEqual(thrown.place, { file: "results" });
        return true;
      },
    );
  }
});

test("what the options do not say of every scenario is unknown", () => {
  const trust = (options: unknown): string => read(summary({ http_reqs: requests(0, 0) }, { options })).body.trust;
  assert.equal(trust(undefined), "unknown");
  assert.equal(trust({ scenarios: {} }), "unknown");
  assert.equal(trust({ scenarios: [] }), "unknown");
  assert.equal(trust({ scenarios: { a: {} } }), "unknown");
  assert.equal(trust({ scenarios: { a: { executor: "constant-arrival-rate" }, b: {} } }), "unknown");
  assert.equal(trust({ vus: 5, duration: "30s" }), "unknown");
  for (const executor of ["shared-iterations", "ramping-vus", "externally-controlled"])
    assert.equal(trust({ scenarios: { a: { executor } } }), "closed-service-only", executor);
  const both = { a: { executor: "ramping-arrival-rate" }, b: { executor: "constant-arrival-rate" } };
  const body = read(summary({ http_reqs: requests(0, 0) }, { options: { scenarios: both } })).body;
  assert.deepEqual(
    [body.trust, body.terms.model, body.terms.arrivals],
    ["open-service-only", "open", ["constant-arrival-rate", "ramping-arrival-rate"]],
  );
});

test("a summary that was cut, or says a thing twice, is refused where it is", () => {
  const bytes = fixture(LATER);
  assert.equal(refusal(bytes.subarray(0, 300), "k6-summary"), "HP-READ-TRUNCATED 17:13");
  assert.equal(refusal(bytes.subarray(0, bytes.length - 1)), "HP-READ-TRUNCATED 99:1");
  assert.equal(refusal(`${fixture(OLD).toString()}x`), "HP-READ-SYNTAX 60:2");
  const twice = fixture(OLD).toString().replace('"count": 40,', '"count": 40, "count": 40,');
  assert.match(refusal(twice), /^HP-READ-DUPLICATE-KEY 47:\d+$/);
  assert.equal(refusal("[]", "k6-summary"), "HP-READ-NOT-THE-FORMAT 1:1");
  assert.equal(refusal('{"metrics":[]}', "k6-summary"), "HP-READ-NOT-THE-FORMAT 1:1");
  assert.equal(refusal("", "k6-summary"), "HP-READ-EMPTY 1:1");
});

test("a summary is known by any first member that k6 writes, and by its metrics", () => {
  const { looksLike } = READERS["k6-summary"];
  for (const first of ["metrics", "root_group", "options", "state", "setup_data"])
    assert.ok(looksLike(`\ufeff {\n "${first}" : {}, "metrics": {"http_reqs": {}}}`), first);
  for (const other of ['{"metrics":{"cpu":1}}', '{"iterations":1}', '[{"metrics":{"http_reqs":1}}]', "http_reqs: 1"])
    assert.equal(looksLike(other), false, other);
});

test("line breaks of Windows and a byte order mark change nothing", () => {
  const sound = read(fixture(LATER)).body;
  assert.deepEqual(read(`\ufeff${fixture(LATER).toString().replaceAll("\n", "\r\n")}`).body, sound);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { LoadBody } from "@holdpoint/core";
import { changed, codes, fixture, read, READERS, refusal } from "../testing.test.ts";

type Part = Record<string, unknown>;
const ONE = "artillery/version-1.json";
const TWO = "artillery/version-2.json";
const TIMES = { min: 1, max: 9, count: 4, mean: 5, p50: 4, p75: 5, p90: 6, p95: 7, p99: 8, p999: 9 };

const second = (counters: Part, times: Part | null = TIMES, more: Part = {}): Part => ({
  counters: { "vusers.created": 4, ...counters },
  summaries: times === null ? {} : { "http.response_time": times },
  firstMetricAt: 1000,
  lastMetricAt: 3000,
  period: 0,
  ...more,
});
const answered = (codesBy: Part, sent: number, all: number): Part => ({
  "http.requests": sent,
  "http.responses": all,
  ...Object.fromEntries(Object.entries(codesBy).map(([code, count]) => [`http.codes.${code}`, count])),
});
const first = (change: Part = {}): Part => ({
  timestamp: "2024-06-01T10:00:10.000Z",
  scenariosCreated: 4,
  requestsCompleted: 4,
  latency: { min: 1, max: 9, median: 4, p95: 7, p99: 8 },
  rps: { count: 4, mean: 1 },
  errors: {},
  codes: { "200": 4 },
  ...change,
});
const report = (aggregate: Part, intermediate: readonly Part[] = [aggregate]): string =>
  JSON.stringify({ aggregate, intermediate });
const bodyOf = (aggregate: Part, intermediate?: readonly Part[]): LoadBody =>
  read(report(aggregate, intermediate)).body;

test("either version tells requests, users by second and how long it took", () => {
  const two = bodyOf(second(answered({ 200: 4 }, 4, 4)));
  assert.deepEqual([two.sent, two.completed, two.failed, two.durationMs], [4, 4, 0, 2000]);
  assert.deepEqual([two.achieved, two.trust, two.terms.model, two.validity], [2, "open-service-only", "open", "valid"]);
  assert.deepEqual(two.service, { count: 4, min: 1, mean: 5, p50: 4, p90: 6, p95: 7, p99: 8, p999: 9, max: 9 });
  const one = bodyOf(first());
  assert.deepEqual([one.sent, one.completed, one.failed, one.durationMs], [4, 4, 0, 10_000]);
  assert.deepEqual([one.achieved, one.trust, one.service, one.validity], [0.4, "open-service-only", null, "valid"]);
});

test("percentiles of version 1 are the three that it has, and no mean is made up", () => {
  assert.deepEqual(bodyOf(first()).series[0]?.told, {
    count: 4,
    min: 1,
    mean: null,
    max: 9,
    percentiles: [
      { name: "median", q: 0.5, ms: 4 },
      { name: "p95", q: 0.95, ms: 7 },
      { name: "p99", q: 0.99, ms: 8 },
    ],
  });
});

test("a summary of which a figure is absent is told in part", () => {
  for (const key of ["min", "max", "mean", "p50", "p90", "p95", "p99", "p999"]) {
    const body = bodyOf(second(answered({ 200: 4 }, 4, 4), { ...TIMES, [key]: null }));
    assert.equal(body.service, null, key);
    assert.equal(body.validity, "valid", key);
    assert.ok(!body.series[0]?.told?.percentiles.some(({ name }) => name === key), key);
  }
  const old = bodyOf(second(answered({ 200: 4 }, 4, 4), { ...TIMES, p50: undefined, median: 4 }));
  assert.equal(old.service?.p50, 4);
});

test("the first reports of version 2 have histograms and other names of instants", () => {
  const { summaries: _, firstMetricAt: _first, lastMetricAt: _last, ...rest } = second(answered({ 200: 4 }, 4, 4));
  const body = bodyOf({ ...rest, histograms: { "http.response_time": TIMES }, firstCounterAt: 5, lastCounterAt: 25 });
  assert.deepEqual([body.service?.p99, body.durationMs, body.validity], [8, 20, "valid"]);
});

test("answers, errors and silence are failures once each", () => {
  const cases: readonly (readonly [string, Part, readonly [kind: string, count: number][]])[] = [
    [
      "answers",
      answered({ 200: 2, 404: 1, 503: 1 }, 4, 4),
      [
        ["status 404", 1],
        ["status 503", 1],
      ],
    ],
    ["errors", { ...answered({ 302: 3 }, 4, 3), "errors.ECONNREFUSED": 1 }, [["ECONNREFUSED", 1]]],
    ["silence", answered({ 200: 3 }, 4, 3), [["unanswered", 1]]],
    ["more than was sent", { ...answered({ 503: 3 }, 4, 3), "errors.EAI": 3 }, [["failed", 4]]],
  ];
  for (const [name, counters, failures] of cases) {
    const body = bodyOf(second(counters));
    const failed = failures.reduce((sum, [, count]) => sum + count, 0);
    assert.deepEqual(
      body.failures,
      failures.map(([kind, count]) => ({ kind, count })),
      name,
    );
    assert.deepEqual([body.failed, body.completed], [failed, 4 - failed], name);
  }
});

test("no request, one, and none that succeeded", () => {
  assert.deepEqual(codes(bodyOf(second({}, null))), ["no-samples"]);
  assert.deepEqual(codes(bodyOf(first({ requestsCompleted: 0, rps: { count: 0 }, codes: {} }))), ["no-samples"]);
  assert.deepEqual(codes(bodyOf(second(answered({ 500: 4 }, 4, 4)))), ["all-failed"]);
  const refused = bodyOf(second({ "http.requests": 4, "errors.ECONNREFUSED": 4 }, null));
  assert.deepEqual([refused.failed, codes(refused)], [4, ["all-failed", "no-samples"]]);
  const one = bodyOf(second(answered({ 200: 1 }, 1, 1), { ...TIMES, count: 1 }));
  assert.deepEqual([one.sent, one.completed, one.validity], [1, 1, "valid"]);
});

test("totals that lie are told with both figures", () => {
  const sound = second(answered({ 200: 4 }, 4, 4));
  const texts = (body: LoadBody): readonly string[] => body.reasons.map(({ text }) => text);
  assert.deepEqual(texts(bodyOf(second(answered({ 200: 3 }, 4, 4)), [])), ["it says 4 answers, its parts make 3"]);
  assert.deepEqual(texts(bodyOf(second(answered({ 200: 5 }, 4, 5)), [])), ["it says 4 requests, its parts make 5"]);
  assert.deepEqual(texts(bodyOf(second(answered({ 200: 4 }, 4, 4), { ...TIMES, count: 5 }))), [
    "it says 5 times, its parts make 4",
  ]);
  assert.deepEqual(texts(bodyOf(sound, [sound, sound])), ["it says 4 requests, its parts make 8"]);
  assert.deepEqual(texts(bodyOf(sound, [second(answered({ 200: 3, 500: 1 }, 4, 4))])), [
    "it says 0 failed requests, its parts make 1",
  ]);
  assert.deepEqual(texts(bodyOf(first({ latency: { min: 1, max: 9, median: 8, p95: 7, p99: 8 } }))), [
    "its p95 of 7 ms is below its p50 of 8 ms",
  ]);
});

test("times may be off by the width of a histogram's bucket, and no more", () => {
  const max = (ms: number): readonly string[] =>
    codes(bodyOf(second(answered({ 200: 4 }, 4, 4), { ...TIMES, p99: 100, p999: 100, max: ms })));
  assert.deepEqual(max(98.6), []);
  assert.deepEqual(max(98.4), ["totals-disagree"]);
});

test("without its instants or periods a report does not say how long it took", () => {
  const { firstMetricAt: _, period: _period, ...silent } = second(answered({ 200: 4 }, 4, 4));
  assert.deepEqual(codes(bodyOf(silent)), ["duration-unsaid"]);
  const body = bodyOf(first(), []);
  assert.deepEqual([codes(body), body.achieved], [["duration-unsaid"], null]);
  assert.deepEqual(codes(bodyOf(first({ timestamp: "today" }))), ["duration-unsaid"]);
  const backwards = second(answered({ 200: 4 }, 4, 4), TIMES, { firstMetricAt: 3000, lastMetricAt: 1000 });
  assert.deepEqual([bodyOf(backwards).durationMs, bodyOf(backwards).windows.length], [10_000, 1]);
});

test("periods are windows where they are told, of ten seconds, and gaps are empty", () => {
  const part = (period: unknown): Part => second(answered({ 200: 4 }, 4, 4), TIMES, { period });
  const whole = second(answered({ 200: 8 }, 8, 8), { ...TIMES, count: 8 }, { firstMetricAt: 1, lastMetricAt: 30_000 });
  const windows = (...periods: unknown[]): readonly unknown[] =>
    bodyOf(whole, periods.map(part)).windows.map(({ startMs, sent, service }) => [startMs, sent, service?.count]);
  const apart = [
    [0, 4, 4],
    [10_000, 0, undefined],
    [20_000, 4, 4],
  ];
  assert.deepEqual(windows(1_717_236_000_000, "1717236020000"), apart);
  assert.deepEqual(windows("1717236020000", "1717236000000"), apart);
  assert.deepEqual(windows(0, 10_000), [], "the run is longer than its periods");
  assert.deepEqual(windows(0, 20_001), [], "no multiple of a period");
  assert.deepEqual(windows(0, null), [], "one does not say when");
  assert.deepEqual(windows(0, "soon"), [], "nor this one");
  assert.deepEqual(windows(0, 1e15), [], "more windows than are kept");
});

test("a member of the wrong kind is refused by its pointer", () => {
  const sound = answered({ 200: 4 }, 4, 4);
  const cases: readonly (readonly [pointer: string, aggregate: Part])[] = [
    ["/aggregate/counters/http.requests", second({ ...sound, "http.requests": 1.5 })],
    ["/aggregate/counters/http.responses", second({ ...sound, "http.responses": "4" })],
    ["/aggregate/counters/vusers.created", second({ ...sound, "vusers.created": -1 })],
    ["/aggregate/counters/errors.EAI", second({ ...sound, "errors.EAI": 0.5 })],
    ["/aggregate/counters/http.codes.200", second({ ...sound, "http.codes.200": 2 ** 53 })],
    ["/aggregate/counters/http.codes.2e2", second({ ...sound, "http.codes.2e2": 1 })],
    ["/aggregate/counters/http.codes.OK", second({ ...sound, "http.codes.OK": 1 })],
    ["/aggregate/counters", second({}, null, { counters: [] })],
    ["/aggregate/summaries/http.response_time/p99", second(sound, { ...TIMES, p99: "9" })],
    ["/aggregate/summaries/http.response_time/mean", second(sound, { ...TIMES, mean: -1 })],
    ["/aggregate/summaries/http.response_time/count", second(sound, { ...TIMES, count: 1.5 })],
    ["/aggregate/firstMetricAt", second(sound, TIMES, { firstMetricAt: "now" })],
    ["/aggregate/period", second(sound, TIMES, { period: -1 })],
    ["/aggregate/scenariosCreated", first({ scenariosCreated: 1.5 })],
    ["/aggregate/requestsCompleted", first({ requestsCompleted: undefined })],
    ["/aggregate/rps/count", first({ rps: { count: "4" } })],
    ["/aggregate/timestamp", first({ timestamp: 5 })],
    ["/aggregate/codes/ok", first({ codes: { ok: 4 } })],
    ["/aggregate/errors/EAI", first({ errors: { EAI: -1 } })],
    ["/aggregate/latency/median", first({ latency: { median: "NaN ms" } })],
  ];
  for (const [pointer, aggregate] of cases) {
    assert.throws(
      () => READERS.artillery.read(Buffer.from(report(aggregate, [])), "results"),
      (thrown: Error & { code?: string; place?: object }) => {
        assert.equal(thrown.code, "HP-READ-SYNTAX", pointer);
        assert.ok(thrown.message.startsWith(`${pointer}: `), `${pointer}: ${thrown.message}`);
        assert.deepEqual(thrown.place, { file: "results" });
        return true;
      },
    );
  }
  const inPart = report(second(sound), [second(sound), second({ ...sound, "http.requests": null, "errors.x": -1 })]);
  assert.throws(() => read(inPart), { message: /^\/intermediate\/1\/counters\/errors\.x: / });
  assert.throws(() => read(JSON.stringify({ aggregate: first(), intermediate: {} })), { message: /^\/intermediate: / });
});

test("a counter of the scenario's own may hold what it likes", () => {
  const sound = answered({ 200: 4 }, 4, 4);
  const own = { price: 2.5, balance: -3, "http.requests_by_team": "a", "my.errors.x": 7 };
  assert.deepEqual(bodyOf(second({ ...own, ...sound })), bodyOf(second(sound)));
});

test("reports that were cut, or say a thing twice, are refused where they are", () => {
  const text = fixture(TWO).toString();
  assert.equal(refusal(text.slice(0, 200), "artillery"), "HP-READ-TRUNCATED 10:5");
  assert.equal(refusal(fixture(ONE).subarray(0, -1)), "HP-READ-TRUNCATED 127:1");
  assert.match(
    refusal(text.replace('"http.requests": 100', '"http.requests": 100, "http.requests": 1')),
    /^HP-READ-DUPLICATE-KEY 6:/,
  );
  assert.equal(refusal('{"aggregate":[],"intermediate":[]}', "artillery"), "HP-READ-NOT-THE-FORMAT 1:1");
});

test("a report is known by its first member and its counters", () => {
  const { looksLike } = READERS.artillery;
  assert.ok(looksLike('\ufeff{ "intermediate" : [], "aggregate": {"scenariosCreated": 1}}'));
  for (const head of [
    '{"aggregate":{}}',
    '{"phases":[],"aggregate":{"counters":{}}}',
    '[{"aggregate":{"counters":1}}]',
  ])
    assert.equal(looksLike(head), false, head);
  for (const name of [ONE, TWO]) {
    const text = fixture(name).toString();
    assert.deepEqual(read(`\ufeff${text.replaceAll("\n", "\r\n")}`).body, read(text).body, name);
  }
  assert.deepEqual(changed(TWO, '"vusers.created": 100', '"vusers.other": 100').achieved, null);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { changed, codes, fixture, read, READERS, refusal } from "../testing.test.ts";

type Report = Record<string, unknown>;
const SOUND = JSON.parse(fixture("vegeta/report.json").toString()) as Report;
const report = (change: Report): string => JSON.stringify({ ...SOUND, ...change });
const latencies = (change: Report): string => report({ latencies: { ...(SOUND["latencies"] as Report), ...change } });

test("a report is read in milliseconds, with its own percentiles", () => {
  const { body } = read(fixture("vegeta/report.json"));
  assert.deepEqual(body.tool, { name: "vegeta", version: null });
  assert.deepEqual([body.sent, body.completed, body.failed], [1500, 1480, 20]);
  assert.deepEqual([body.durationMs, body.achieved, body.target], [29_999, 50.03, null]);
  assert.deepEqual([body.trust, body.terms.model], ["open-service-only", "open"]);
  assert.deepEqual(body.failures, [
    { kind: "no answer", count: 5 },
    { kind: "status 503", count: 15 },
  ]);
  assert.equal(body.service, null);
  assert.deepEqual(body.series[0]?.told, {
    count: 1500,
    min: 3.936135,
    mean: 22.125835,
    max: 114.446821,
    percentiles: [
      { name: "50th", q: 0.5, ms: 19.610848 },
      { name: "90th", q: 0.9, ms: 36.843718 },
      { name: "95th", q: 0.95, ms: 44.216079 },
      { name: "99th", q: 0.99, ms: 64.989234 },
    ],
  });
});

test("older reports have no minimum, others have more percentiles; none is invented", () => {
  const old = { total: 10, mean: 5_000_000, max: 9_000_000 };
  assert.deepEqual(read(report({ latencies: old })).body.series[0]?.told, {
    count: 1500,
    min: null,
    mean: 5,
    max: 9,
    percentiles: [],
  });
  const more = { total: 10, mean: 5e6, max: 9e6, "99.9th": 8e6, "25th": 1e6, "100th": 9e6, th: 1, x50th: 2 };
  assert.deepEqual(read(report({ latencies: more })).body.series[0]?.told?.percentiles, [
    { name: "99.9th", q: 0.999, ms: 8 },
    { name: "25th", q: 0.25, ms: 1 },
  ]);
});

test("no request, one, and none that succeeded", () => {
  const none = { requests: 0, success: 0, rate: 0, duration: 0, wait: 0, status_codes: {}, errors: [] };
  const nothing = { total: 0, mean: 0, "50th": 0, max: 0, min: 0 };
  assert.deepEqual(codes(read(report({ ...none, latencies: nothing })).body), ["no-samples"]);
  const one = read(report({ ...none, requests: 1, success: 1, wait: 22_000_000, status_codes: { 200: 1 } })).body;
  assert.deepEqual([one.sent, one.completed, one.durationMs, one.validity], [1, 1, 22, "valid"]);
  const failed = read(report({ success: 0, status_codes: { 0: 1500 } })).body;
  assert.deepEqual([failed.completed, failed.failed, codes(failed)], [0, 1500, ["all-failed"]]);
  assert.deepEqual(failed.failures, [{ kind: "no answer", count: 1500 }]);
});

test("a redirect is a success, everything from 400 on and below 200 none", () => {
  const status = { 101: 1, 200: 1, 302: 2, 399: 3, 400: 4, 599: 5 };
  const body = read(report({ requests: 16, success: 6 / 16, status_codes: status })).body;
  assert.deepEqual([body.completed, body.failed, body.validity], [6, 10, "valid"]);
  assert.deepEqual(body.failures, [
    { kind: "status 101", count: 1 },
    { kind: "status 400", count: 4 },
    { kind: "status 599", count: 5 },
  ]);
});

test("totals that lie are told with both figures", () => {
  const texts = (source: string): readonly string[] => read(source).body.reasons.map(({ text }) => text);
  assert.deepEqual(texts(report({ requests: 1501 })), [
    "it says 1501 requests, its parts make 1500",
    "it says 1481 successes, its parts make 1480",
  ]);
  assert.deepEqual(texts(report({ success: 1 })), ["it says 1500 successes, its parts make 1480"]);
  assert.deepEqual(codes(read(report({ requests: 1000, success: 1.48 })).body), [
    "totals-disagree",
    "totals-disagree",
    "totals-disagree",
  ]);
  assert.deepEqual(texts(latencies({ max: 1 })), ["its max of 0.000001 ms is below its p99 of 64.989234 ms"]);
  assert.deepEqual(codes(read(latencies({ "50th": 60e6 })).body), ["totals-disagree"]);
  assert.deepEqual(codes(read(latencies({ mean: 1 })).body), ["totals-disagree"]);
  assert.deepEqual(codes(read(report({ duration: 0, wait: 0 })).body), ["duration-unsaid"]);
});

test("a member of the wrong kind is refused by its pointer", () => {
  const cases: readonly (readonly [pointer: string, source: string])[] = [
    ["/requests", report({ requests: "1500" })],
    ["/requests", report({ requests: 1.5 })],
    ["/requests", report({ requests: null })],
    ["/success", report({ success: -1 })],
    ["/success", report({ success: "98%" })],
    ["/duration", report({ duration: "30s" })],
    ["/wait", report({ wait: -1 })],
    ["/rate", report({ rate: null })],
    ["/latencies/mean", latencies({ mean: undefined })],
    ["/latencies/max", latencies({ max: "1ms" })],
    ["/latencies/min", latencies({ min: -1 })],
    ["/latencies/99th", latencies({ "99th": null })],
    ["/status_codes/200", report({ status_codes: { 200: 1.5 } })],
    ["/status_codes/2e2", report({ status_codes: { "2e2": 1500 } })],
    ["/status_codes/", report({ status_codes: { "": 1500 } })],
    ["/status_codes/OK", report({ status_codes: { OK: 1500 } })],
    ["/status_codes/99", report({ status_codes: { 99: 1500 } })],
    ["/status_codes/0200", report({ status_codes: { "0200": 1500 } })],
  ];
  for (const [pointer, source] of cases) {
    assert.throws(
      () => read(source),
      (thrown: Error & { code?: string; place?: object }) => {
        assert.equal(thrown.code, "HP-READ-SYNTAX", pointer);
        assert.ok(thrown.message.startsWith(`${pointer}: `), `${pointer}: ${thrown.message}`);
        assert.deepEqual(thrown.place, { file: "results" });
        return true;
      },
    );
  }
});

test("numbers that are none, members that come twice and reports that were cut are refused where they are", () => {
  const text = fixture("vegeta/report.json").toString();
  const swap = (to: string): string => refusal(text.replace('"requests": 1500', to));
  assert.equal(swap('"requests": NaN'), "HP-READ-SYNTAX 1:427");
  assert.equal(swap('"requests": 1e400'), "HP-READ-SYNTAX 1:427");
  assert.equal(swap('"requests": 15e2'), "accepted");
  assert.equal(swap('"requests": 1500, "requests": 1500'), "HP-READ-DUPLICATE-KEY 1:433");
  assert.equal(refusal(text.slice(0, 300), "vegeta"), "HP-READ-TRUNCATED 1:301");
  assert.equal(refusal(text.slice(0, -1)), `HP-READ-TRUNCATED 1:${text.length}`);
  assert.equal(refusal('{"latencies":{},"status_codes":[]}'), "HP-READ-NOT-THE-FORMAT 1:1");
});

test("a report is known by how it begins", () => {
  const { looksLike } = READERS.vegeta;
  assert.ok(looksLike('\ufeff\n{ "latencies" : {"mean":1}, "status_codes": {}}'));
  for (const head of [
    '{"latencies":[],"status_codes":{}}',
    '{"latencies":{}}',
    '{"a":1,"latencies":{},"status_codes":{}}',
  ])
    assert.equal(looksLike(head), false, head);
  const mark = Buffer.concat([Buffer.from("\ufeff"), fixture("vegeta/report.json"), Buffer.from("\r\n")]);
  assert.deepEqual(read(mark).body, read(fixture("vegeta/report.json")).body);
  assert.equal(changed("vegeta/report.json", '"rate": 50.03', '"rate": 0').achieved, 0);
});

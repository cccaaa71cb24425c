import assert from "node:assert/strict";
import { test } from "node:test";
import { codes, fixture, read, READERS, refusal } from "../testing.test.ts";

type Part = Record<string, unknown>;
const all = (total: unknown): Part => ({ total, ok: total, ko: "-" });
const counts = (total: unknown, ok: unknown, ko: unknown): Part => ({ numberOfRequests: { total, ok, ko } });
/** Four requests in two seconds. */
const stats = (change: Part = {}): Part => ({
  name: "All Requests",
  ...counts(4, 4, 0),
  minResponseTime: all(1),
  maxResponseTime: all(9),
  meanResponseTime: all(5),
  percentiles1: all(4),
  percentiles2: all(6),
  percentiles3: all(8),
  percentiles4: all(9),
  meanNumberOfRequestsPerSecond: all(2),
  ...change,
});
const leaf = (name: string, change: Part = {}, path = name): Part => ({ name, path, stats: stats(change) });
const report = (own: Part, contents?: unknown): string =>
  JSON.stringify(contents === undefined ? own : { type: "GROUP", name: "All Requests", stats: own, contents });
const texts = (source: string): readonly string[] => read(source).body.reasons.map(({ text }) => text);

test("figures as numbers, as texts and with parts of a second are one", () => {
  const { body } = read(report(stats()));
  assert.deepEqual([body.sent, body.completed, body.failed, body.durationMs], [4, 4, 0, 2000]);
  assert.deepEqual([body.trust, body.terms.model, body.validity, body.service], ["unknown", "unknown", "valid", null]);
  const said = stats({
    ...counts("4", "4", "0"),
    meanNumberOfRequestsPerSecond: all("2.0"),
    minResponseTime: all("1"),
  });
  assert.deepEqual(read(report(said)).body, body);
  assert.equal(read(report(stats({ meanNumberOfRequestsPerSecond: all(3) }))).body.durationMs, 1333.333333);
});

test("a percentile that the report does not have is not there, and its rank is never guessed", () => {
  const told = read(report(stats({ percentiles2: all("-"), percentiles4: undefined, meanResponseTime: {} }))).body
    .series[0]?.told;
  assert.deepEqual(told, {
    count: 4,
    min: 1,
    mean: null,
    max: 9,
    percentiles: [
      { name: "percentiles1", q: null, ms: 4 },
      { name: "percentiles3", q: null, ms: 8 },
    ],
  });
});

test("no request, one, and none that succeeded", () => {
  const dash = Object.fromEntries(
    ["minResponseTime", "maxResponseTime", "meanResponseTime", "percentiles1", "meanNumberOfRequestsPerSecond"].map(
      (name) => [name, all("-")],
    ),
  );
  assert.deepEqual(codes(read(report(stats({ ...dash, ...counts("0", "-", "-") }))).body), ["no-samples"]);
  const one = read(report(stats(counts(1, 1, "-")))).body;
  assert.deepEqual([one.sent, one.completed, one.durationMs, one.validity], [1, 1, 500, "valid"]);
  const failed = read(report(stats(counts(4, 0, 4)))).body;
  assert.deepEqual([failed.completed, failed.failed, codes(failed)], [0, 4, ["all-failed"]]);
  assert.deepEqual(failed.failures, [{ kind: "failed", count: 4 }]);
  for (const rate of [0, "0", "-", undefined]) {
    const still = stats({ meanNumberOfRequestsPerSecond: all(rate) });
    assert.deepEqual(codes(read(report(still)).body), ["duration-unsaid"], String(rate));
  }
});

test("requests are told by their paths, out of groups within groups", () => {
  const inner = { name: "Card", path: "Pay / Card", stats: stats(), contents: { a: leaf("Buy", counts(2, 1, 1), "") } };
  const body = read(
    report(stats(counts(4, 3, 1)), { b: leaf("Home", counts(2, 2, 0)), c: { name: "Pay", contents: { d: inner } } }),
  ).body;
  assert.deepEqual(
    body.series.map(({ of, name, completed, failed, told }) => [of, name, completed, failed, told?.count]),
    [
      ["run", "", 3, 1, 4],
      ["endpoint", "Home", 2, 0, 2],
      ["endpoint", "Buy", 1, 1, 2],
    ],
  );
  assert.equal(body.validity, "valid");
});

test("groups are not followed without end", () => {
  const nested = (depth: number): Part => (depth === 0 ? { r: leaf("Home") } : { g: { contents: nested(depth - 1) } });
  assert.equal(refusal(report(stats(), nested(32))), "accepted");
  assert.equal(refusal(report(stats(), nested(33))), "HP-READ-SYNTAX -:-");
});

test("totals that lie are told with both figures", () => {
  const ranges = (...of: readonly number[]): Part =>
    Object.fromEntries(of.map((count, index) => [`group${index + 1}`, { count }]));
  assert.deepEqual(texts(report(stats(ranges(2, 1, 1, 0)))), []);
  assert.deepEqual(texts(report(stats(ranges(2, 1, 0, 1)))), ["it says 0 failed requests, its parts make 1"]);
  assert.deepEqual(texts(report(stats(ranges(2, 2, 1, 0)))), ["it says 4 requests, its parts make 5"]);
  assert.deepEqual(texts(report(stats(ranges(9, 9, 9)))), [], "a range that is absent tells nothing");
  assert.deepEqual(texts(report(stats(), { a: leaf("Home", counts(3, 3, 0)) })), [
    "it says 4 requests, its parts make 3",
  ]);
  assert.deepEqual(texts(report(stats(), { a: leaf("Home", counts(4, 3, 1)) })), [
    "it says 0 failed requests, its parts make 1",
  ]);
  assert.deepEqual(texts(report(stats({ maxResponseTime: all(0) }))), ["its max of 0 ms is below its min of 1 ms"]);
  assert.deepEqual(codes(read(report(stats(), { a: leaf("Home", { meanResponseTime: all(50) }) })).body), [
    "totals-disagree",
  ]);
});

test("a member of the wrong kind is refused", () => {
  const bad: readonly Part[] = [
    counts(4, 3, 0),
    counts("4", "4", "1"),
    counts(4.5, 4, 0),
    counts(-4, 4, 0),
    counts("4e0", "4", "0"),
    counts(" 4", "4", "0"),
    counts(null, 4, 0),
    counts(4, 4, undefined),
    { minResponseTime: all(-1) },
    { maxResponseTime: all("9 ms") },
    { meanResponseTime: all("NaN") },
    { percentiles1: all("") },
    { percentiles2: all("-4") },
    { percentiles3: all([8]) },
    { meanNumberOfRequestsPerSecond: all("2,0") },
    { group1: { count: "many" }, group2: { count: 0 } },
  ];
  for (const change of bad) {
    const named = JSON.stringify(change);
    assert.equal(refusal(report(stats(change))), "HP-READ-SYNTAX -:-", named);
  }
  assert.equal(refusal(report(stats(), { a: leaf("Home"), b: leaf("Away", counts(0, 0, 0)) })), "accepted");
  assert.equal(refusal(report(stats(), { a: { stats: stats() } })), "HP-READ-SYNTAX -:-");
  assert.equal(refusal(report(stats(), { a: { name: "Home" } })), "HP-READ-SYNTAX -:-");
  assert.equal(refusal(report(stats(), [leaf("Home")])), "HP-READ-SYNTAX -:-");
});

test("the pointer is in the message, of figures as texts too", () => {
  const cases: readonly (readonly [message: RegExp, source: string])[] = [
    [/^\/numberOfRequests: 3 that succeeded and 0 that failed are not 4$/, report(stats(counts(4, 3, 0)))],
    [/^\/contents\/a\/stats\/numberOfRequests\/total: /, report(stats(), { a: { name: "Home" } })],
    [/^\/stats\/minResponseTime\/total: /, report(stats({ minResponseTime: all(-1) }), {})],
    [/^\/maxResponseTime\/total: must be a number from 0$/, report(stats({ maxResponseTime: all("9 ms") }))],
    [/^\/numberOfRequests\/total: must be a count, an integer from 0$/, report(stats(counts("4e0", "4", "0")))],
  ];
  for (const [message, source] of cases)
    assert.throws(() => read(source), { code: "HP-READ-SYNTAX", message, place: { file: "results" } });
});

test("reports that were cut, or say a thing twice, are refused where they are", () => {
  const text = fixture("gatling/global_stats.json").toString();
  assert.equal(refusal(text.slice(0, 40), "gatling-stats"), "HP-READ-TRUNCATED 3:14");
  assert.equal(refusal(text.slice(0, -1)), "HP-READ-TRUNCATED 77:1");
  assert.equal(refusal(text.replace('"total": 30,', '"total": 30, "total": 30,')), "HP-READ-DUPLICATE-KEY 4:16");
  assert.equal(refusal('{"numberOfRequests":30,"percentiles1":{}}'), "HP-READ-NOT-THE-FORMAT 1:1");
  for (const name of ["gatling/global_stats.json", "gatling/stats.json"]) {
    const sound = fixture(name).toString();
    assert.deepEqual(read(`\ufeff${sound.replaceAll("\n", "\r\n")}`).body, read(sound).body, name);
  }
});

test("a report is known by what it counts and its percentiles", () => {
  const { looksLike } = READERS["gatling-stats"];
  assert.ok(looksLike('\ufeff { "numberOfRequests" : {}, "percentiles1" : {}'));
  for (const head of ['{"numberOfRequests":{}}', '{"percentiles1":{}}', '[{"numberOfRequests":1,"percentiles1":1}]'])
    assert.equal(looksLike(head), false, head);
});

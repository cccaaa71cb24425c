import assert from "node:assert/strict";
import { test } from "node:test";
import { changed, codes, fixture, read, refusal } from "../testing.test.ts";
import { instantMs } from "./instant.ts";

test("both forms of the summary tell the same run", () => {
  const [old, later] = ["k6/summary-export.json", "k6/handle-summary.json"].map((name) => read(fixture(name)).body);
  assert.ok(old !== undefined && later !== undefined);
  assert.deepEqual([old.sent, old.failed, old.checks], [later.sent, later.failed, later.checks]);
  assert.deepEqual(old.checks, [{ check: "status is 200", passed: 37, failed: 3 }]);
  const names = (body: typeof old): readonly string[] =>
    body.series[0]?.told?.percentiles.map(({ name }) => name) ?? [];
  assert.deepEqual(names(old), ["med", "p(90)", "p(95)"]);
  assert.deepEqual(names(later), ["med", "p(90)", "p(95)", "p(99)", "p(99.9)"]);
  assert.deepEqual([old.dropped, later.dropped], [0, 2]);
});

test("the model is told by the executors, where the options are there and all say the same", () => {
  const executors: readonly (readonly [string, string])[] = [
    ["ramping-arrival-rate", "open-service-only"],
    ["constant-vus", "closed-service-only"],
    ["per-vu-iterations", "closed-service-only"],
    ["of-tomorrow", "unknown"],
  ];
  for (const [executor, trust] of executors)
    assert.equal(changed("k6/handle-summary.json", "constant-arrival-rate", executor).trust, trust, executor);
  const mixed = changed(
    "k6/handle-summary.json",
    '"scenarios": {',
    '"scenarios": {"users": {"executor": "constant-vus"},',
  );
  assert.equal(mixed.trust, "unknown");
  assert.deepEqual(mixed.terms.arrivals, ["constant-arrival-rate", "constant-vus"]);
});

test("a share that is not of its counts, and counts that are not the requests, are told", () => {
  for (const name of ["k6/summary-export.json", "k6/handle-summary.json"]) {
    assert.deepEqual(codes(changed(name, /0\.075/, "0.001")), ["totals-disagree"], name);
    assert.ok(
      codes(changed(name, /"fails": 37,\s+"value"|"fails": 37\s+\}/, (found) => found.replace("37", "97"))).includes(
        "totals-disagree",
      ),
      name,
    );
  }
});

test("without a metric of failures nobody knows how many failed", () => {
  assert.deepEqual(codes(changed("k6/summary-export.json", '"http_req_failed"', '"other"')), ["failures-unsaid"]);
});

test("a run without a request is no pass, and other JSON is no summary", () => {
  const none = '{"metrics":{"iterations":{"count":3,"rate":1}},"root_group":{}}';
  assert.deepEqual(codes(read(none).body), ["no-samples"]);
  assert.equal(refusal('{"metrics":{"http_req_duration":{}}}'), "HP-READ-NOT-THE-FORMAT 1:1");
  const negative = fixture("k6/summary-export.json")
    .toString()
    .replace(/"avg": /, '"avg": -');
  assert.equal(refusal(negative), "HP-READ-SYNTAX -:-");
});

test("a stream has every time, endpoint and failure by kind; its CSV the same", () => {
  const [points, csv] = ["k6/points.jsonl", "k6/points.csv"].map((name) => read(fixture(name)).body);
  assert.deepEqual(points?.failures, [
    { kind: "error 1212", count: 1 },
    { kind: "status 503", count: 2 },
  ]);
  assert.deepEqual(points?.failures, csv?.failures);
  assert.deepEqual(points?.service, csv?.service);
  assert.deepEqual(
    points?.series.map(({ name }) => name),
    ["", "GET http://service.test/items", "GET http://service.test/pay"],
  );
  assert.deepEqual(points?.checks, [{ check: "status is 200", passed: 37, failed: 3 }]);
});

test("a stream whose metrics fell apart is invalid", () => {
  const lines = fixture("k6/points.jsonl").toString().split("\n");
  const without = (part: RegExp): string => lines.filter((line, index) => index < 5 || !part.test(line)).join("\n");
  assert.deepEqual(codes(read(without(/"http_reqs"/)).body), ["totals-disagree"]);
  assert.ok(codes(read(without(/"http_req_duration".*"status":"503"/)).body).includes("totals-disagree"));
  const hidden = fixture("k6/points.jsonl")
    .toString()
    .replaceAll('"expected_response":"false"', '"expected_response":"true"');
  assert.deepEqual(codes(read(hidden).body), ["totals-disagree"]);
});

test("without the tag of expected responses the status decides", () => {
  const untagged = fixture("k6/points.jsonl")
    .toString()
    .replaceAll(/"expected_response":"(?:true|false)",/g, "");
  assert.equal(read(untagged).body.failed, 3);
});

test("lines that are no points are refused with their number", () => {
  const head = '{"type":"Metric","data":{"type":"trend"},"metric":"http_req_duration"}\n';
  const point = (data: string): string => `${head}{"type":"Point","metric":"http_req_duration","data":${data}}\n`;
  for (const data of [
    "null",
    '{"time":"x","value":1}',
    '{"time":"2024-06-01T10:00:00Z","value":-1}',
    '{"time":1,"value":1}',
  ])
    assert.equal(refusal(point(data)), "HP-READ-SYNTAX 2:1", data);
  assert.equal(refusal(`${head}{"type":"Else","metric":"a"}\n`), "HP-READ-SYNTAX 2:1");
  assert.equal(refusal(head + head.trimEnd()), "HP-READ-TRUNCATED 2:1");
});

test("instants are read in every form that k6 writes", () => {
  const place = { file: "f", line: 1 };
  for (const text of [
    "2024-06-01T10:00:00.5Z",
    "2024-06-01T12:00:00.500000000+02:00",
    "1717236000500",
    "1717236000500000",
    "1717236000500000000",
  ])
    assert.equal(instantMs(text, place), 1_717_236_000_500, text);
  assert.equal(instantMs("1717236000", place), 1_717_236_000_000);
  for (const text of ["", "2024-06-01", "12", "2024-13-01T10:00:00Z", "NaN"])
    assert.throws(() => instantMs(text, place), { code: "HP-READ-SYNTAX", place }, text);
});

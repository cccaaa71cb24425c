import assert from "node:assert/strict";
import { test } from "node:test";
import { changed, codes, fixture, read, refusal } from "./testing.test.ts";

/** A fixture's text with a part changed. */
const text = (name: string, from: string | RegExp, to: string): string => {
  const sound = fixture(name).toString();
  assert.match(
    sound,
    from instanceof RegExp ? from : new RegExp(from.replaceAll(/[()[\]{}.+*?^$|\\]/g, String.raw`\$&`)),
  );
  return sound.replace(from, to);
};

test("wrk: socket errors are failures beside the requests that it counts", () => {
  const { body } = read(fixture("wrk/sockets.txt"));
  assert.deepEqual(body.failures, [{ kind: "read", count: 605 }]);
  assert.equal(body.sent, 5441 + 605);
  assert.deepEqual(read(fixture("wrk/non2xx.txt")).body.failures, [{ kind: "status", count: 492 }]);
});

test("wrk: times of every unit, the target and the connections are told, and no percentile that is not there", () => {
  const { series, terms, url } = read(text("wrk/latency.txt", "38.69ms", "2.10s")).body;
  const [whole] = series;
  assert.deepEqual(whole?.told?.percentiles.at(-1), { name: "99%", q: 0.99, ms: 2100 });
  assert.deepEqual([terms.connections, terms.workers, url], [5, 1, "http://127.0.0.1:18099/"]);
  assert.deepEqual(read(fixture("wrk/plain.txt")).body.series[0]?.told?.percentiles, []);
});

test("wrk: another number of requests, falling percentiles and more refusals than answers are told", () => {
  assert.deepEqual(codes(changed("wrk/latency.txt", "7015 requests", "9015 requests")), ["totals-disagree"]);
  assert.deepEqual(codes(changed("wrk/latency.txt", "16.74ms", "46.74ms")), ["totals-disagree"]);
  assert.deepEqual(codes(changed("wrk/non2xx.txt", "responses: 492", "responses: 4999")), [
    "totals-disagree",
    "all-failed",
  ]);
  const idle = text("wrk/latency.txt", "7015 requests", "0 requests").replace("2336.61", "0.00");
  assert.ok(codes(read(idle).body).includes("no-samples"));
});

test("wrk: two runs in a file, wrk2's clock, NaN and negative times are refused with their line", () => {
  const sound = fixture("wrk/latency.txt").toString();
  assert.equal(refusal(sound + sound), "HP-READ-SYNTAX 14:1");
  assert.equal(
    refusal(text("wrk/latency.txt", "Latency Distribution", "Latency Distribution (HdrHistogram - Recorded Latency)")),
    "HP-READ-NOT-THE-FORMAT 6:1",
  );
  assert.equal(refusal(text("wrk/latency.txt", "5.00ms", "-nanus")), "HP-READ-SYNTAX 4:1");
  assert.equal(refusal(text("wrk/latency.txt", "16.74ms", "-1.00ms")), "HP-READ-SYNTAX 9:1");
  assert.equal(refusal(text("wrk/latency.txt", "     99%", "     199%")), "HP-READ-SYNTAX 10:1");
  assert.equal(refusal(text("wrk/latency.txt", /Transfer.*\n/, "")), "HP-READ-TRUNCATED 12:1");
});

test("hey: statuses and errors by kind; a target that is down is no pass", () => {
  assert.deepEqual(read(fixture("hey/flaky.txt")).body.failures, [{ kind: "status 503", count: 30 }]);
  const down = read(fixture("hey/down.txt")).body;
  assert.deepEqual(
    down.failures.map(({ count }) => count),
    [20],
  );
  assert.match(down.failures[0]?.kind ?? "", /connection refused$/);
  assert.deepEqual(down.series[0]?.told, undefined);
});

test("hey: lines that were taken out or changed no longer fit its rate", () => {
  assert.deepEqual(codes(changed("hey/flaky.txt", /.*\[503\].*\n/, "")), ["totals-disagree"]);
  assert.deepEqual(codes(changed("hey/flaky.txt", "270 responses", "300 responses")), ["totals-disagree"]);
  assert.deepEqual(codes(changed("hey/ok.txt", "Slowest:\t0.0416", "Slowest:\t0.0016")), ["totals-disagree"]);
  assert.equal(refusal(text("hey/ok.txt", /Average:\t\S+/, "Average:\t NaN")), "HP-READ-SYNTAX 6:1");
  assert.equal(refusal(text("hey/ok.txt", "  [200]\t300 responses", "  [200]\tmany")), "HP-READ-SYNTAX 43:1");
  assert.equal(refusal(text("hey/ok.txt", /Status code[^]*/, "")), "HP-READ-TRUNCATED 41:1");
});

test("hey: its CSV keeps every time and cannot say what failed", () => {
  const { service, validity, reasons } = read(fixture("hey-csv/flaky.csv")).body;
  assert.deepEqual([service?.count, service?.max, validity], [60, 40.1, "invalid"]);
  assert.match(reasons[0]?.text ?? "", /leaves requests without an answer out/);
  assert.equal(refusal(text("hey-csv/flaky.csv", "0.0018,0.0002", "-0.0018,0.0002")), "HP-READ-SYNTAX 2:1");
});

test("ab: other statuses than 2xx are failures, which its own count leaves out", () => {
  const { completed, failed, failures, terms, tool } = read(fixture("ab/flaky.txt")).body;
  assert.deepEqual([completed, failed, failures], [270, 30, [{ kind: "status", count: 30 }]]);
  assert.deepEqual([tool.version, terms.connections], ["2.3", 5]);
  assert.deepEqual(codes(changed("ab/ok.txt", "Failed requests:        0", "Failed requests:        400")), [
    "totals-disagree",
    "all-failed",
  ]);
  assert.deepEqual(codes(changed("ab/ok.txt", "Complete requests:      300", "Complete requests:      900")), [
    "totals-disagree",
  ]);
  assert.equal(refusal(text("ab/ok.txt", /.*longest request.*\n/, "")), "HP-READ-TRUNCATED 41:1");
});

test("autocannon: requests that nobody counted and latencies that nobody measured are told", () => {
  const texts = (name: string): string =>
    read(fixture(name))
      .body.reasons.map((reason) => reason.text)
      .join("; ");
  assert.match(texts("autocannon/drop.json"), /4992 requests were sent, and 504 neither answered nor counted/);
  assert.match(texts("autocannon/corrected.json"), /1395 latencies of 600 answers/);
  assert.equal(texts("autocannon/flaky.json"), "");
});

test("autocannon: answers of a wrong body, timeouts and statuses are failures; changed totals are told", () => {
  const wrong = changed("autocannon/ok.json", '"mismatches":0', '"mismatches":7');
  assert.deepEqual([wrong.completed, wrong.failed, wrong.failures], [7184, 7, [{ kind: "mismatch", count: 7 }]]);
  const late = changed("autocannon/ok.json", '"errors":0,"timeouts":0', '"errors":5,"timeouts":2');
  assert.deepEqual(late.failures, [
    { kind: "timeout", count: 2 },
    { kind: "error", count: 3 },
  ]);
  for (const [from, to] of [
    ['"2xx":7191', '"2xx":7190'],
    ['"total":7191', '"total":7192'],
    ['"count":7191', '"count":7100'],
    ['"non2xx":0', '"non2xx":3'],
    ['"p99":39,', '"p99":3900,'],
  ] as const)
    assert.ok(codes(changed("autocannon/ok.json", from, to)).includes("totals-disagree"), from);
  assert.equal(refusal(text("autocannon/ok.json", '"errors":0', '"errors":-1')), "HP-READ-SYNTAX -:-");
});

test("vegeta: what got no answer is a failure, and the share of successes must fit", () => {
  assert.deepEqual(read(fixture("vegeta/report.json")).body.failures, [
    { kind: "no answer", count: 5 },
    { kind: "status 503", count: 15 },
  ]);
  assert.deepEqual(codes(changed("vegeta/report.json", '"503": 15', '"204": 15')), ["totals-disagree"]);
  assert.deepEqual(codes(changed("vegeta/report.json", '"requests": 1500', '"requests": 1600')), [
    "totals-disagree",
    "totals-disagree",
  ]);
});

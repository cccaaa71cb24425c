import assert from "node:assert/strict";
import { test } from "node:test";
import { LOAD_FORMATS } from "./format.ts";
import { codes, FIXTURES, fixture, READABLE, read, READERS, refusal, REFUSED } from "./testing.test.ts";

/** `format trust sent/completed/failed/dropped windows series p99 reasons`. */
const EXPECTED: Readonly<Record<string, string>> = {
  "ab/flaky.txt": "ab closed-service-only 300/270/30/0 0 1 told",
  "ab/ok.txt": "ab closed-service-only 300/300/0/0 0 1 told",
  "artillery/version-1.json": "artillery open-service-only 100/97/3/0 2 1 told",
  "artillery/version-2.json": "artillery open-service-only 100/97/3/0 2 1 60.8",
  "autocannon/corrected.json": "autocannon closed-service-only 800/540/60/0 0 1 told totals-disagree totals-disagree",
  "autocannon/down.json": "autocannon closed-service-only 15230/0/15225/0 0 1 none all-failed no-samples",
  "autocannon/drop.json": "autocannon closed-service-only 4992/4488/0/0 0 1 told totals-disagree",
  "autocannon/flaky.json": "autocannon closed-service-only 4505/4051/449/0 0 1 told",
  "autocannon/ok.json": "autocannon closed-service-only 7196/7191/0/0 0 1 told",
  "gatling/global_stats.json": "gatling-stats unknown 30/28/2/0 0 1 told",
  "gatling/simulation-3.0.log": "gatling-log unknown 30/28/2/0 3 3 71",
  "gatling/simulation-3.9.log": "gatling-log unknown 30/28/2/0 3 3 71",
  "gatling/stats.json": "gatling-stats unknown 30/28/2/0 0 3 told",
  "hey-csv/flaky.csv": "hey-csv closed-service-only 60/54/6/0 2 1 40.1 failures-unsaid",
  "hey/down.txt": "hey closed-service-only 20/0/20/0 0 1 none all-failed no-samples",
  "hey/flaky.txt": "hey closed-service-only 300/270/30/0 0 1 told",
  "hey/ok.txt": "hey closed-service-only 300/300/0/0 0 1 told",
  "hlog/own.hlog": "hlog unknown 80/80/0/0 4 2 8.191 failures-unsaid",
  "holdpoint/artifact-run.json": "holdpoint-json open-both-clocks 200/182/18/0 4 4 48.383",
  "holdpoint/artifact-v1.jsonl": "holdpoint open-both-clocks 80/72/8/0 4 3 8.163",
  "holdpoint/artifact.jsonl": "holdpoint open-both-clocks 200/182/18/0 4 4 48.383",
  "holdpoint/run.json": "holdpoint-json open-both-clocks 80/72/8/0 4 3 8.163",
  "k6/handle-summary.json": "k6-summary open-service-only 40/37/3/2 0 1 told",
  "k6/points.csv": "k6-csv unknown 40/37/3/0 5 3 46.474",
  "k6/points.jsonl": "k6-json unknown 40/37/3/2 4 3 46.474",
  "k6/summary-export.json": "k6-summary unknown 40/37/3/0 0 1 told",
  "locust/run_stats.csv": "locust-stats closed-service-only 2349/2276/73/0 0 3 39",
  "locust/run_stats_history.csv": "locust-history closed-service-only 2135/2066/69/0 10 1 told",
  "vegeta/report.json": "vegeta open-service-only 1500/1480/20/0 0 1 told",
  "wrk/latency.txt": "wrk closed-service-only 7015/7015/0/0 0 1 told",
  "wrk/non2xx.txt": "wrk closed-service-only 4924/4432/492/0 0 1 told",
  "wrk/plain.txt": "wrk closed-service-only 7028/7028/0/0 0 1 told",
  "wrk/sockets.txt": "wrk closed-service-only 6046/5441/605/0 0 1 told",
};

test("every result is told by its beginning and counted as its tool meant it", () => {
  const found: Record<string, string> = {};
  for (const { name, bytes } of READABLE) {
    const { format, body } = read(bytes);
    const { trust, sent, completed, failed, dropped, windows, series, service } = body;
    const times = service?.p99 ?? (series[0]?.told === undefined ? "none" : "told");
    const counts = `${sent}/${completed}/${failed}/${dropped}`;
    found[name] = [format, trust, counts, windows.length, series.length, times, ...codes(body)].join(" ");
    assert.equal(body.validity, body.reasons.length === 0 ? "valid" : "invalid", name);
  }
  assert.deepEqual(found, EXPECTED);
});

test("response times are told by our own results alone, and no load is a measurement of both clocks but ours", () => {
  for (const { name, bytes } of READABLE) {
    const { body } = read(bytes);
    const isOurs = name.startsWith("holdpoint/");
    assert.equal(body.response !== null, isOurs, name);
    assert.equal(body.trust === "open-both-clocks", isOurs, name);
    assert.equal(body.id, "load");
  }
});

test("windows add up to the run, follow one another, and reach its end", () => {
  let looked = 0;
  for (const { name, bytes } of READABLE) {
    const { windows, durationMs, ...run } = read(bytes).body;
    if (windows.length === 0) continue;
    looked += 1;
    let reached = 0;
    for (const { startMs, sizeMs } of windows) {
      assert.equal(startMs, reached, name);
      reached += sizeMs;
    }
    assert.ok(reached >= durationMs, name);
    for (const key of ["sent", "completed", "failed", "dropped"] as const) {
      assert.equal(
        windows.reduce((sum, window) => sum + window[key], 0),
        run[key],
        `${name} ${key}`,
      );
    }
  }
  assert.ok(looked >= 8, `${looked}`);
});

test("each reader refuses the results of all others", () => {
  let refused = 0;
  for (const { name, bytes } of READABLE) {
    const own = read(bytes).format;
    for (const format of LOAD_FORMATS) {
      if (format === own) continue;
      const found = refusal(bytes, format);
      assert.match(found, /^HP-READ-/, `${name} as ${format}: ${found}`);
      refused += 1;
    }
  }
  assert.equal(refused, READABLE.length * (LOAD_FORMATS.length - 1));
});

test("every reader is under its own name, and at most one knows a beginning", () => {
  assert.deepEqual(Object.keys(READERS), LOAD_FORMATS);
  for (const format of LOAD_FORMATS) assert.equal(READERS[format].format, format);
  for (const { name, bytes } of FIXTURES) {
    const head = bytes.subarray(0, 65_536).toString();
    assert.equal(Object.values(READERS).filter((reader) => reader.looksLike(head)).length, 1, name);
  }
});

test("what is nothing, an error page or somebody else's is refused", () => {
  const sources: readonly (readonly [string, string])[] = [
    ["", "HP-READ-EMPTY -:-"],
    ["\n", "HP-READ-NOT-THE-FORMAT 1:1"],
    ["{}", "HP-READ-NOT-THE-FORMAT 1:1"],
    ["[]", "HP-READ-NOT-THE-FORMAT 1:1"],
    ["<!DOCTYPE html><html><body>502 Bad Gateway</body></html>\n", "HP-READ-NOT-THE-FORMAT 1:1"],
    ["unable to connect to 127.0.0.1:1 Connection refused\n", "HP-READ-NOT-THE-FORMAT 1:1"],
    ["Method,Name,Error,Occurrences\n", "HP-READ-NOT-THE-FORMAT 1:1"],
    ["\u001f\u008b\u0008", "HP-READ-NOT-THE-FORMAT 1:1"],
  ];
  for (const [source, expected] of sources) assert.equal(refusal(source), expected, JSON.stringify(source));
  for (const name of REFUSED) assert.equal(refusal(fixture(name)), "HP-READ-NOT-THE-FORMAT 1:1", name);
});

test("a result that could be of two tools is nobody's", () => {
  const both = '{"latencies":{"p97_5":1},"sampleInt":1,"status_codes":{}}';
  assert.equal(refusal(both), "HP-READ-NOT-THE-FORMAT 1:1");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { changed, codes, fixture, read, refusal } from "../testing.test.ts";

const STATS = fixture("locust/run_stats.csv").toString().replaceAll("\r\n", "\n");
const HISTORY = fixture("locust/run_stats_history.csv").toString().replaceAll("\r\n", "\n");

test("the table tells a whole summary of the run and of each request", () => {
  const { series, service } = read(STATS).body;
  assert.deepEqual([service?.count, service?.p50, service?.p99, service?.p999, service?.max], [2349, 1, 39, 41, 42]);
  assert.deepEqual(
    series.map(({ completed, failed, name, summary }) => [name, completed, failed, summary?.p99 ?? null]),
    [
      ["", 2276, 73, null],
      ["GET /", 1753, 0, 40],
      ["GET /flaky", 523, 73, 5],
    ],
  );
});

test("an older table without the last percentiles tells what it has", () => {
  const older = STATS.split("\n")
    .map((line) => (line === "" ? "" : line.split(",").slice(0, 19).join(",")))
    .join("\n");
  const { series, service, validity } = read(older).body;
  assert.deepEqual([service, validity], [null, "valid"]);
  assert.deepEqual(series[0]?.told?.percentiles.at(-1), { name: "99%", q: 0.99, ms: 39 });
});

test("rows that do not make the last one are told; impossible ones and a missing end are refused", () => {
  assert.deepEqual(codes(changed("locust/run_stats.csv", "/flaky,596,73", "/flaky,596,0")), ["totals-disagree"]);
  assert.deepEqual(codes(changed("locust/run_stats.csv", "Aggregated,2349,", "Aggregated,2350,")), ["totals-disagree"]);
  assert.equal(refusal(STATS.replace("Aggregated,2349,73", "Aggregated,2349,9999")), "HP-READ-SYNTAX 4:1");
  assert.equal(refusal(STATS.replace(/,Aggregated.*\n/, "")), "HP-READ-TRUNCATED -:-");
  assert.equal(refusal(STATS.replace(",1.884", ",-1.884")), "HP-READ-SYNTAX 3:1");
  assert.equal(refusal(STATS.replace(",1.884", ",nan1.884")), "HP-READ-SYNTAX 3:1");
  assert.equal(refusal(`${STATS}${STATS.split("\n")[1]}\n`), "HP-READ-SYNTAX 5:1");
});

test("a percentile above the maximum by its rounding is no contradiction, one far above is", () => {
  const last = (p999: string): string => STATS.replace("39,41,42,42\n", `39,${p999},42,42\n`);
  assert.equal(read(last("44")).body.validity, "valid");
  assert.deepEqual(codes(read(last("60")).body), ["totals-disagree"]);
});

test("the history tells counts second by second, and no percentile of the run", () => {
  const { series, service, windows } = read(HISTORY).body;
  assert.equal(service, null);
  assert.deepEqual(series[0]?.told, { count: 2135, min: 0, mean: 2.154567, max: 42, percentiles: [] });
  assert.deepEqual(
    windows.slice(0, 2).map(({ failed, sent, sizeMs }) => [sizeMs, sent, failed]),
    [
      [1000, 214, 8],
      [1000, 215, 4],
    ],
  );
});

test("running totals that fall are told, rows out of order refused", () => {
  const falling = read(HISTORY.replace(",1922,63,", ",22,3,")).body;
  assert.deepEqual([codes(falling), falling.windows], [["totals-disagree"], []]);
  assert.equal(refusal(HISTORY.replace("1795271810", "1795271800")), "HP-READ-SYNTAX 11:1");
  assert.equal(refusal(HISTORY.replace(",1922,63,", ",1922,1963,")), "HP-READ-SYNTAX 11:1");
});

test("before the first request there is nothing", () => {
  assert.deepEqual(codes(read(HISTORY.split("\n").slice(0, 2).join("\n") + "\n").body), ["no-samples"]);
});

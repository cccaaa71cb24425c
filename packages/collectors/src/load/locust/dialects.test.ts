import assert from "node:assert/strict";
import { test } from "node:test";
import { codes, edited, fixture, read, refusal } from "../testing.test.ts";

const STATS = "locust/run_stats.csv";
const HEAD =
  "Type,Name,Request Count,Failure Count,Median Response Time,Average Response Time,Min Response Time," +
  "Max Response Time,Average Content Size,Requests/s,Failures/s,50%,66%,75%,80%,90%,95%,98%,99%,99.9%,99.99%,100%\n";
const TIMES = "1,1.0,1,9,2.0,10.0,0.0,1,1,1,1,2,3,4,5,6,7,9\n";

test("the time that a run took is that of its count and rate", () => {
  const { durationMs, target, achieved, terms } = read(fixture(STATS)).body;
  assert.deepEqual([durationMs, target, achieved], [10992.114067, null, null]);
  assert.deepEqual([terms.model, terms.connections], ["closed", null]);
  assert.deepEqual(codes(read(edited(STATS, ["213.6986557513504", "0.0"])).body), ["duration-unsaid"]);
});

test("a rate near nothing is no endless run", () => {
  const { body } = read(edited(STATS, ["213.6986557513504", "1e-320"]));
  assert.deepEqual([body.durationMs, codes(body)], [0, ["duration-unsaid"]]);
});

test("older versions quote each field, or call the last row Total", () => {
  const quoted = fixture(STATS)
    .toString()
    .replaceAll(/[^,\r\n]+/g, (field) => `"${field}"`);
  assert.deepEqual(read(quoted), read(fixture(STATS)));
  assert.deepEqual(read(edited(STATS, [",Aggregated,", ",Total,"])), read(fixture(STATS)));
});

test("columns may come in another order and be more, but none twice", () => {
  const moved = fixture(STATS)
    .toString()
    .replaceAll(/^(.*),([^,\r\n]*)\r?$/gm, "$1,$2,later");
  assert.match(refusal(moved), /^accepted$/);
  assert.deepEqual(read(moved.replace("later", "Later")).body.service, read(fixture(STATS)).body.service);
  assert.equal(refusal(edited(STATS, ["99.99%", "99.9%"])), "HP-READ-SYNTAX 1:1");
  assert.equal(refusal(edited(STATS, ["Requests/s", "RPS"])), "HP-READ-NOT-THE-FORMAT 1:1");
});

test("a request that is called as the row of totals is none of it", () => {
  const source = `${HEAD}GET,Aggregated,10,0,${TIMES},Aggregated,10,0,${TIMES}`;
  const { body } = read(source);
  assert.deepEqual([body.sent, body.validity], [10, "valid"]);
  assert.deepEqual(
    body.series.map(({ name }) => name),
    ["", "GET Aggregated"],
  );
});

test("names with commas, quotes and line breaks stay whole", () => {
  const { body } = read(`${HEAD}GET,"/a,""b""\n?c",10,1,${TIMES},Aggregated,10,1,${TIMES}`);
  assert.deepEqual([body.series[1]?.name, body.failed], ['GET /a,"b"\n?c', 1]);
  assert.equal(refusal(`${HEAD}GET,"/a\n",10,1,${TIMES}GET,/b,10,11,${TIMES}`), "HP-READ-SYNTAX 4:1");
});

test("a request that never ended has no times, and does not harm the run", () => {
  const none = "N/A,N/A,N/A,N/A,0.0,0.0,0.0,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A\n";
  const { series, validity } = read(`${HEAD}GET,/a,10,0,${TIMES}GET,/b,0,0,${none},Aggregated,10,0,${TIMES}`).body;
  assert.deepEqual(
    [series[2]?.completed, series[2]?.summary, series[2]?.told, validity],
    [0, null, undefined, "valid"],
  );
  const idle = read(`${HEAD},Aggregated,0,0,${none.replace("0.0,0.0,0.0", "0.0,0.0,0.0")}`).body;
  assert.deepEqual(codes(idle), ["no-samples"]);
});

test("all requests failed is no pass, and says so", () => {
  const { body } = read(`${HEAD}GET,/a,10,10,${TIMES},Aggregated,10,10,${TIMES}`);
  assert.deepEqual([body.completed, body.failures, codes(body)], [0, [{ kind: "failed", count: 10 }], ["all-failed"]]);
});

test("times of a request that contradict themselves make the run invalid", () => {
  const falls = TIMES.replace("1,1.0,1,9", "1,99.0,1,9");
  const whole = read(`${HEAD}GET,/a,10,0,${TIMES},Aggregated,10,0,${falls}`).body;
  assert.deepEqual(whole.reasons, [
    { code: "totals-disagree", text: "its mean of 99 ms is not between its minimum and maximum" },
  ]);
});

test("fields in no known form are refused on their line", () => {
  const cases: readonly (readonly [from: string, to: string, place: string])[] = [
    ["GET,/,1753,", "GET,/,1753.0,", "2:1"],
    ["GET,/,1753,0", "GET,/,1753,-0", "2:1"],
    ["GET,/,1753,", "GET,/,,", "2:1"],
    ["/flaky,596,73,1,1.88", "/flaky,596,73,1,N/A1.88", "3:1"],
    [",0,41,2.0", ",None,41,2.0", "3:1"],
    ["213.6986557513504", "inf", "4:1"],
    ["4,4,39,41,42,42", "4,4,N/A,41,42,42", "4:1"],
  ];
  for (const [from, to, place] of cases)
    assert.equal(refusal(edited(STATS, [from, to])), `HP-READ-SYNTAX ${place}`, to);
});

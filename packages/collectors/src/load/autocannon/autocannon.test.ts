import assert from "node:assert/strict";
import { test } from "node:test";
import { codes, edited, fixture, read, refusal } from "../testing.test.ts";

const OK = "autocannon/ok.json";
const texts = (source: string): readonly string[] => read(source).body.reasons.map(({ text }) => text);

test("its latencies are told as they stand, from the tenth percentile on", () => {
  const { achieved, durationMs, series, service, terms, tool, trust, url } = read(fixture(OK)).body;
  assert.deepEqual(
    [tool, trust, url],
    [{ name: "autocannon", version: null }, "closed-service-only", "http://127.0.0.1:18099/"],
  );
  assert.deepEqual([achieved, durationMs, service], [2381.125828, 3020, null]);
  assert.deepEqual([terms.connections, terms.workers, terms.model], [5, 0, "closed"]);
  const { percentiles = [], ...others } = series[0]?.told ?? {};
  assert.deepEqual(others, { count: 7191, min: 1, mean: 1.67, max: 53 });
  assert.deepEqual(
    percentiles.map(({ name, q, ms }) => `${name} ${q} ${ms}`),
    [
      "p10 0.1 1",
      "p25 0.25 1",
      "p50 0.5 1",
      "p75 0.75 1",
      "p90 0.9 2",
      "p97_5 0.975 3",
      "p99 0.99 39",
      "p99_9 0.999 40",
      "p99_99 0.9999 53",
      "p99_999 0.99999 53",
    ],
  );
});

test("a file of a later version says which, one without connections says none", () => {
  const later = read(edited(OK, ['"sampleInt"', '"version":"9.9.9","sampleInt"'])).body;
  assert.equal(later.tool.version, "9.9.9");
  const silent = read(edited(OK, ['"connections":5,', ""], ['"sent":7196', '"sent":7191'])).body;
  assert.deepEqual([silent.terms.connections, silent.validity], [null, "valid"]);
});

test("members of another kind are refused with their pointer", () => {
  const cases: readonly (readonly [from: string, to: string, pointer: RegExp])[] = [
    ['"2xx":7191', '"2xx":"7191"', /^\/2xx: must be a count/],
    ['"2xx":7191', '"2xx":7191.5', /^\/2xx: must be a count/],
    ['"2xx":7191,', "", /^\/2xx: must be a count/],
    ['"errors":0', '"errors":null', /^\/errors: must be a count/],
    ['"mismatches":0', '"mismatches":-1', /^\/mismatches: must be a count/],
    ['"duration":3.02', '"duration":-3', /^\/duration: must be a number from 0/],
    ['"duration":3.02', '"duration":1e308', /^\/duration: must be a number from 0/],
    ['"duration":3.02', '"duration":"3.02"', /^\/duration: must be a number from 0/],
    ['"p99":39', '"p99":-39', /^\/latency\/p99: must be a number from 0/],
    ['"totalCount":7191', '"totalCount":9007199254740992', /^\/latency\/totalCount: must be a count/],
    ['"total":7191', '"total":null', /^\/requests\/total: must be a count/],
    ['"200":{"count":7191}', '"200":7191', /^\/statusCodeStats\/200\/count: must be a count/],
    ['"url":"http', '"url":7,"uri":"http', /^\/url: must be a string/],
  ];
  for (const [from, to, message] of cases)
    assert.throws(
      () => read(edited(OK, [from, to])),
      { code: "HP-READ-SYNTAX", place: { file: "results" }, message },
      to,
    );
});

test("what is no whole JSON is refused where it breaks", () => {
  const sound = fixture(OK).toString();
  assert.match(refusal(sound.slice(0, 600)), /^HP-READ-TRUNCATED 1:/);
  assert.match(refusal(edited(OK, ['"errors":0', '"errors":NaN'])), /^HP-READ-SYNTAX 1:\d+$/);
  assert.match(refusal(edited(OK, ['"errors":0', '"errors":0,"errors":9'])), /^HP-READ-DUPLICATE-KEY 1:\d+$/);
  assert.match(refusal(sound + sound), /^HP-READ-SYNTAX /);
  assert.equal(refusal(edited(OK, ['"latency":{', '"latencies":{'])), "HP-READ-NOT-THE-FORMAT 1:1");
  assert.equal(refusal(edited(OK, ['"sampleInt":1000', '"sampleInt":null'])), "HP-READ-NOT-THE-FORMAT 1:1");
});

test("as many as may be under way at the end are not missing, one more is", () => {
  const sent = (count: number, pipelining: number): readonly string[] =>
    texts(edited(OK, [/"sent":7196/, `"sent": ${count}`], ['"pipelining":1,', `"pipelining":${pipelining},"x":0,`]));
  assert.deepEqual(sent(7196, 1), []);
  assert.deepEqual(sent(7197, 1), ["7197 requests were sent, and 6 neither answered nor counted as errors"]);
  assert.deepEqual(sent(7201, 2), []);
  assert.deepEqual(sent(7202, 2), ["7202 requests were sent, and 11 neither answered nor counted as errors"]);
});

test("each lying total is told in words that name it", () => {
  const cases: readonly (readonly [from: string, to: string, text: string])[] = [
    ['"total":7191', '"total":7190', "it says 7190 requests, its parts make 7191"],
    ['"totalCount":7191', '"totalCount":7100', "it tells 7100 latencies of 7191 answers"],
    ['"count":7191', '"count":7190', "it says 7191 answers by class, its parts make 7190"],
    ['"non2xx":0', '"non2xx":1', "it says 1 answers that are not 2xx, its parts make 0"],
    ['"max":53', '"max":5', "its max of 5 ms is below its p99.999 of 53 ms"],
    ['"mean":1.67', '"mean":0.67', "its mean of 0.67 ms is not between its minimum and maximum"],
  ];
  for (const [from, to, text] of cases) assert.deepEqual(texts(edited(OK, [from, to])), [text]);
});

test("more wrong bodies than answers is a run of failures only", () => {
  const { body } = read(edited(OK, ['"mismatches":0', '"mismatches":9000']));
  assert.deepEqual([body.completed, body.failed, codes(body)], [0, 7191, ["all-failed"]]);
});

test("redirects succeed, informational answers do not", () => {
  const moved = (name: string): unknown => {
    const { body } = read(edited("autocannon/flaky.json", ['"5xx":449', '"5xx":0'], [`"${name}":0`, `"${name}":449`]));
    return [body.completed, body.failures, codes(body)];
  };
  assert.deepEqual(moved("3xx"), [4500, [], []]);
  assert.deepEqual(moved("1xx"), [4051, [{ kind: "1xx", count: 449 }], []]);
  assert.deepEqual(moved("4xx"), [4051, [{ kind: "4xx", count: 449 }], []]);
});

test("a run of no time is not one of endless rate", () => {
  const { body } = read(edited(OK, ['"duration":3.02', '"duration":0']));
  assert.deepEqual([body.achieved, body.durationMs, codes(body)], [null, 0, ["duration-unsaid"]]);
});

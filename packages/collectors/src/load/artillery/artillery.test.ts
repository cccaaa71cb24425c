import assert from "node:assert/strict";
import { test } from "node:test";
import { changed, codes, fixture, read, refusal } from "../testing.test.ts";

test("version 2 tells a whole summary, version 1 a part of one", () => {
  const [one, two] = ["artillery/version-1.json", "artillery/version-2.json"].map((name) => read(fixture(name)).body);
  assert.equal(one?.service, null);
  assert.deepEqual(
    one?.series[0]?.told?.percentiles.map(({ name }) => name),
    ["median", "p95", "p99"],
  );
  assert.equal(two?.service?.count, 98);
  assert.equal(two?.series[0]?.told, undefined);
  assert.deepEqual(one?.failures, two?.failures);
  assert.equal(two?.windows[1]?.service?.count, 50);
});

test("what got no answer, and is no error either, is a failure", () => {
  const { failed, failures } = changed("artillery/version-2.json", /"errors\.ETIMEDOUT": 2/, '"errors.ETIMEDOUT": 0');
  assert.deepEqual(
    [failed, failures],
    [
      3,
      [
        { kind: "status 500", count: 1 },
        { kind: "unanswered", count: 2 },
      ],
    ],
  );
});

test("an answer that the scenario refused is a failure", () => {
  const body = changed(
    "artillery/version-2.json",
    /"errors\.ETIMEDOUT": 2/,
    '"errors.ETIMEDOUT": 2, "errors.Failed capture or match": 4',
  );
  assert.equal(body.failed, 7);
});

test("periods that are not the whole, and codes that are not the answers, are told", () => {
  assert.deepEqual(codes(changed("artillery/version-2.json", /"http\.requests": 100/, '"http.requests": 120')), [
    "totals-disagree",
    "totals-disagree",
  ]);
  assert.deepEqual(codes(changed("artillery/version-2.json", /"http\.codes\.200": 97/, '"http.codes.200": 90')), [
    "totals-disagree",
  ]);
  assert.deepEqual(
    codes(changed("artillery/version-1.json", /"requestsCompleted": 98/, '"requestsCompleted": 99')).slice(0, 1),
    ["totals-disagree"],
  );
  const irregular = changed("artillery/version-2.json", '"period": "1717236010000"', '"period": "1717236013000"');
  assert.deepEqual([irregular.windows, irregular.validity], [[], "valid"]);
});

test("without a request there is nothing, and broken figures are refused", () => {
  const none = '{"aggregate":{"counters":{"vusers.created":3},"summaries":{}},"intermediate":[]}';
  assert.deepEqual(codes(read(none).body), ["no-samples"]);
  const source = fixture("artillery/version-2.json").toString();
  assert.equal(refusal(source.replace('"http.requests": 100', '"http.requests": -1')), "HP-READ-SYNTAX -:-");
  assert.equal(refusal(source.replace('"p99": ', '"p99": -')), "HP-READ-SYNTAX -:-");
  const tooFew = fixture("artillery/version-1.json")
    .toString()
    .replace(/"p99": [\d.]+/, '"p99": "NaN"');
  assert.equal(read(tooFew).body.series[0]?.told?.percentiles.length, 2);
});

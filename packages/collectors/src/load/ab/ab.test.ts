import assert from "node:assert/strict";
import { test } from "node:test";
import { codes, edited, fixture, read, refusal } from "../testing.test.ts";

const OK = "ab/ok.txt";
/** One request, for which ab prints no table. */
const single = edited(
  OK,
  [/Percentage[^]*/, ""],
  ["requests:      300", "requests:      1"],
  [/second:\s+\S+/, "second:    5.46"],
);

test("its whole milliseconds are told as they stand", () => {
  const { achieved, durationMs, service, series, trust } = read(fixture("ab/flaky.txt")).body;
  assert.deepEqual([achieved, durationMs, service, trust], [1483.17, 202, null, "closed-service-only"]);
  assert.deepEqual(series[0]?.told, {
    count: 300,
    min: null,
    mean: null,
    max: 42,
    percentiles: [
      { name: "50%", q: 0.5, ms: 2 },
      { name: "66%", q: 0.66, ms: 2 },
      { name: "75%", q: 0.75, ms: 3 },
      { name: "80%", q: 0.8, ms: 3 },
      { name: "90%", q: 0.9, ms: 4 },
      { name: "95%", q: 0.95, ms: 7 },
      { name: "98%", q: 0.98, ms: 11 },
      { name: "99%", q: 0.99, ms: 40 },
      { name: "100%", q: 1, ms: 42 },
    ],
  });
});

test("a run without a table of times tells none, and is no pass", () => {
  assert.deepEqual([read(single).body.sent, codes(read(single).body)], [1, ["no-samples"]]);
  assert.deepEqual(codes(read(edited(OK, [/Percentage of.*\n/, ""])).body), ["no-samples"]);
});

test("failures of its own and other statuses are told apart, and never count for less", () => {
  const both = (broken: number, refused: number): unknown => {
    const { body } = read(
      edited(
        "ab/flaky.txt",
        ["requests:        0", `requests:        ${broken}`],
        ["responses:      30", `responses:      ${refused}`],
      ),
    );
    return [body.completed, body.failed, body.failures.map(({ kind, count }) => `${kind} ${count}`), codes(body)];
  };
  assert.deepEqual(both(7, 29), [264, 36, ["failed 7", "status 29"], []]);
  assert.deepEqual(both(271, 29), [0, 300, ["failed 271", "status 29"], ["all-failed"]]);
  assert.deepEqual(both(272, 29), [0, 300, ["failed 300"], ["totals-disagree", "all-failed"]]);
});

test("figures in no known form are refused on their line", () => {
  const cases: readonly (readonly [from: string | RegExp, to: string, place: string])[] = [
    ["Concurrency Level:      5", "Concurrency Level:      five", "15:1"],
    [/tests: {3}\S+/, "tests:   -0.2", "16:1"],
    [/tests: {3}\S+/, "tests:   nan", "16:1"],
    ["Complete requests:      300", "Complete requests:      3e2", "17:1"],
    ["Complete requests:      300", "Complete requests:      -300", "17:1"],
    ["Failed requests:        0", "Failed requests:        99999999999999999999", "18:1"],
    ["Non-2xx responses:      30", "Non-2xx responses:      30.5", "19:1"],
    [/second: {4}\S+/, "second:    inf", "22:1"],
    ["  66% ", "  66: ", "36:1"],
    ["  66%      2", "  66%      2.5", "36:1"],
    ["  66%      2", "  66%     -2", "36:1"],
    ["  66%      2", "  66%      9007199254740993", "36:1"],
  ];
  for (const [from, to, place] of cases)
    assert.equal(refusal(edited("ab/flaky.txt", [from, to])), `HP-READ-SYNTAX ${place}`, to);
});

test("a report without one of its lines was cut off, two in a file are no report", () => {
  for (const line of [/Concurrency Level.*\n/, /Time taken.*\n/, /Complete.*\n/, /Failed.*\n/, /Requests per.*\n/])
    assert.equal(refusal(edited(OK, [line, ""])), "HP-READ-TRUNCATED 41:1", String(line));
  const sound = fixture(OK).toString();
  assert.equal(refusal(sound + sound), "HP-READ-SYNTAX 59:1");
  assert.equal(refusal(sound.trimEnd()), "HP-READ-TRUNCATED 42:1");
});

test("a rate, a time and a count that are not of one run are told", () => {
  for (const [from, to] of [
    [/tests: {3}\S+/, "tests:   2.020"],
    [/second: {4}\S+/, "second:    148.32"],
    ["Complete requests:      300", "Complete requests:      290"],
  ] as const) {
    const { body } = read(edited("ab/flaky.txt", [from, to]));
    assert.deepEqual([codes(body), body.validity], [["totals-disagree"], "invalid"], to);
  }
});

test("percentiles that fall are told", () => {
  assert.deepEqual(codes(read(edited("ab/flaky.txt", ["98%     11", "98%      1"])).body), ["totals-disagree"]);
});

test("what it adds with keep-alive, broken lengths or encryption changes nothing", () => {
  const more = edited(
    OK,
    [/(Failed requests.*\n)/, "$1   (Connect: 0, Receive: 0, Length: 0, Exceptions: 0)\nKeep-Alive requests:    300\n"],
    [/(Server Port.*\n)/, "$1SSL/TLS Protocol:       TLSv1.3,TLS_AES_256_GCM_SHA384,256,256\n"],
    [/\(be patient\).*\n/, "(be patient)\nCompleted 100 requests\nFinished 300 requests\n"],
  );
  assert.deepEqual(read(more), read(fixture(OK)));
});

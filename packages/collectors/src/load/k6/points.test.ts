import assert from "node:assert/strict";
import { test } from "node:test";
import type { LoadBody } from "@holdpoint/core";
import { codes, fixture, read, READERS, refusal } from "../testing.test.ts";

type Tags = Readonly<Record<string, string>>;
type Point = readonly [metric: string, value: number | string, tags?: Tags, time?: string];

const HEAD = '{"type":"Metric","data":{"type":"trend"},"metric":"http_req_duration"}\n';
const COLUMNS = "metric_name,timestamp,metric_value,check,error_code,expected_response,method,name,status,url";
const AT = "2024-06-01T10:00:01Z";

const jsonOf = (points: readonly Point[]): string =>
  HEAD +
  points
    .map(([metric, value, tags = {}, time = AT]) => {
      const data = `{"time":"${time}","value":${value},"tags":${JSON.stringify(tags)}}`;
      return `{"metric":"${metric}","type":"Point","data":${data}}\n`;
    })
    .join("");
const csvOf = (points: readonly Point[]): string =>
  `${COLUMNS}\n${points
    .map(([metric, value, tags = {}, time = AT]) =>
      [
        metric,
        time,
        value,
        ...COLUMNS.split(",")
          .slice(3)
          .map((name) => tags[name] ?? ""),
      ].join(","),
    )
    .join("\n")}\n`;
/** Both forms must tell the same. */
const both = (points: readonly Point[]): LoadBody => {
  const [json, csv] = [read(jsonOf(points)), read(csvOf(points))];
  assert.deepEqual([json.format, csv.format], ["k6-json", "k6-csv"]);
  assert.deepEqual(csv.body, json.body);
  return json.body;
};
const request = (ms: number, tags: Tags, time = AT): readonly Point[] => [
  ["http_reqs", 1, tags, time],
  ["http_req_duration", ms, tags, time],
];

test("one request, by its exact time", () => {
  const body = both(request(12.5, { status: "204", method: "GET", name: "/a" }));
  assert.deepEqual([body.sent, body.completed, body.failed, body.validity], [1, 1, 0, "valid"]);
  const { min, p999, max } = body.service ?? {};
  assert.deepEqual([body.durationMs, min, p999, max], [12.5, 12.5, 12.5, 12.5]);
  // Of a part of a microsecond a whole one is made, never none.
  assert.equal(both(request(12.3451, { status: "200" })).service?.max, 12.346);
  assert.deepEqual([body.trust, body.terms.model, body.response, body.windows.length], ["unknown", "unknown", null, 1]);
});

test("what failed, by its tags", () => {
  const cases: readonly (readonly [tags: Tags, kind: string | null])[] = [
    [{ expected_response: "true", status: "500" }, null],
    [{ expected_response: "false", status: "200" }, "status 200"],
    [{ expected_response: "false", status: "0", error_code: "1050" }, "error 1050"],
    [{ expected_response: "false", status: "0" }, "no answer"],
    [{ status: "399" }, null],
    [{ status: "400", error_code: "1400" }, "status 400"],
    [{ status: "199" }, "status 199"],
    [{ error_code: "1212" }, "error 1212"],
    [{}, "no answer"],
  ];
  for (const [tags, kind] of cases) {
    const { failures, failed } = both([...request(1, { status: "200" }), ...request(2, tags)]);
    assert.deepEqual([failures, failed], kind === null ? [[], 0] : [[{ kind, count: 1 }], 1], JSON.stringify(tags));
  }
});

test("endpoints are named by the tag, else by the address", () => {
  const body = both([
    ...request(1, { status: "200", method: "POST", name: "/pay", url: "http://a.test/pay?1" }),
    ...request(2, { status: "200", method: "GET", url: "http://a.test/" }),
    ...request(3, { status: "200", name: "plain" }),
    ...request(4, { status: "200", method: "GET" }),
  ]);
  assert.deepEqual(
    body.series.map(({ of, name, completed }) => [of, name, completed]),
    [
      ["run", "", 4],
      ["endpoint", "GET http://a.test/", 1],
      ["endpoint", "POST /pay", 1],
      ["endpoint", "plain", 1],
    ],
  );
});

test("metrics of a request that fell apart are told with both figures", () => {
  const sound = request(1, { status: "200" });
  const cases: readonly (readonly [text: string, more: readonly Point[]])[] = [
    ["it counts 2 requests and has the times of 1", [["http_reqs", 1]]],
    ["it counts 1 requests and has the times of 2", [["http_req_duration", 1, { status: "200" }]]],
    ["it says 1 of 1 failed, its requests say 0", [["http_req_failed", 1]]],
    [
      "it says 0 of 2 failed, its requests say 0",
      [
        ["http_req_failed", 0],
        ["http_req_failed", 0],
      ],
    ],
  ];
  for (const [text, more] of cases)
    assert.deepEqual(both([...sound, ...more]).reasons, [{ code: "totals-disagree", text }]);
  assert.deepEqual(codes(both([...sound, ["http_req_failed", 0]])), []);
});

test("no request, none that succeeded, and arrivals alone", () => {
  assert.deepEqual(codes(read(HEAD).body), ["no-samples"]);
  assert.deepEqual(codes(read(`${COLUMNS}\n`).body), ["no-samples"]);
  assert.deepEqual(codes(both(request(5, { status: "503" }))), ["all-failed"]);
  assert.deepEqual(codes(both(request(0, { status: "200" }))), ["duration-unsaid"]);
  const dropped = both([["dropped_iterations", 3]]);
  assert.deepEqual([dropped.dropped, dropped.sent, codes(dropped)], [3, 0, ["no-samples"]]);
});

test("requests are in the window in which they ended, dropped iterations where they were given up", () => {
  const body = both([
    ...request(500, { status: "200" }, "2024-06-01T10:00:01Z"),
    ...request(10, { status: "500" }, "2024-06-01T10:00:03.25Z"),
    ["dropped_iterations", 4, {}, "2024-06-01T10:00:02Z"],
  ]);
  assert.equal(body.durationMs, 2750);
  assert.deepEqual(
    body.windows.map(({ startMs, completed, failed, dropped }) => [startMs, completed, failed, dropped]),
    [
      [0, 1, 0, 0],
      [1000, 0, 0, 4],
      [2000, 0, 1, 0],
    ],
  );
});

test("checks are counted by name, in its order, and one without a name has one", () => {
  const body = both([
    ...request(1, { status: "200" }),
    ["checks", 1, { check: "b" }],
    ["checks", 0, { check: "b" }],
    ["checks", 1, { check: "a" }],
    ["checks", 0],
  ]);
  assert.deepEqual(body.checks, [
    { check: "(unnamed)", passed: 0, failed: 1 },
    { check: "a", passed: 1, failed: 0 },
    { check: "b", passed: 1, failed: 1 },
  ]);
});

test("a metric of the script's own may hold what it likes", () => {
  const own: readonly Point[] = [
    ["drift", -1.5],
    ["balance", 1e300],
  ];
  assert.deepEqual(both([...request(1, { status: "200" }), ...own]), both(request(1, { status: "200" })));
});

test("a value that no metric of k6 has is refused at its line", () => {
  for (const metric of ["http_req_duration", "http_reqs", "http_req_failed", "dropped_iterations", "checks"])
    for (const value of ["-1", "1e300", "9007199254741"]) {
      const sound: Point = ["vus", 1];
      assert.equal(refusal(jsonOf([sound, [metric, value]])), "HP-READ-SYNTAX 3:1", `${metric} ${value}`);
      assert.equal(refusal(csvOf([sound, [metric, value]])), "HP-READ-SYNTAX 3:1", `${metric} ${value}`);
    }
  for (const value of ["NaN", "1e400"]) {
    assert.match(refusal(jsonOf([["http_reqs", value]])), /^HP-READ-SYNTAX 2:\d+$/, value);
    assert.equal(refusal(csvOf([["http_reqs", value]])), "HP-READ-SYNTAX 2:1", value);
  }
  for (const value of ["", "+1", "0x10", "1,5", " 1", "Infinity"])
    assert.equal(refusal(csvOf([["http_reqs", value]])), "HP-READ-SYNTAX 2:1", value);
  assert.equal(both(request(9_007_199_254_740, { status: "200" })).service?.max, 9_007_199_254_740);
  assert.equal(
    both([
      ["http_reqs", "1.0e0"],
      ["http_req_duration", "25E-1", { status: "200" }],
    ]).service?.max,
    2.5,
  );
});

test("a time that is none is refused at its line", () => {
  for (const time of ["", "yesterday", "2024-06-01 10:00:00", "2024-02-30T25:00:00Z", "12345678901"]) {
    assert.equal(refusal(jsonOf([["http_reqs", 1, {}, time]])), "HP-READ-SYNTAX 2:1", time);
    assert.equal(refusal(csvOf([["http_reqs", 1, {}, time]])), "HP-READ-SYNTAX 2:1", time);
  }
});

test("the columns may stand in any order after the first three, but not be absent or named twice", () => {
  const row = (columns: string, rest: string): string => `${columns}\nhttp_reqs,1717236000,1${rest}\n`;
  assert.equal(refusal(row("metric_name,timestamp,metric_value,status", ",200")), "accepted");
  assert.equal(refusal(row("metric_name,timestamp,metric_value,url,status", ",u,200")), "accepted");
  assert.equal(refusal(row("metric_name,timestamp,metric_value,url", ",u")), "HP-READ-NOT-THE-FORMAT 1:1");
  assert.equal(refusal(row("metric_name,timestamp,metric_value,status,status", ",1,2")), "HP-READ-SYNTAX 1:1");
  assert.equal(refusal(row("metric_name,timestamp,metric_value,status", ",200,1")), "HP-READ-SYNTAX 2:1");
  assert.equal(refusal(row("metric_name,timestamp,metric_value,status", "")), "HP-READ-SYNTAX 2:1");
  assert.equal(refusal(row("timestamp,metric_name,metric_value,status", ",200")), "HP-READ-NOT-THE-FORMAT 1:1");
  assert.equal(refusal(row("metric_name,timestamp,metric_value,status", ',"200')), "HP-READ-TRUNCATED 2:1");
  assert.equal(refusal(row("metric_name,timestamp,metric_value,status", ',2"00"')), "HP-READ-SYNTAX 2:1");
});

test("streams that were cut in a line, or hold something else, are refused at it", () => {
  const sound = jsonOf(request(1, { status: "200" }));
  assert.equal(refusal(sound.slice(0, -1)), "HP-READ-TRUNCATED 3:1");
  assert.match(refusal(sound.slice(0, -30)), /^HP-READ-TRUNCATED 3:\d+$/);
  assert.equal(refusal(csvOf(request(1, {})).slice(0, -1)), "HP-READ-TRUNCATED 3:1");
  assert.equal(refusal(`${sound}[]\n`), "HP-READ-SYNTAX 4:1");
  assert.match(refusal(`${sound}\n`), /^HP-READ-\w+ 4:1$/);
  assert.equal(refusal(`${sound}{"type":"Point"}\n`), "HP-READ-SYNTAX 4:1");
  assert.match(refusal(`${sound}{"type":"Point","type":"Point"}\n`), /^HP-READ-DUPLICATE-KEY 4:\d+$/);
  const cut = Buffer.concat([Buffer.from(sound), Buffer.from([0xff, 0x0a])]);
  assert.match(refusal(cut), /^HP-READ-ENCODING /);
});

test("line breaks of Windows, a byte order mark and blank lines of the CSV change nothing", () => {
  for (const name of ["k6/points.jsonl", "k6/points.csv"]) {
    const text = fixture(name).toString();
    assert.deepEqual(read(`\ufeff${text.replaceAll("\n", "\r\n")}`).body, read(text).body, name);
  }
  const csv = fixture("k6/points.csv").toString();
  assert.deepEqual(read(csv.replaceAll("\n", "\n\n")).body, read(csv).body);
});

test("a stream is known by a whole first line of either kind, the CSV by its first columns", () => {
  const json = READERS["k6-json"].looksLike;
  assert.ok(json('{"metric":"vus","type":"Point","data":{}}\n'));
  assert.ok(json('\ufeff{"type":"Metric","data":{}}\r\n{'));
  for (const head of ['{"type":"Metric"}', '{"type":"Else","data":{}}\n', '{"level":"info","type":"Point"}\n', "[]\n"])
    assert.equal(json(head), false, head);
  const csv = READERS["k6-csv"].looksLike;
  assert.ok(csv("\ufeffmetric_name,timestamp,metric_value,status"));
  for (const head of ["metric_name,timestamp\n", " metric_name,timestamp,metric_value,", "\nmetric_name,timestamp,"])
    assert.equal(csv(head), false, head);
});

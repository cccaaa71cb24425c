import assert from "node:assert/strict";
import { test } from "node:test";
import { codes, edited, fixture, read, refusal } from "../testing.test.ts";

const OK = "hey/ok.txt";
const ranks = (source: string): unknown =>
  read(source).body.series[0]?.told?.percentiles.map(({ name, q, ms }) => [name, q, ms]);

test("its seconds are milliseconds here, its percentiles those that it prints", () => {
  const { achieved, durationMs, series, terms, trust } = read(fixture(OK)).body;
  assert.deepEqual([achieved, durationMs, trust, terms.connections], [1584.358, 189.4, "closed-service-only", null]);
  assert.deepEqual([series[0]?.told?.count, series[0]?.told?.min, series[0]?.told?.mean], [300, 0.1, 2.3]);
  assert.equal(series[0]?.told?.max, 41.6);
  assert.deepEqual(ranks(fixture(OK).toString()), [
    ["10%", 0.1, 1.2],
    ["25%", 0.25, 1.3],
    ["50%", 0.5, 1.4],
    ["75%", 0.75, 2.2],
    ["90%", 0.9, 3.3],
    ["95%", 0.95, 4],
    ["99%", 0.99, 40.3],
  ]);
});

test("a version that prints the percent sign twice says the same", () => {
  const twice = fixture(OK).toString().replaceAll("% in", "%% in");
  assert.deepEqual(read(twice), read(fixture(OK)));
  assert.equal(refusal(edited(OK, ["10% in", "10%%% in"])), "HP-READ-SYNTAX 27:1");
});

test("of few requests it prints zeros for what it lacks, which are no percentiles", () => {
  const few = edited(OK, ["99% in 0.0403", "0% in 0.0000"], ["95% in 0.0040", "0% in 0.0000"]);
  assert.deepEqual(ranks(few), [
    ["10%", 0.1, 1.2],
    ["25%", 0.25, 1.3],
    ["50%", 0.5, 1.4],
    ["75%", 0.75, 2.2],
    ["90%", 0.9, 3.3],
  ]);
  assert.equal(read(few).body.validity, "valid");
});

test("figures in no known form are refused on their line", () => {
  const cases: readonly (readonly [from: string | RegExp, to: string, place: string])[] = [
    ["Total:\t0.1894", "Total:\t-0.1894", "3:1"],
    ["Slowest:\t0.0416", "Slowest:\t+Inf", "4:1"],
    ["Fastest:\t0.0001", "Fastest:\t0,0001", "5:1"],
    ["1584.3580", "NaN", "7:1"],
    ["1584.3580", "1e19", "7:1"],
    ["10% in 0.0012", "10% in NaN", "27:1"],
    ["10% in 0.0012 secs", "10% in 0.0012 s", "27:1"],
    ["25% in", "25 in", "28:1"],
    ["[200]\t300 responses", "[200]\t-300 responses", "43:1"],
    ["[200]\t300 responses", "[200]\t99999999999999999999 responses", "43:1"],
    ["[200]\t300 responses", "[2000]\t300 responses", "43:1"],
  ];
  for (const [from, to, place] of cases) assert.equal(refusal(edited(OK, [from, to])), `HP-READ-SYNTAX ${place}`, to);
});

test("a report without one of its lines was cut off, two in a file are no report", () => {
  for (const line of [/ {2}Slowest.*\n/, / {2}Fastest.*\n/, / {2}Average.*\n/, / {2}Requests\/sec.*\n/])
    assert.equal(refusal(edited(OK, [line, ""])), "HP-READ-TRUNCATED 45:1", String(line));
  const sound = fixture(OK).toString();
  assert.equal(refusal(sound + sound), "HP-READ-SYNTAX 49:1");
  assert.equal(refusal(edited(OK, [/300 responses[^]*$/, "300 responses"])), "HP-READ-TRUNCATED 43:1");
});

test("what counts as a success is what does in our own loads", () => {
  const status = (code: string): unknown => {
    const { completed, failures } = read(edited("hey/flaky.txt", ["[503]", `[${code}]`])).body;
    return [completed, failures.map(({ kind, count }) => `${kind}: ${count}`)];
  };
  for (const sound of ["200", "204", "301", "399"]) assert.deepEqual(status(sound), [300, []], sound);
  for (const bad of ["100", "199", "400", "404", "500", "599"])
    assert.deepEqual(status(bad), [270, [`status ${bad}: 30`]], bad);
});

test("one answer is a response, and a run", () => {
  const one = edited(OK, ["300 responses", "1 response"], ["1584.3580", "5.2798"]);
  const { sent, validity } = read(one).body;
  assert.deepEqual([sent, validity], [1, "valid"]);
  assert.deepEqual(codes(read(edited(OK, ["300 responses", "0 responses"], ["1584.3580", "0.0000"])).body), [
    "no-samples",
  ]);
});

test("errors are failures by kind, without the ports of our side", () => {
  const reset = "read tcp 10.0.0.1:50123->10.0.0.2:80: read: connection reset by peer";
  const source = edited(
    "hey/flaky.txt",
    [/\n+$/, `\n\nError distribution:\n  [10]\t${reset}\n  [5]\t\n\n`],
    ["1688.6507", "1772.6505"],
  );
  const { completed, failed, failures, sent, validity } = read(source).body;
  assert.deepEqual([sent, completed, failed, validity], [315, 270, 45, "valid"]);
  assert.deepEqual(failures, [
    { kind: "status 503", count: 30 },
    { kind: "read tcp 10.0.0.2:80: read: connection reset by peer", count: 10 },
    { kind: "error", count: 5 },
  ]);
});

test("a kind of error is no longer than is of use", () => {
  const long = edited("hey/down.txt", ["connection refused", "x".repeat(5000)]);
  assert.deepEqual(
    read(long).body.failures.map(({ kind }) => kind.length),
    [200],
  );
});

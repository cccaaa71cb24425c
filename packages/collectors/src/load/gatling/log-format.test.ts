import assert from "node:assert/strict";
import { test } from "node:test";
import { codes, fixture, read, READERS, refusal } from "../testing.test.ts";

const RUN = "RUN\tshop.Buy\tbuy\t1717236000000\t \t3.9.5\n";
const AT = 1_717_236_000_000;
const request = (from: number, to: number, more = "OK\t ", groups = "", name = "Home"): string =>
  `REQUEST\t${groups}\t${name}\t${AT + from}\t${AT + to}\t${more}\n`;

test("one request, to the millisecond", () => {
  const { body, format } = read(RUN + request(100, 121));
  assert.deepEqual([format, body.sent, body.completed, body.failed], ["gatling-log", 1, 1, 0]);
  assert.deepEqual([body.durationMs, body.service?.min, body.service?.p999, body.service?.max], [21, 21, 21, 21]);
  assert.deepEqual([body.validity, body.trust, body.response, body.dropped], ["valid", "unknown", null, 0]);
});

test("none, none that succeeded, none that took time, and none that could be built", () => {
  assert.deepEqual(codes(read(RUN).body), ["no-samples"]);
  assert.deepEqual(codes(read(RUN + request(1, 5, "KO\tboom")).body), ["all-failed"]);
  assert.deepEqual(codes(read(RUN + request(5, 5)).body), ["duration-unsaid"]);
  const unbuilt = read(`${RUN}ERROR\tno attribute\t1717236000900\n`).body;
  assert.deepEqual([unbuilt.sent, unbuilt.failed, unbuilt.service], [1, 1, null]);
  assert.deepEqual(codes(unbuilt), ["all-failed", "duration-unsaid", "no-samples"]);
  assert.deepEqual(unbuilt.failures, [{ kind: "not built", count: 1 }]);
});

test("failures are told apart by their message, which is kept short", () => {
  const failed = ["KO\tboom ", "KO\t ", "KO\tboom", `KO\t${"x".repeat(300)}`].map((more) => request(1, 2, more));
  const { failures } = read(RUN + request(0, 1) + failed.join("")).body;
  assert.deepEqual(
    failures.map(({ kind, count }) => [kind.slice(0, 6), count]),
    [
      ["boom", 2],
      ["failed", 1],
      ["xxxxxx", 1],
    ],
  );
  assert.ok(failures.every(({ kind }) => kind.length <= 201));
});

test("groups are a part of the name, in every version", () => {
  const names = (text: string): readonly string[] => read(text).body.series.map(({ name }) => name);
  assert.deepEqual(names(RUN + request(0, 1, "OK\t ", "Shop,Cart", "Buy")), ["", "Shop / Cart / Buy"]);
  assert.deepEqual(names(`${RUN}REQUEST\t7\tCart\tBuy\t1\t2\tOK\t \n`), ["", "Cart / Buy"]);
  assert.deepEqual(names(`${RUN}REQUEST\t7\t\tBuy\t1\t2\tOK\t \n`), ["", "Buy"]);
});

test("windows follow the ends of requests", () => {
  const { windows } = read(RUN + request(0, 10) + request(100, 1500, "KO\tlate") + request(1400, 2001)).body;
  assert.deepEqual(
    windows.map(({ startMs, completed, failed, service }) => [startMs, completed, failed, service?.max]),
    [
      [0, 1, 0, 10],
      [1000, 0, 1, 1400],
      [2000, 1, 0, 601],
    ],
  );
});

test("records that are no requests count nothing, wherever they stand", () => {
  const others = "USER\tBuyers\tSTART\t1717236000100\nGROUP\tCart\t1\t2\t1\tOK\nASSERTION\tAAAB\n";
  const plain = read(RUN + request(0, 5)).body;
  assert.deepEqual(read(`ASSERTION\tAAAB\r\n${RUN}${others}${request(0, 5)}${others}`).body, plain);
});

test("the version is the last field of the run, which may be blank", () => {
  const version = (run: string): string | null => read(run).body.tool.version;
  assert.equal(version("RUN\ta.B\tb\t1\t \t3.0.3\n"), "3.0.3");
  assert.equal(version("RUN\ta.B\tb\t1\tof Monday\t3.11.5\r\n"), "3.11.5");
  assert.equal(version("RUN\ta.B\tb\t1\t \t \n"), null);
  assert.equal(refusal("RUN\ta.B\tb\t1\tof Monday\n"), "HP-READ-SYNTAX 1:1");
});

test("every field of a request is refused at its line", () => {
  const fields = (text: string): string => refusal(`${RUN}${request(0, 1)}REQUEST\t${text}\n`);
  assert.equal(fields("\tHome\t1\t2\tOK\t "), "accepted");
  for (const text of [
    "\tHome\t\t2\tOK\t ",
    "\tHome\t1\t\tOK\t ",
    "\tHome\t1.5\t2\tOK\t ",
    "\tHome\t1\t1e3\tOK\t ",
    "\tHome\t 1\t2\tOK\t ",
    "\tHome\t+1\t2\tOK\t ",
    "\tHome\t1\t9007199254740992\tOK\t ",
    "\tHome\t1\tInfinity\tOK\t ",
    "\tHome\t2\t1\tOK\t ",
    "\tHome\t1\t2\tok\t ",
    "\tHome\t1\t2\t\t ",
    "Home\t1\t2\tOK",
    "1\t\tHome\t1\t2\tOK\t \tmore",
  ])
    assert.equal(fields(text), "HP-READ-SYNTAX 3:1", JSON.stringify(text));
});

test("a log that was cut, is none, or has no run is refused where it is", () => {
  const whole = RUN + request(0, 1) + request(2, 3);
  assert.equal(refusal(whole.slice(0, -1)), "HP-READ-TRUNCATED 3:1");
  assert.equal(refusal(whole.slice(0, RUN.length + 9)), "HP-READ-TRUNCATED 2:1");
  assert.equal(refusal(whole.slice(0, 9)), "HP-READ-TRUNCATED 1:1");
  assert.equal(refusal(`${RUN}\n`), "HP-READ-SYNTAX 2:1");
  assert.equal(refusal(request(0, 1), "gatling-log"), "HP-READ-NOT-THE-FORMAT 1:1");
  assert.equal(refusal("", "gatling-log"), "HP-READ-NOT-THE-FORMAT 1:1");
  assert.match(refusal(Buffer.concat([Buffer.from(RUN), Buffer.from([0xc3, 0x0a])])), /^HP-READ-ENCODING /);
});

test("the binary log is refused by its name and says what to do", () => {
  assert.throws(() => read(fixture("gatling/simulation-3.12.bin")), {
    code: "HP-READ-NOT-THE-FORMAT",
    message: /binary log of Gatling 3\.12 or later.*import js\/stats\.json/,
    place: { file: "results", line: 1, column: 1 },
  });
});

test("line breaks of Windows and a byte order mark change nothing", () => {
  for (const version of ["3.0", "3.9"]) {
    const text = fixture(`gatling/simulation-${version}.log`).toString();
    assert.deepEqual(read(`\ufeff${text.replaceAll("\n", "\r\n")}`).body, read(text).body, version);
  }
});

test("a log is known by its run, after assertions alone", () => {
  const { looksLike } = READERS["gatling-log"];
  assert.ok(looksLike("ASSERTION\tAA\nASSERTION\tBB\nRUN\ta"));
  for (const head of ["RUN a\n", "USER\tBuyers\nRUN\ta\n", " RUN\ta", "\0\0\0\u00013.12.0", "run\ta"])
    assert.equal(looksLike(head), false, JSON.stringify(head));
});

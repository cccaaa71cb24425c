import assert from "node:assert/strict";
import { test } from "node:test";
import { fixture, read, refusal } from "./testing.test.ts";

/** One result of each format that is lines of text. */
const TEXTS = [
  "ab/flaky.txt",
  "hey/flaky.txt",
  "hey-csv/flaky.csv",
  "hlog/own.hlog",
  "locust/run_stats.csv",
  "locust/run_stats_history.csv",
  "wrk/sockets.txt",
] as const;

const unix = (name: string): string => fixture(name).toString().replaceAll("\r\n", "\n");

test("line breaks of Windows and a byte order mark change nothing", () => {
  for (const name of TEXTS) {
    const sound = read(unix(name));
    assert.deepEqual(read(unix(name).replaceAll("\n", "\r\n")), sound, `${name} CRLF`);
    assert.deepEqual(read(`\ufeff${unix(name)}`), sound, `${name} mark`);
    assert.deepEqual(read(`\ufeff${unix(name).replaceAll("\n", "\r\n")}`), sound, `${name} both`);
  }
});

test("a byte order mark before JSON changes nothing", () => {
  const sound = fixture("autocannon/ok.json").toString();
  assert.deepEqual(read(`\ufeff${sound}`), read(sound));
  assert.deepEqual(read(`\n\t ${sound}\n\n`), read(sound));
});

test("blank lines at the end change nothing", () => {
  for (const name of TEXTS) assert.deepEqual(read(`${unix(name)}\n\n`), read(unix(name)), name);
});

test("a NUL, a broken character and UTF-16 are refused with their place", () => {
  for (const name of TEXTS) {
    const lines = unix(name).split("\n");
    assert.equal(refusal([...lines.slice(0, -1), "x\0"].join("\n")), `HP-READ-ENCODING ${lines.length}:2`, name);
    const broken = Buffer.concat([fixture(name), Buffer.from([0xc3, 0x28, 0x0a])]);
    assert.equal(refusal(broken), `HP-READ-ENCODING ${lines.length}:1`, name);
    assert.equal(refusal(Buffer.from(`\ufeff${unix(name)}`, "utf16le")), "HP-READ-NOT-THE-FORMAT 1:1", name);
  }
});

test("the line breaks of old Macintoshes make one line, which is no result", () => {
  for (const name of TEXTS) assert.notEqual(refusal(unix(name).replaceAll("\n", "\r")), "accepted", name);
});

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { headFacts, headersOf } from "./head-facts.ts";
import { HeadReader } from "./head-reader.ts";
import { HTTP1_LIMITS } from "./limits.ts";

function readHead(text: string, reader = new HeadReader(HTTP1_LIMITS)): HeadReader {
  const bytes = Buffer.from(text, "latin1");
  reader.startHead(HTTP1_LIMITS.headBytesMax);
  reader.read(bytes, 0, bytes.length);
  return reader;
}

describe("heads", () => {
  test("stop where they end; what is behind them is not theirs", () => {
    const reader = new HeadReader(HTTP1_LIMITS);
    const head = "HTTP/1.0 404 Not Found\r\nA: b\r\n\r\n";
    const bytes = Buffer.from(`${head}body`);
    reader.startHead(HTTP1_LIMITS.headBytesMax);
    assert.equal(reader.read(bytes, 0, bytes.length), head.length);
    assert.deepEqual([reader.done, reader.status, reader.minorVersion, reader.headers], [true, 404, 0, 1]);
    assert.equal(reader.bytes.toString("latin1"), head);
  });

  test("larger ones than at first were reckoned with", () => {
    const value = "v".repeat(5000);
    const reader = readHead(`HTTP/1.1 200 OK\r\nA: ${value}\r\nB: \t${value}\t \r\n\r\n`);
    assert.ok(reader.done);
    assert.deepEqual([reader.name(0), reader.value(0)], ["A", value]);
    assert.deepEqual([reader.name(1), reader.value(1), reader.nameLength(1)], ["B", value, 1]);
  });

  test("one reader reads head after head, and trailers", () => {
    const reader = readHead("HTTP/1.1 200 OK\r\nA: 1\r\nB: 2\r\n\r\n");
    readHead("HTTP/1.1 503 No\r\nC: 3\r\n\r\n", reader);
    assert.deepEqual([reader.status, [...headersOf(reader)]], [503, [["c", "3"]]]);
    reader.startTrailers(100);
    const bytes = Buffer.from("Digest: x\r\n\r\n");
    assert.equal(reader.read(bytes, 0, bytes.length), bytes.length);
    assert.deepEqual([reader.done, [...headersOf(reader)]], [true, [["digest", "x"]]]);
  });
});

describe("what a head says", () => {
  const none = { status: 200, contentLength: null, coding: "none", keepAlive: true };
  const cases: readonly (readonly [lines: string, facts: object | string])[] = [
    ["", none],
    ["Content-Length: 007", { ...none, contentLength: 7 }],
    ["Content-Lengths: 7", none],
    ["Xontent-Length: 7", none],
    ["Transfer-Encoding: , CHUNKED ,", { ...none, coding: "chunked" }],
    ["Transfer-Encoding: br", { ...none, coding: "other" }],
    ["Connection: Keep-Alive, close", { ...none, keepAlive: false }],
    ["Connection: closer", none],
    ["Connection: a\r\nConnection: close", { ...none, keepAlive: false }],
    ["Transfer-Encoding: ,", "transfer-encoding"],
    ["Content-Length: 1\r\nContent-Length: 1", "content-length"],
    ["Content-Length: 1\r\nTransfer-Encoding: chunked", "length-and-chunked"],
  ];
  for (const [lines, facts] of cases) {
    test(JSON.stringify(lines), () => {
      assert.deepEqual(headFacts(readHead(`HTTP/1.1 200 OK\r\n${lines}${lines === "" ? "" : "\r\n"}\r\n`)), facts);
    });
  }
});

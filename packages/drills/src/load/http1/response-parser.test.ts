import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ResponseParser } from "./response-parser.ts";
import type { ReadTerms } from "./testing-parser.ts";
import { everywhere, parserOf, readAnswer } from "./testing-parser.ts";

const OK = "HTTP/1.1 200 OK\r\n";

describe("answers that count", () => {
  const answers: readonly (readonly [what: string, text: string, terms: ReadTerms, body: string, alive: boolean])[] = [
    ["a length", `${OK}Content-Length: 5\r\n\r\nhello`, {}, "hello", true],
    ["a length of nothing", `${OK}content-length:0\r\n\r\n`, {}, "", true],
    ["no reason phrase", "HTTP/1.1 200 \r\nContent-Length: 1\r\n\r\na", {}, "a", true],
    ["no space before it either", "HTTP/1.1 200\r\nContent-Length: 1\r\n\r\na", {}, "a", true],
    ["chunks", `${OK}Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n1\r\n!\r\n0\r\n\r\n`, {}, "hello!", true],
    [
      "chunk sizes with zeros",
      `${OK}Transfer-Encoding: Chunked\r\n\r\n000A\r\n0123456789\r\n00\r\n\r\n`,
      {},
      "0123456789",
      true,
    ],
    [
      "extensions and trailers",
      `${OK}Transfer-Encoding: chunked\r\n\r\n1;a=b;c="d e"\r\nx\r\n1 ;e\r\ny\r\n0;end\r\nDigest: 1\r\nOther:\r\n\r\n`,
      {},
      "xy",
      true,
    ],
    ["another coding before", `${OK}Transfer-Encoding: gzip, chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n`, {}, "x", true],
    [
      "codings in two headers",
      `${OK}Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      {},
      "",
      true,
    ],
    ["the end of the connection", `${OK}\r\nall of it`, { ends: true }, "all of it", false],
    ["an end that has no body", `${OK}\r\n`, { ends: true }, "", false],
    ["a coding that only the end ends", `${OK}Transfer-Encoding: gzip\r\n\r\nzipped`, { ends: true }, "zipped", false],
    ["close", `${OK}Connection: close\r\nContent-Length: 1\r\n\r\na`, {}, "a", false],
    ["close among others", `${OK}Connection: x, Close\r\nContent-Length: 1\r\n\r\na`, {}, "a", false],
    ["1.0", "HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\na", {}, "a", false],
    ["1.0 kept alive", "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 1\r\n\r\na", {}, "a", true],
    ["HEAD", `${OK}Content-Length: 500\r\n\r\n`, { method: "HEAD" }, "", true],
    ["HEAD of chunks", `${OK}Transfer-Encoding: chunked\r\n\r\n`, { method: "HEAD" }, "", true],
    ["204", "HTTP/1.1 204 No Content\r\n\r\n", {}, "", true],
    ["304 with a length", "HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n", {}, "", true],
    ["obs-text in a value", `${OK}X: \xE4\t\xF6 \r\nContent-Length: 0\r\n\r\n`, {}, "", true],
    ["100 before", `HTTP/1.1 100 Continue\r\n\r\n${OK}Content-Length: 1\r\n\r\na`, {}, "a", true],
    [
      "103 with headers, 102",
      `HTTP/1.1 103 E\r\nLink: a\r\n\r\nHTTP/1.1 102 P\r\n\r\n${OK}Content-Length: 0\r\n\r\n`,
      {},
      "",
      true,
    ],
  ];
  for (const [what, text, terms, body, keepAlive] of answers) {
    test(what, () => {
      const read = readAnswer(text, terms);
      assert.deepEqual(
        [read.state, read.fault, read.body, read.bodyBytes, read.keepAlive],
        ["done", null, body, body.length, keepAlive],
      );
      const bytewise = readAnswer(text, { ...terms, cuts: everywhere(text) });
      assert.deepEqual(bytewise, read, "byte after byte it is the same answer");
    });
  }

  test("the status is the last head's, whatever it is", () => {
    for (const status of [200, 204, 404, 503, 600, 999]) {
      assert.equal(readAnswer(`HTTP/1.1 ${status} X\r\nContent-Length: 0\r\n\r\n`).status, status);
    }
    assert.equal(readAnswer(`HTTP/1.1 103 E\r\n\r\nHTTP/1.1 418 T\r\nContent-Length: 0\r\n\r\n`).status, 418);
  });

  test("headers in lower case, of one name joined; of the last head only; none unless they are kept", () => {
    const text = `HTTP/1.1 103 E\r\nEarly: 1\r\n\r\n${OK}Vary: a \r\nVARY:b\r\nEmpty:\r\nContent-Length: 0\r\n\r\n`;
    const headers = { vary: "a, b", empty: "", "content-length": "0" };
    assert.deepEqual(readAnswer(text, { keep: "headers" }).headers, headers);
    assert.deepEqual(readAnswer(text, { keep: "all" }).headers, headers);
    assert.equal(readAnswer(text, { keep: "nothing" }).headers, null);
  });

  test("a body is kept only where it was asked for, and counted always", () => {
    for (const keep of ["nothing", "headers"] as const) {
      const read = readAnswer(`${OK}Content-Length: 5\r\n\r\nhello`, { keep });
      assert.deepEqual([read.body, read.bodyBytes], [null, 5]);
    }
  });
});

describe("one connection", () => {
  test("answer after answer, where most heads are as the one before", () => {
    const parser = new ResponseParser();
    const texts = ["ok", "no", "ok", "longer"].flatMap((body) => [
      `${OK}Content-Length: ${body.length}\r\n\r\n${body}`,
      `${OK}Content-Length: ${body.length}\r\nX: 1\r\n\r\n${body}`,
    ]);
    for (const text of [...texts, ...texts]) {
      for (const cuts of [[], [3], [text.length - 1]]) {
        for (const keep of ["nothing", "headers", "all"] as const) {
          assert.deepEqual(readAnswer(text, { parser, keep, cuts }), readAnswer(text, { keep, cuts }));
          assert.deepEqual(readAnswer(text, { parser, keep, cuts }), readAnswer(text, { keep, cuts }), "known by now");
        }
      }
    }
  });

  test("a head that is known is framed anew: HEAD, then GET", () => {
    const parser = new ResponseParser();
    const head = `${OK}Content-Length: 2\r\n\r\n`;
    for (const [method, text, bodyBytes] of [
      ["HEAD", head, 0],
      ["GET", `${head}ok`, 2],
      ["HEAD", head, 0],
    ] as const) {
      assert.deepEqual(readAnswer(text, { parser, method, keep: "nothing" }).bodyBytes, bodyBytes);
    }
    assert.equal(readAnswer(head, { parser, keep: "nothing" }).state, "more", "GET waits for the body");
  });

  test("a head that is known still brings its headers, where they are asked for", () => {
    const parser = new ResponseParser();
    const text = `${OK}Content-Length: 2\r\n\r\nok`;
    for (const keep of ["nothing", "headers", "headers", "nothing", "all", "all", "headers"] as const) {
      const headers = keep === "nothing" ? null : { "content-length": "2" };
      assert.deepEqual(readAnswer(text, { parser, keep }).headers, headers);
    }
  });

  test("a failure is forgotten with the next request", () => {
    const parser = new ResponseParser();
    assert.equal(readAnswer("nonsense", { parser }).state, "failed");
    assert.equal(readAnswer(`${OK}Content-Length: 0\r\n\r\n`, { parser }).state, "done");
  });

  test("nothing was asked, and something comes", () => {
    const parser = new ResponseParser();
    assert.equal(parser.state, "idle");
    assert.equal(parser.ended(), "idle");
    assert.equal(parser.read(Buffer.from("x"), 0, 1), "failed");
    assert.equal(parser.fault, "stray-bytes");
  });
});

describe("an upgrade", () => {
  const SWITCH = "HTTP/1.1 101 Switching\r\nUpgrade: websocket\r\n\r\n";

  test("is the answer where it was asked for, and says where the rest begins", () => {
    const parser = parserOf();
    parser.begin("GET", "headers", true);
    const bytes = Buffer.from(`${SWITCH}frames`);
    assert.equal(parser.read(bytes, 0, bytes.length), "done");
    assert.deepEqual([parser.status, parser.upgradedAt], [101, SWITCH.length]);
    assert.equal(parser.headers?.get("upgrade"), "websocket");
  });

  test("refused is an answer like any other", () => {
    const parser = parserOf();
    parser.begin("GET", "headers", true);
    const bytes = Buffer.from("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n");
    assert.equal(parser.read(bytes, 0, bytes.length), "done");
    assert.equal(parser.status, 403);
  });

  test("not asked for is a fault", () => {
    assert.equal(readAnswer(SWITCH).fault, "upgrade");
  });
});

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { AnswerReader } from "./answer-reader.ts";

const HEAD = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nContent-Length: 13\r\n\r\n";
const BODY = '{"a":"\u00e4\u00f6"}\n';
const WHOLE = Buffer.from(HEAD + BODY);

describe("reading answers", () => {
  test("the planted answer has the length that it says", () => assert.equal(Buffer.byteLength(BODY), 13));

  test("an answer in one piece, and the next on the same connection", () => {
    const reader = new AnswerReader();
    for (let round = 0; round < 3; round += 1) {
      const answer = reader.push(WHOLE);
      assert.equal(answer?.status, 200);
      assert.equal(answer.body.toString("utf8"), BODY);
    }
  });

  test("cut anywhere it is the same", () => {
    for (let cut = 1; cut < WHOLE.length; cut += 1) {
      const reader = new AnswerReader();
      assert.equal(reader.push(WHOLE.subarray(0, cut)), null);
      assert.equal(reader.push(WHOLE.subarray(cut))?.body.toString("utf8"), BODY, `cut at ${cut}`);
    }
  });

  test("byte by byte, and without a body", () => {
    const reader = new AnswerReader();
    const empty = Buffer.from("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n");
    const answers = [...empty].map((byte) => reader.push(Buffer.from([byte])));
    assert.ok(answers.slice(0, -1).every((answer) => answer === null));
    assert.deepEqual([answers.at(-1)?.status, answers.at(-1)?.body.length], [503, 0]);
  });

  test("what it does not read is refused", () => {
    const plants: readonly (readonly [string, RegExp])[] = [
      ["HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n", /not an HTTP\/1\.1 answer/],
      ["HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", /not an HTTP\/1\.1 answer/],
      ["HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\nmore", /more bytes than it announced/],
      ["HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n", /exceeds 1048576/],
      ["x".repeat(20_000), /head of an answer exceeds/],
    ];
    for (const [text, expected] of plants) {
      assert.throws(() => new AnswerReader().push(Buffer.from(text)), expected);
    }
  });
});

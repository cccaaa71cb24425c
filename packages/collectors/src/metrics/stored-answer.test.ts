import assert from "node:assert/strict";
import { test } from "node:test";
import { readStoredAnswer } from "./stored-answer.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const TYPE = "text/plain; version=0.0.4; charset=utf-8";

test("a file without a head is its page", () => {
  const stored = readStoredAnswer(bytes("up 1\n"), "a.prom");
  assert.deepEqual(
    [new TextDecoder().decode(stored.page), stored.contentType, stored.linesBefore],
    ["up 1\n", null, 0],
  );
  assert.equal(readStoredAnswer(bytes(""), "a.prom").page.length, 0);
});

test("a head gives the content type, and the page begins behind it", () => {
  for (const end of ["\r\n", "\n"]) {
    const text = ["HTTP/1.1 200 OK", `Content-TYPE: ${TYPE}`, "X-Empty:", "", "up 1\n"].join(end);
    const stored = readStoredAnswer(bytes(text), "a.prom");
    assert.deepEqual(
      [new TextDecoder().decode(stored.page), stored.contentType, stored.linesBefore],
      ["up 1\n", TYPE, 4],
    );
  }
  assert.equal(readStoredAnswer(bytes("HTTP/2 200 \r\na: b\r\n\r\nup 1\n"), "a").contentType, null);
});

test("an answer that is no page is refused with its reason and place", () => {
  const cases = [
    ["HTTP/1.1 503 Service Unavailable\r\n\r\nup 1\n", "HP-READ-NOT-THE-FORMAT", 1],
    ["HTTP/nothing\r\n\r\nup 1\n", "HP-READ-NOT-THE-FORMAT", 1],
    ["HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nup 1\n", "HP-READ-NOT-THE-FORMAT", 1],
    ["HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n", "HP-READ-TRUNCATED", undefined],
    ["HTTP/1.1 200 OK\r\na: b\r\nno header\r\n\r\n", "HP-READ-SYNTAX", 3],
    [`HTTP/1.1 200 OK\r\na: ${"b".repeat(70_000)}\r\n\r\n`, "HP-READ-TRUNCATED", undefined],
  ] as const;
  for (const [text, code, line] of cases) {
    assert.throws(
      () => readStoredAnswer(bytes(text), "a.prom"),
      (thrown: { code?: string; place?: { file?: string; line?: number } }) => {
        assert.deepEqual(
          [thrown.code, thrown.place?.file, thrown.place?.line],
          [code, "a.prom", line],
          text.slice(0, 60),
        );
        return true;
      },
    );
  }
});

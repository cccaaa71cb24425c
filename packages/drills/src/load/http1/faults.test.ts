import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { wireFailureOf } from "./fault.ts";
import { PLANTS } from "./testing-faults.ts";
import { everywhere, readAnswer } from "./testing-parser.ts";

const OK = "HTTP/1.1 200 OK\r\n";

describe("answers that do not count", () => {
  for (const [index, [fault, text, terms = {}]] of PLANTS.entries()) {
    test(`plant ${index}: ${fault}: ${JSON.stringify(text.slice(0, 70))}`, () => {
      assert.deepEqual([readAnswer(text, terms).state, readAnswer(text, terms).fault], ["failed", fault]);
      const bytewise = readAnswer(text, { ...terms, cuts: everywhere(text) });
      assert.equal(bytewise.fault, fault, "byte after byte too");
    });
  }

  test("limits are of what goes beyond, not of what just fits", () => {
    const head = `${OK}A: 1\r\nContent-Length: 2\r\n\r\n`;
    const limits = { headBytesMax: head.length, headersMax: 2, keptBodyBytesMax: 2 };
    assert.equal(readAnswer(`${head}ok`, { limits }).state, "done");
    assert.equal(
      readAnswer(`${head}ok`, { limits: { ...limits, headBytesMax: head.length - 1 } }).fault,
      "head-too-large",
    );
    const early = "HTTP/1.1 103 E\r\n\r\n".repeat(2);
    assert.equal(readAnswer(`${early}${head}ok`, { limits: { ...limits, informationalMax: 2 } }).state, "done");
  });
});

test("what each fault is called outside", () => {
  const named = new Set(PLANTS.map(([fault]) => fault));
  assert.equal(named.size, 19, "every fault has a plant");
  for (const fault of named) {
    const large = fault.endsWith("-too-large") || fault.startsWith("too-many-");
    const wanted = fault === "cut-short" ? "closed-early" : large ? "answer-too-large" : "malformed-answer";
    assert.equal(wireFailureOf(fault), wanted, fault);
  }
});

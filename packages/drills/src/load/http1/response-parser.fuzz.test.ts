import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { ANSWER, HARMED } from "./testing-answers.ts";
import { readAnswer } from "./testing-parser.ts";

const RUNS = { numRuns: 1500 };
const METHOD = fc.constantFrom("GET", "HEAD", "POST");
const KEEP = fc.constantFrom("nothing" as const, "headers" as const, "all" as const);
const CUTS = fc.array(fc.nat(400), { maxLength: 12 });

describe("answers of HTTP/1.1, cut anywhere", () => {
  test("a sound one is read for what it is", () => {
    fc.assert(
      fc.property(ANSWER, CUTS, KEEP, ({ text, body, status, ends }, cuts, keep) => {
        const read = readAnswer(text, { cuts, keep, ends });
        assert.deepEqual([read.state, read.fault, read.status, read.bodyBytes], ["done", null, status, body.length]);
        assert.equal(read.body, keep === "all" ? body : null);
      }),
      RUNS,
    );
  });

  test("where it is cut makes no difference, to a sound one or to a harmed one", () => {
    fc.assert(
      fc.property(HARMED, CUTS, METHOD, KEEP, ({ bytes, ends }, cuts, method, keep) => {
        const whole = readAnswer(bytes, { method, keep, ends });
        assert.deepEqual(readAnswer(bytes, { cuts, method, keep, ends }), whole);
      }),
      RUNS,
    );
  });

  test("after its end nothing is left open: it is an answer, or has a fault", () => {
    fc.assert(
      fc.property(HARMED, CUTS, METHOD, KEEP, ({ bytes }, cuts, method, keep) => {
        const { state, fault } = readAnswer(bytes, { cuts, method, keep, ends: true });
        assert.ok(state === "done" ? fault === null : state === "failed" && fault !== null, state);
      }),
      RUNS,
    );
  });

  test("a part of an answer is never an answer, unless only the end ends it", () => {
    fc.assert(
      fc.property(ANSWER, fc.nat(500), KEEP, ({ text, ends }, at, keep) => {
        if (ends || text.length === 0) return;
        const part = text.slice(0, at % text.length);
        assert.equal(readAnswer(part, { keep }).state, "more");
        assert.deepEqual(readAnswer(part, { keep, ends: true }).fault, "cut-short");
      }),
      RUNS,
    );
  });

  test("noise ends at once or waits, and never throws", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), CUTS, (noise, cuts) => {
        const { state } = readAnswer(Buffer.from(noise), { cuts, ends: true });
        assert.equal(state, "failed");
      }),
      RUNS,
    );
  });
});

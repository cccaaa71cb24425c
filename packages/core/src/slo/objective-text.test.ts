import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { EVERYTHING, OK, P99, RATE } from "./fixtures.test.ts";
import { objectiveText, percentText, quantileText, scopeText } from "./objective-text.ts";
import { parseObjective } from "./parse-objective.ts";

test("a share is told without the noise of binary fractions", () => {
  assert.notEqual(0.07 * 100, 7, "else the rounding would be for nothing");
  assert.deepEqual([0.999, 0.9999, 0.07, 0.5, 0.99999].map(percentText), ["99.9", "99.99", "7", "50", "99.999"]);
  assert.deepEqual([0.5, 0.95, 0.999].map(quantileText), ["p50", "p95", "p99.9"]);
});

test("each kind is told as a person would say it", () => {
  assert.equal(objectiveText(P99), "p99 of response time <= 300 ms");
  assert.equal(objectiveText({ ...P99, clock: "service", quantile: 0.999 }), "p99.9 of service time <= 300 ms");
  assert.equal(objectiveText(OK), "99% ok");
  const fast = { ...OK, within: { clock: "service", maxMs: 0.25 } } as const;
  assert.equal(objectiveText(fast), "99% ok within 0.25 ms of service time");
  assert.equal(objectiveText(RATE), "rate of successes >= 480/s");
});

test("a scope is told from the smallest to the largest, nothing of the whole run", () => {
  assert.equal(scopeText(EVERYTHING), "");
  assert.equal(scopeText({ phase: "steady", endpoint: "create", tag: null }), " of endpoint create in phase steady");
  assert.equal(scopeText({ phase: null, endpoint: null, tag: "read" }), " of tag read");
});

test("a window is told with how many may be missed", () => {
  const window = { sizeMs: 10_000, stepMs: 1000, violationsMax: 0 };
  assert.equal(objectiveText({ ...OK, window }), "99% ok in every window of 10 s");
  assert.equal(
    objectiveText({ ...OK, window: { ...window, violationsMax: 3 } }),
    "99% ok in all but 3 windows of 10 s",
  );
});

test("objectives that ask for something else are told otherwise", () => {
  const quantile = fc.constantFrom(0.5, 0.9, 0.99, 0.999);
  const terms = fc.record({
    quantile,
    maxMs: fc.integer({ min: 1, max: 5000 }),
    clock: fc.constantFrom("", " of service"),
  });
  fc.assert(
    fc.property(terms, terms, (one, other) => {
      const [a, b] = [one, other].map(({ quantile: q, maxMs, clock }) =>
        objectiveText(parseObjective(`${quantileText(q)}${clock} < ${maxMs}ms`)),
      );
      assert.equal(a === b, JSON.stringify(one) === JSON.stringify(other));
    }),
  );
});

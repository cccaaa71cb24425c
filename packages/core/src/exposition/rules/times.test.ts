import assert from "node:assert/strict";
import { test } from "node:test";
import { familyText, NOW_MS, told } from "../told.test.ts";

const at = (timestampMs: number): string[] => told(familyText("gauge", "g", [`g 1 ${timestampMs}`]));

test("a minute ahead and a day behind are allowed, a millisecond more is not", () => {
  assert.deepEqual(at(NOW_MS), []);
  assert.deepEqual(at(NOW_MS + 60_000), []);
  assert.deepEqual(at(NOW_MS + 60_001), ["timestamp-future 3"]);
  assert.deepEqual(at(NOW_MS - 86_400_000), []);
  assert.deepEqual(at(NOW_MS - 86_400_001), ["timestamp-old 3"]);
});

test("seconds where milliseconds are wanted are long ago, milliseconds for seconds far ahead", () => {
  assert.deepEqual(at(NOW_MS / 1000), ["timestamp-old 3"]);
  assert.deepEqual(told(familyText("gauge", "g", [`g 1 ${NOW_MS}`], true)), ["timestamp-future 3"]);
});

test("a metric may have begun long ago, and not later than now", () => {
  const created = (seconds: number): string[] =>
    told(familyText("counter", "a", ["a_total 1", `a_created ${seconds}`], true));
  assert.deepEqual(created(1), []);
  assert.deepEqual(created(NOW_MS / 1000 + 60), []);
  assert.deepEqual(created(NOW_MS / 1000 + 60.5), ["created-in-future 4"]);
  assert.deepEqual(created(NOW_MS), ["created-in-future 4"]);
});

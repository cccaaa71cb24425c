import assert from "node:assert/strict";
import { test } from "node:test";
import { retryAfterOf } from "./retry-after.ts";

const NOW_MS = Date.UTC(2026, 0, 2, 3, 4, 5);

test("seconds, and the date of HTTP", () => {
  assert.equal(retryAfterOf("0", NOW_MS), 0);
  assert.equal(retryAfterOf(" 120 ", NOW_MS), 120_000);
  assert.equal(retryAfterOf("Fri, 02 Jan 2026 03:04:15 GMT", NOW_MS), 10_000);
});

test("a date that has passed is now", () => {
  assert.equal(retryAfterOf("Fri, 02 Jan 2026 03:04:00 GMT", NOW_MS), 0);
});

test("none, and everything else", () => {
  const none = [null, "", "-1", "1.5", "soon", "1e3", "9999999999", "2026-01-02T03:04:15Z", "Fri, 99 Jan GMT"];
  assert.deepEqual(
    none.map((text) => retryAfterOf(text, NOW_MS)),
    none.map(() => null),
  );
});

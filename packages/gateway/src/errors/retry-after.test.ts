import assert from "node:assert/strict";
import { test } from "node:test";
import { HoldpointError, isHoldpointError, problemOf } from "@holdpoint/core";
import { RetryAfterError, retryAfterMsOf } from "./retry-after.ts";

test("it is a registered error that also says when", () => {
  const error = new RetryAfterError("HP-GATEWAY-BUSY", "full", 1234.5);
  assert.ok(isHoldpointError(error));
  assert.equal(problemOf(error).status, 503);
  assert.equal(retryAfterMsOf(error), 1235);
});

test("the wait is bounded on both sides", () => {
  const waitMs = (ms: number): number | null => retryAfterMsOf(new RetryAfterError("HP-GATEWAY-BUSY", "full", ms));
  assert.equal(waitMs(-5), 0);
  assert.equal(waitMs(Infinity), 3_600_000);
});

test("other errors do not say", () => {
  for (const error of [new HoldpointError("HP-GATEWAY-BUSY", "full"), new Error("x"), null, { retryAfterMs: 5 }]) {
    assert.equal(retryAfterMsOf(error), null);
  }
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import { canonicalize, sha256Hex } from "@holdpoint/core";
import type { Action } from "../contract/action.ts";
import { ACTION_STATES, TERMINAL_STATES } from "../contract/state.ts";
import { caller, submission } from "../testing-gateway.ts";
import { started } from "./attempt.ts";
import { fingerprintOf, newAction } from "./new-action.ts";
import { eventRecord, receiptRecord } from "./record-text.ts";
import { actionIn, NOW_MS } from "./testing-action.ts";

const FULL: Partial<Action> = {
  error: { code: "HP-ACTION-TIMEOUT", failureClass: "timeout", message: "m", retryable: true },
  replayOf: "act_0",
  generation: 2,
  provisionalReceipt: 17,
  grant: {
    approver: "eve",
    adapter: "effect",
    operation: "run",
    argumentsDigest: "sha256:0",
    policyDigest: "sha256:1",
    grantedAtMs: 1,
    expiresAtMs: 2,
    consumedAtMs: null,
  },
  result: { b: 1, a: "ü\n" },
};

test("every record's text is its own RFC 8785 form, with and without what may be absent", () => {
  let looked = 0;
  for (const state of ACTION_STATES) {
    const bare = actionIn(state, { sessionId: null, idempotencyKey: null, deadlineAtMs: null, decision: null });
    for (const action of [actionIn(state), actionIn(state, FULL), bare]) {
      for (const from of [null, "READY" as const]) {
        for (const { text } of [eventRecord(action, from, "changed", "ann"), receiptRecord(action, from, "ann")]) {
          assert.equal(text, canonicalize(JSON.parse(text) as JsonObject));
          looked += 1;
        }
      }
    }
  }
  assert.equal(looked, ACTION_STATES.length * 3 * 2 * 2);
});

test("neither arguments nor key nor result stand in a record, only their digests", () => {
  const terms = { id: "act_9", nowMs: NOW_MS, replayOf: null, generation: 0 };
  const asked = submission("effect", { password: "s3cret" }, { idempotencyKey: "k3y-of-mine" });
  const action = { ...newAction(asked, caller(), terms), state: "SUCCEEDED" as const, result: { token: "t0ken" } };
  const text = eventRecord(action, null, "submitted", "ann").text + receiptRecord(action, "RUNNING", "ann").text;
  for (const secret of ["s3cret", "k3y-of-mine", "t0ken"]) assert.ok(!text.includes(secret), secret);
  for (const digest of [action.argumentsDigest, `sha256:${sha256Hex("k3y-of-mine")}`]) assert.ok(text.includes(digest));
});

test("a receipt is provisional exactly where the outcome is unknown", () => {
  assert.equal(receiptRecord(actionIn("UNKNOWN"), "RUNNING", "gateway").kind, "receipt-provisional");
  for (const state of TERMINAL_STATES) assert.equal(receiptRecord(actionIn(state), "READY", "gateway").kind, "receipt");
});

test("the verdict of an approval says until when it holds; once it was used it covers what follows", () => {
  const granted = actionIn("READY", FULL);
  const body = (action: Action): JsonObject =>
    JSON.parse(eventRecord(action, null, "approved", "eve").text) as JsonObject;
  assert.equal(body(granted)["expires_at_ms"], 2);
  assert.equal(body(started(granted, NOW_MS))["expires_at_ms"], undefined);
});

test("a fingerprint changes with everything that a repetition must repeat, and with nothing else", () => {
  const base = submission("effect", { a: 1, b: [2] }, { idempotencyKey: "k" });
  const same = submission("effect", { b: [2], a: 1 }, { idempotencyKey: "other key" });
  assert.equal(fingerprintOf(base), fingerprintOf(same));
  const others = [
    { adapter: "other" },
    { operation: "other" },
    { arguments: { a: 1, b: [3] } },
    { sessionId: "s" },
    { turnId: "t" },
    { risk: "low" as const },
    { dryRun: true },
    { deadlineMs: 5 },
  ];
  const prints = new Set(others.map((over) => fingerprintOf({ ...base, ...over })));
  assert.equal(prints.size, others.length);
  assert.ok(!prints.has(fingerprintOf(base)));
});

test("arguments that have no canonical form make no action", () => {
  const terms = { id: "act_9", nowMs: NOW_MS, replayOf: null, generation: 0 };
  const lone = submission("effect", { text: "\ud800" });
  assert.throws(() => newAction(lone, caller(), terms), TypeError);
});

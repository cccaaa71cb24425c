import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { describe, test } from "node:test";
import type { TraceSource } from "./caller-of.ts";
import { callerOf } from "./caller-of.ts";

const ADA = { actor: "ada", roles: new Set(["requester"] as const) };
const NOTHING: TraceSource = { correlationId: undefined, traceparent: undefined, tracestate: undefined };
const TRACE_A = "a".repeat(32);
const TRACE_B = "b".repeat(32);
const source = (correlationId: string, trace: string, tracestate: string): TraceSource => ({
  correlationId,
  traceparent: `00-${trace}-00f067aa0ba902b7-01`,
  tracestate,
});

const of = (message: TraceSource, upgrade: TraceSource) => callerOf(ADA, message, upgrade, randomBytes, 0);

describe("correlation and trace of a message", () => {
  test("its own before the connection's", () => {
    const caller = of(source("message", TRACE_A, "a=1"), source("upgrade", TRACE_B, "b=2"));
    assert.equal(caller.correlationId, "message");
    assert.match(caller.traceparent, new RegExp(`^00-${TRACE_A}-`));
    assert.equal(caller.tracestate, "a=1");
  });

  test("the connection's where it says nothing; a span of its own each time", () => {
    const [one, two] = [of(NOTHING, source("u", TRACE_B, "b=2")), of(NOTHING, source("u", TRACE_B, "b=2"))];
    assert.deepEqual([one.correlationId, one.tracestate], ["u", "b=2"]);
    assert.match(one.traceparent, new RegExp(`^00-${TRACE_B}-`));
    assert.notEqual(one.traceparent, two.traceparent);
    assert.ok(!one.traceparent.includes("00f067aa0ba902b7"));
  });

  test("new ones where nobody says anything, or nothing that is sound", () => {
    const wrong = { correlationId: "a b", traceparent: "00-0-0-00", tracestate: "A=1" };
    for (const message of [NOTHING, wrong]) {
      const caller = of(message, NOTHING);
      assert.match(caller.correlationId, /^req_[0-9A-Z]{26}$/);
      assert.match(caller.traceparent, /^00-[0-9a-f]{32}-[0-9a-f]{16}-03$/);
      assert.equal(caller.tracestate, null);
    }
  });

  test("a tracestate never goes with another's traceparent", () => {
    const caller = of({ ...NOTHING, traceparent: `00-${TRACE_A}-00f067aa0ba902b7-01` }, source("u", TRACE_B, "b=2"));
    assert.match(caller.traceparent, new RegExp(`^00-${TRACE_A}-`));
    assert.equal(caller.tracestate, null);
  });

  test("who it is stays who it is", () => {
    const { actor, roles } = of(NOTHING, NOTHING);
    assert.deepEqual([actor, [...roles]], ["ada", ["requester"]]);
  });
});

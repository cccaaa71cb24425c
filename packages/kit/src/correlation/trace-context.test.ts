import assert from "node:assert/strict";
import { test } from "node:test";
import { seededRandom } from "@holdpoint/testkit";
import type { Entropy } from "./entropy.ts";
import { continueTrace, formatTraceContext, parseTraceContext } from "./trace-context.ts";

const random = seededRandom(3);
const entropy: Entropy = (sizeBytes) => Uint8Array.from({ length: sizeBytes }, () => Math.floor(random() * 256));
const traceparent = "00-12345678901234567890123456789012-1234567890123456-03";

test("tracestate is not even looked at when traceparent is invalid", () => {
  const looked = {
    traceparent: "00-x",
    get tracestate(): string {
      throw new Error("it was looked at");
    },
  };
  assert.equal(parseTraceContext(looked), null);
  assert.throws(() => parseTraceContext({ ...looked, traceparent }), /looked at/);
  assert.equal(parseTraceContext({ tracestate: "foo=1" }), null);
});

test("a wrong tracestate does no harm to the trace", () => {
  for (const tracestate of ["foo=1,foo=2", "FOO=1", undefined, ""]) {
    const context = parseTraceContext({ traceparent, tracestate });
    assert.equal(context?.parent.traceId, "12345678901234567890123456789012");
    assert.deepEqual(context?.state, []);
  }
});

test("we go on in the caller's trace with a span of our own and the caller's state", () => {
  const spans = new Set<string>();
  for (let call = 0; call < 3; call += 1) {
    const ours = formatTraceContext(continueTrace({ traceparent, tracestate: ["foo=1", "bar=2"] }, entropy));
    assert.match(ours.traceparent, /^00-12345678901234567890123456789012-[0-9a-f]{16}-03$/);
    assert.equal(ours.tracestate, "foo=1,bar=2");
    spans.add(ours.traceparent);
  }
  assert.equal(spans.size, 3);
  assert.ok(!spans.has(traceparent));
});

test("without a valid traceparent a new trace begins, without state", () => {
  for (const headers of [{}, { traceparent: "x", tracestate: "foo=1" }, { traceparent: [traceparent, traceparent] }]) {
    const ours = formatTraceContext(continueTrace(headers, entropy));
    assert.match(ours.traceparent, /^00-[0-9a-f]{32}-[0-9a-f]{16}-03$/);
    assert.ok(!ours.traceparent.includes("12345678901234567890123456789012"));
    assert.ok(!("tracestate" in ours));
  }
});

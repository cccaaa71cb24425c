import assert from "node:assert/strict";
import { test } from "node:test";
import { seededRandom } from "@holdpoint/testkit";
import type { Entropy } from "./entropy.ts";
import { randomHex } from "./entropy.ts";
import { childOf, linkedTrace, newTrace } from "./trace.ts";
import { formatTraceparent, parseTraceparent } from "./traceparent.ts";

const random = seededRandom(11);
const entropy: Entropy = (sizeBytes) => Uint8Array.from({ length: sizeBytes }, () => Math.floor(random() * 256));

test("a new trace says that its id is random, and whether it is sampled", () => {
  const trace = newTrace(entropy);
  assert.equal(trace.flags, 3);
  assert.equal(newTrace(entropy, false).flags, 2);
  assert.deepEqual(parseTraceparent(formatTraceparent(trace)), trace);
  assert.notEqual(newTrace(entropy).traceId, trace.traceId);
});

test("a child keeps trace id and flags, random-trace-id set or not, and has a span id of its own", () => {
  for (const flags of [0, 1, 2, 3]) {
    const parent = { ...newTrace(entropy), flags };
    const child = childOf(parent, entropy);
    assert.equal(child.traceId, parent.traceId);
    assert.equal(child.flags, flags);
    assert.notEqual(child.spanId, parent.spanId);
    assert.match(child.spanId, /^[0-9a-f]{16}$/);
  }
});

test("a linked trace is another trace, sampled alike, that says where it comes from", () => {
  for (const flags of [0, 1, 2, 3]) {
    const original = { ...newTrace(entropy), flags };
    const { trace, link } = linkedTrace(original, entropy);
    assert.deepEqual(link, { traceId: original.traceId, spanId: original.spanId });
    assert.notEqual(trace.traceId, original.traceId);
    assert.equal(trace.flags, 2 | (flags & 1));
  }
});

test("ids are never all zero: a second draw, then a refusal", () => {
  const draws = [new Uint8Array(8), Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 9)];
  assert.equal(
    randomHex(8, () => draws.shift() ?? new Uint8Array()),
    "0000000000000009",
  );
  assert.throws(() => newTrace((sizeBytes) => new Uint8Array(sizeBytes)), /zeros only/);
  assert.throws(() => newTrace(() => new Uint8Array(1)), /gave 1 bytes/);
});

test("a view into a larger buffer gives its own bytes only", () => {
  const pool = Uint8Array.from({ length: 32 }, (_, index) => index);
  assert.equal(
    randomHex(4, () => pool.subarray(8, 12)),
    "08090a0b",
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { ArrivalSpan } from "./arrival-span.ts";

function perS(...instants: readonly number[]): number | null {
  const span = new ArrivalSpan();
  for (const atMs of instants) span.add(atMs, 1);
  return span.perS;
}

test("a rate is that of the gaps between arrivals, in whatever order they are told", () => {
  assert.equal(perS(1_000_050, 1_000_150, 1_000_250), 10);
  assert.equal(perS(1_000_250, 1_000_050, 1_000_150), 10);
  const span = new ArrivalSpan();
  span.add(500, 10);
  span.add(1500, 11);
  assert.equal(span.perS, 20);
});

test("what is known to the second, once, or not at all, has no rate", () => {
  assert.equal(perS(1000, 2000, 3000), null);
  assert.equal(perS(1500), null);
  assert.equal(perS(1500, 1500), null);
  assert.equal(perS(), null);
});

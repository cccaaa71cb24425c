import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { BACKSTEP_TOLERATED_MS, Elapsed } from "./elapsed.ts";

test("time passes as the clock says, from zero", () => {
  const time = new Elapsed();
  assert.equal(time.advance(1_700_000_000_000), 0);
  assert.equal(time.advance(1_700_000_000_100), 100);
  assert.equal(time.advance(1_700_000_000_100.9), 100);
  assert.equal(time.advance(1_700_000_000_101), 101);
});

test("after a large step back it goes on from the new instant", () => {
  const time = new Elapsed();
  time.advance(5_000_000);
  time.advance(5_000_010);
  assert.equal(time.advance(1000), 10);
  assert.equal(time.advance(1090), 100);
});

test("instants that were taken early neither turn time back nor make it run faster", () => {
  const time = new Elapsed();
  time.advance(0);
  time.advance(5000);
  for (let round = 1; round <= 50; round += 1) {
    assert.equal(time.advance(5000 + round - 1 - (round % BACKSTEP_TOLERATED_MS)), 5000 + round - 1);
    assert.equal(time.advance(5000 + round), 5000 + round);
  }
});

test("what is no instant passes no time", () => {
  const time = new Elapsed();
  assert.equal(time.advance(Number.NaN), 0);
  time.advance(100);
  time.advance(150);
  for (const nowMs of [Number.NaN, Infinity, -Infinity]) assert.equal(time.advance(nowMs), 50);
  assert.equal(time.advance(160), 60);
});

test("it never runs backwards and never faster than the clock", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -100_000, max: 100_000 }), { maxLength: 60 }), (steps) => {
      const time = new Elapsed();
      let now = 1_000_000_000;
      let last = time.advance(now);
      let forward = 0;
      for (const step of steps) {
        now += step;
        forward += Math.max(0, step);
        const elapsed = time.advance(now);
        assert.ok(elapsed >= last && elapsed <= forward, `${elapsed} after ${last}, at most ${forward}`);
        last = elapsed;
      }
    }),
  );
});

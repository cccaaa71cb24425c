import assert from "node:assert/strict";
import { test } from "node:test";
import { ATTEMPTS_MAX, ConnectPacer } from "./connect-pacer.ts";

const MS = 1000;

test("as many at a time as the bound allows, while all goes well", () => {
  const pacer = new ConnectPacer();
  assert.equal(pacer.allowed(0, 0), ATTEMPTS_MAX);
  assert.equal(pacer.allowed(0, ATTEMPTS_MAX - 1), 1);
  assert.equal(pacer.allowed(0, ATTEMPTS_MAX + 5), 0);
});

test("after a failure one at a time, each wait twice as long, up to a second", () => {
  const pacer = new ConnectPacer();
  let nowUs = 0;
  const waits: number[] = [];
  for (let failure = 0; failure < 10; failure += 1) {
    pacer.failed(nowUs);
    const failedAtUs = nowUs;
    while (pacer.allowed(nowUs, 0) === 0) nowUs += MS;
    waits.push((nowUs - failedAtUs) / MS);
    assert.equal(pacer.allowed(nowUs, 0), 1);
    assert.equal(pacer.allowed(nowUs, 1), 0, "one is on its way");
  }
  assert.deepEqual(waits, [10, 20, 40, 80, 160, 320, 640, 1000, 1000, 1000]);
  assert.equal(pacer.failedInRow, 10);
});

test("attempts that fail together count, but wait once", () => {
  const pacer = new ConnectPacer();
  for (let failure = 0; failure < 64; failure += 1) pacer.failed(1000);
  assert.equal(pacer.failedInRow, 64);
  assert.deepEqual([pacer.allowed(1000 + 9 * MS, 0), pacer.allowed(1000 + 10 * MS, 0)], [0, 1]);
});

test("one that comes off ends it", () => {
  const pacer = new ConnectPacer();
  pacer.failed(0);
  pacer.failed(20 * MS);
  pacer.succeeded();
  assert.deepEqual([pacer.failedInRow, pacer.allowed(20 * MS, 0)], [0, ATTEMPTS_MAX]);
  pacer.failed(30 * MS);
  assert.equal(pacer.allowed(40 * MS, 0), 1, "and the next wait is the first one again");
});

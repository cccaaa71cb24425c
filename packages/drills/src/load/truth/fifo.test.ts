import assert from "node:assert/strict";
import { test } from "node:test";
import { exactQuantile, fifoResponses } from "./fifo.ts";

test("an idle server answers after its service time; a busy one after those before as well", () => {
  const responses = (arrivalsUs: readonly number[], serviceUs: readonly number[]): readonly number[] => [
    ...fifoResponses({ arrivalsUs, serviceUs, freezes: [] }),
  ];
  assert.deepEqual(responses([0, 100, 200], [5, 6, 7]), [5, 6, 7]);
  assert.deepEqual(responses([0, 0, 0], [10, 10, 10]), [10, 20, 30]);
  assert.deepEqual(responses([0, 5, 30], [10, 10, 10]), [10, 15, 10]);
  assert.deepEqual(responses([], []), []);
});

test("what falls due while the server is frozen waits for its end, in order", () => {
  const freezes = [{ fromUs: 10, untilUs: 110 }];
  assert.deepEqual(
    [...fifoResponses({ arrivalsUs: [0, 10, 60, 109, 200], serviceUs: [1, 1, 1, 1, 1], freezes })],
    [1, 101, 52, 4, 1],
  );
});

test("several freezes, one right behind the other, and one that began while a request was worked on", () => {
  const freezes = [
    { fromUs: 3, untilUs: 20 },
    { fromUs: 20, untilUs: 30 },
    { fromUs: 500, untilUs: 600 },
  ];
  assert.deepEqual([...fifoResponses({ arrivalsUs: [0, 1, 550], serviceUs: [5, 5, 5], freezes })], [5, 34, 55]);
});

test("the closed form: one second in ten, a share of (1 - x) / 10 takes longer than x seconds", () => {
  const arrivalsUs = Array.from({ length: 10_000 }, (_, index) => index * 1000);
  const serviceUs = arrivalsUs.map(() => 0);
  const responses = fifoResponses({ arrivalsUs, serviceUs, freezes: [{ fromUs: 5_000_000, untilUs: 6_000_000 }] });
  for (const [q, seconds] of [
    [0.95, 0.5],
    [0.99, 0.9],
    [0.999, 0.99],
  ] as const) {
    assert.ok(Math.abs(exactQuantile(responses, q) / 1e6 - seconds) < 0.002, `${q}`);
  }
  assert.equal(exactQuantile(responses, 0.5), 0);
});

test("service times that are not those of the arrivals are refused, and nothing has no quantile", () => {
  assert.throws(() => fifoResponses({ arrivalsUs: [0, 1], serviceUs: [1], freezes: [] }), RangeError);
  assert.throws(() => exactQuantile(new Float64Array(), 0.5), RangeError);
});

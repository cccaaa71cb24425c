import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { PairRing } from "./ring.ts";
import { FakeExchange } from "./testing-transport.ts";
import { Waiting } from "./waiting.ts";

describe("a ring of pairs", () => {
  test("is a bounded queue", () => {
    fc.assert(
      fc.property(fc.nat(300), fc.array(fc.boolean(), { maxLength: 500 }), (max, moves) => {
        const ring = new PairRing(max);
        const model: number[] = [];
        for (const [index, pushes] of moves.entries()) {
          if (pushes) {
            assert.equal(ring.push(index, -index), model.length < max);
            if (model.length < max) model.push(index);
          } else {
            assert.equal(ring.first, model[0] ?? Number.NaN);
            assert.equal(ring.second, model[0] === undefined ? Number.NaN : -model[0]);
            ring.shift();
            model.shift();
          }
          assert.equal(ring.size, model.length);
        }
      }),
    );
  });

  test("keeps its order while it grows around its end", () => {
    const ring = new PairRing(1000);
    for (let value = 0; value < 50; value += 1) ring.push(value, 0);
    for (let value = 0; value < 40; value += 1) ring.shift();
    for (let value = 50; value < 400; value += 1) ring.push(value, 0);
    const seen: number[] = [];
    for (; ring.size > 0; ring.shift()) seen.push(ring.first);
    assert.deepEqual(
      seen,
      Array.from({ length: 360 }, (_, index) => index + 40),
    );
  });
});

describe("what waits", () => {
  const make = (intendedUs: number, index: number): FakeExchange => new FakeExchange(intendedUs, index);

  test("goes first intended, first out, arrivals and steps alike", () => {
    const waiting = new Waiting(10, make);
    waiting.arrival(10, 0);
    waiting.arrival(30, 1);
    waiting.step(make(20, 7));
    waiting.step(make(30, 8));
    assert.equal(waiting.size, 4);
    const order = [0, 0, 0, 0].map(() => (waiting.take() as FakeExchange).index);
    assert.deepEqual(order, [0, 7, 1, 8], "at the same time the arrival goes first");
    assert.deepEqual([waiting.take(), waiting.size], [null, 0]);
  });

  test("arrivals have a bound; a step has a place already", () => {
    const waiting = new Waiting(1, make);
    assert.deepEqual([waiting.arrival(1, 0), waiting.arrival(2, 1)], [true, false]);
    waiting.step(make(0, 9));
    assert.equal(waiting.size, 2);
  });

  test("many steps come and go", () => {
    const waiting = new Waiting(1, make);
    let taken = 0;
    for (let step = 0; step < 5000; step += 1) {
      waiting.step(make(step, step));
      waiting.step(make(step, step));
      assert.equal((waiting.take() as FakeExchange).index, taken >> 1);
      taken += 1;
    }
    assert.equal(waiting.size, 5000);
  });
});

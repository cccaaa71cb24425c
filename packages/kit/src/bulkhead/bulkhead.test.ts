import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { BulkheadPermit } from "./bulkhead.ts";
import { Bulkhead } from "./bulkhead.ts";

test("so many run at once and no more, and a place that is given back is free", () => {
  const bulkhead = new Bulkhead(2);
  const first = bulkhead.tryAcquire();
  const second = bulkhead.tryAcquire();
  assert.ok(first !== null && second !== null);
  assert.equal(bulkhead.tryAcquire(), null);
  assert.ok(bulkhead.release(first));
  assert.notEqual(bulkhead.tryAcquire(), null);
  assert.deepEqual(bulkhead.view(), {
    running: 2,
    running_max: 2,
    running_peak: 2,
    acquired_total: 3,
    refused_total: 1,
  });
});

test("a permit that is given back twice, or to another bulkhead, frees nothing", () => {
  const bulkhead = new Bulkhead(1);
  const permit = bulkhead.tryAcquire();
  assert.ok(permit !== null);
  assert.equal(new Bulkhead(1).release(permit), false);
  assert.equal(bulkhead.release({ number: 1 }), false);
  assert.equal(bulkhead.tryAcquire(), null);
  assert.ok(bulkhead.release(permit));
  const next = bulkhead.tryAcquire();
  assert.equal(bulkhead.release(permit), false);
  assert.equal(bulkhead.tryAcquire(), null);
  assert.ok(next !== null && bulkhead.release(next));
});

test("a lower bound lets end what runs and begins nothing until then", () => {
  const bulkhead = new Bulkhead(3);
  const permits = [1, 2, 3].map(() => bulkhead.tryAcquire()).filter((permit) => permit !== null);
  bulkhead.resize(1);
  assert.equal(bulkhead.view().running, 3);
  for (const permit of permits) {
    assert.equal(bulkhead.tryAcquire(), null);
    bulkhead.release(permit);
  }
  assert.notEqual(bulkhead.tryAcquire(), null);
  bulkhead.resize(2);
  assert.notEqual(bulkhead.tryAcquire(), null);
});

test("a bound must be a whole number from 1", () => {
  for (const bound of [0, -1, 1.5, Number.NaN, Infinity, 100_001]) {
    assert.throws(() => new Bulkhead(bound), { code: "HP-CONFIG-VALUE" });
    assert.throws(() => new Bulkhead(1).resize(bound), { code: "HP-CONFIG-VALUE" });
  }
});

test("never more than allowed begin, whatever is acquired, released and resized", () => {
  const step = fc.oneof(
    fc.constant("acquire" as const),
    fc.record({ release: fc.nat() }),
    fc.record({ resize: fc.integer({ min: 1, max: 5 }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const bulkhead = new Bulkhead(3);
      let bound = 3;
      const running: BulkheadPermit[] = [];
      for (const one of steps) {
        if (one === "acquire") {
          const permit = bulkhead.tryAcquire();
          assert.equal(permit !== null, running.length < bound);
          if (permit !== null) running.push(permit);
        } else if ("resize" in one) {
          bulkhead.resize((bound = one.resize));
        } else if (running.length > 0) {
          const [permit] = running.splice(one.release % running.length, 1);
          assert.ok(permit && bulkhead.release(permit));
        }
        assert.equal(bulkhead.view().running, running.length);
      }
    }),
  );
});

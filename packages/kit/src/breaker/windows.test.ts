import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { CountWindow } from "./count-window.ts";
import { History } from "./history.ts";
import { outcomeWindow, reachesPercent } from "./outcome-window.ts";
import { TimeWindow } from "./time-window.ts";

test("a count window holds exactly the last calls", () => {
  const outcome = fc.record({ failed: fc.boolean(), slow: fc.boolean() });
  fc.assert(
    fc.property(fc.array(outcome, { maxLength: 50 }), fc.integer({ min: 1, max: 12 }), (outcomes, size) => {
      const window = new CountWindow(size);
      for (const { failed, slow } of outcomes) window.record(failed, slow);
      const last = outcomes.slice(-size);
      const expected = {
        calls: last.length,
        failures: last.filter(({ failed }) => failed).length,
        slow: last.filter(({ slow }) => slow).length,
      };
      assert.deepEqual(window.totals(), expected);
      const again = new CountWindow(size);
      assert.ok(again.load(window.save()));
      assert.deepEqual(again.totals(), expected);
      assert.equal(again.save(), window.save());
    }),
  );
});

test("a time window holds the calls of its last nine parts and the one that has begun", () => {
  const step = fc.record({ afterMs: fc.integer({ min: 0, max: 250 }), failed: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const window = new TimeWindow(1000);
      const calls: { atMs: number; failed: boolean }[] = [];
      let nowMs = 0;
      for (const { afterMs, failed } of steps) {
        nowMs += afterMs;
        window.record(failed, false, nowMs);
        calls.push({ atMs: nowMs, failed });
        const seen = calls.filter(({ atMs }) => Math.floor(nowMs / 100) - Math.floor(atMs / 100) < 10);
        const failures = seen.filter((one) => one.failed).length;
        assert.deepEqual(window.totals(nowMs), { calls: seen.length, failures, slow: 0 });
      }
    }),
  );
});

test("nothing is left of a time window when its time is over", () => {
  const window = new TimeWindow(1000);
  window.record(true, true, 50);
  assert.deepEqual(window.totals(999), { calls: 1, failures: 1, slow: 1 });
  assert.deepEqual(window.totals(1000), { calls: 0, failures: 0, slow: 0 });
  window.record(true, false, 1000);
  window.clear();
  assert.equal(window.totals(1000).calls, 0);
});

test("the kind of window is as asked for", () => {
  assert.ok(outcomeWindow({ kind: "count", calls: 3 }) instanceof CountWindow);
  assert.ok(outcomeWindow({ kind: "time", windowMs: 100 }) instanceof TimeWindow);
});

test("a rate is compared in whole numbers, and nothing of nothing is no rate", () => {
  assert.ok(reachesPercent(29, 100, 29));
  assert.ok(!reachesPercent(28, 100, 29));
  assert.ok(reachesPercent(1, 3, 33));
  assert.ok(!reachesPercent(1, 3, 34));
  assert.ok(!reachesPercent(0, 0, 1));
});

test("a history holds the last entries in their order", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 30 }), fc.integer({ min: 1, max: 9 }), fc.nat(40), (all, size, n) => {
      const history = new History<number>(size);
      for (const one of all) history.add(one);
      const kept = all.slice(-size);
      assert.deepEqual(history.last(n), n === 0 ? [] : kept.slice(-n));
      assert.deepEqual(history.last(Infinity), kept);
    }),
  );
});

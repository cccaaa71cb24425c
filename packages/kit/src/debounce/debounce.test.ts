import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Debounce } from "./debounce.ts";

test("ancestors' row 13: true for 300 ms with open_ms 50 opens", () => {
  const guard = new Debounce({ openMs: 50, closeMs: 100 });
  const outputs: boolean[] = [];
  for (let nowMs = 1000; nowMs <= 1300; nowMs += 10) outputs.push(guard.update(true, nowMs));
  assert.equal(outputs.indexOf(true), 5);
  assert.ok(outputs.slice(5).every(Boolean));
});

test("it closes after the signal was false for the whole time, and not for less", () => {
  const guard = new Debounce({ openMs: 0, closeMs: 100 });
  assert.ok(guard.update(true, 0));
  assert.ok(guard.update(false, 10));
  assert.ok(guard.update(false, 109));
  assert.deepEqual(guard.view(109), { open: true, differs_for_ms: 99 });
  assert.ok(!guard.update(false, 110));
  assert.deepEqual(guard.view(110), { open: false, differs_for_ms: null });
});

test("a signal that does not hold begins anew", () => {
  const guard = new Debounce({ openMs: 50, closeMs: 50 });
  for (let nowMs = 0; nowMs < 1000; nowMs += 40) {
    assert.ok(!guard.update(true, nowMs));
    assert.ok(!guard.update(false, nowMs + 20));
  }
});

test("a clock that is set back neither opens it nor keeps it shut for longer", () => {
  const guard = new Debounce({ openMs: 50, closeMs: 50 });
  guard.update(true, 1_000_000);
  assert.ok(!guard.update(true, 1000));
  assert.ok(!guard.update(true, 1049));
  assert.ok(guard.update(true, 1050));
});

test("times out of bounds are refused", () => {
  for (const wrong of [-1, 0.5, Number.NaN, 86_400_001]) {
    assert.throws(() => new Debounce({ openMs: wrong, closeMs: 0 }), { code: "HP-CONFIG-VALUE" });
    assert.throws(() => new Debounce({ openMs: 0, closeMs: wrong }), { code: "HP-CONFIG-VALUE" });
  }
});

test("the output changes exactly when the signal was seen to hold for its time", () => {
  const look = fc.record({ afterMs: fc.integer({ min: 0, max: 30 }), signal: fc.boolean() });
  const timeMs = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(fc.array(look, { maxLength: 60 }), timeMs, timeMs, (looks, openMs, closeMs) => {
      const guard = new Debounce({ openMs, closeMs });
      const seen: { atMs: number; signal: boolean }[] = [];
      let open = false;
      let nowMs = 0;
      for (const { afterMs, signal } of looks) {
        nowMs += afterMs;
        seen.push({ atMs: nowMs, signal });
        const run = seen.slice(seen.findLastIndex((one) => one.signal === open) + 1);
        const heldMs = nowMs - (run[0]?.atMs ?? nowMs);
        if (run.length > 0 && heldMs >= (signal ? openMs : closeMs)) open = signal;
        assert.equal(guard.update(signal, nowMs), open);
      }
    }),
  );
});

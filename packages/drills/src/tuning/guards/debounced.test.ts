import assert from "node:assert/strict";
import { test } from "node:test";
import { Debounce } from "@holdpoint/kit";
import fc from "fast-check";
import { debounce, debounceSpan, SHUT } from "./debounced.ts";

const TERMS = { openMs: 2500, closeMs: 4000 };

test("ancestors' row 13: a debounce that never opened opens, on after 2500 ms and off after 4000 ms", () => {
  let state = debounce(SHUT, true, 0, TERMS);
  for (const [atMs, open] of [[1000, false] as const, [2499, false] as const, [2500, true] as const]) {
    state = debounce(state, true, atMs, TERMS);
    assert.equal(state.open, open, `${atMs}`);
  }
  state = debounce(state, false, 3000, TERMS);
  assert.ok((state = debounce(state, false, 6999, TERMS)).open);
  assert.ok(!debounce(state, false, 7000, TERMS).open);
});

test("an iteration's value holds for all of its time, so that one long iteration is enough", () => {
  assert.ok(debounceSpan(SHUT, true, { startedAtMs: 0, nowMs: 2500 }, TERMS).open);
  const short = debounceSpan(SHUT, true, { startedAtMs: 0, nowMs: 2000 }, TERMS);
  assert.ok(!short.open);
  assert.ok(debounceSpan(short, true, { startedAtMs: 2000, nowMs: 4000 }, TERMS).open, "two short ones on end");
  const broken = debounceSpan(short, false, { startedAtMs: 2000, nowMs: 2100 }, TERMS);
  assert.ok(!debounceSpan(broken, true, { startedAtMs: 2100, nowMs: 4100 }, TERMS).open, "not with a gap");
});

test("it says what the kit's debounce says, whatever the signal does", () => {
  const look = fc.record({ afterMs: fc.integer({ min: 0, max: 30 }), signal: fc.boolean() });
  const timeMs = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(fc.array(look, { maxLength: 60 }), timeMs, timeMs, (looks, openMs, closeMs) => {
      const kit = new Debounce({ openMs, closeMs });
      let state = SHUT;
      let nowMs = 0;
      for (const { afterMs, signal } of looks) {
        nowMs += afterMs;
        state = debounce(state, signal, nowMs, { openMs, closeMs });
        assert.equal(state.open, kit.update(signal, nowMs));
      }
    }),
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { debounce, debounceSpan, DEBOUNCE_SHUT } from "./debounced.ts";

const TERMS = { openMs: 2500, closeMs: 4000 };

test("ancestors' row 13: a debounce that never opened opens, on after 2500 ms and off after 4000 ms", () => {
  let state = debounce(DEBOUNCE_SHUT, true, 0, TERMS);
  for (const [atMs, open] of [[1000, false] as const, [2499, false] as const, [2500, true] as const]) {
    state = debounce(state, true, atMs, TERMS);
    assert.equal(state.open, open, `${atMs}`);
  }
  state = debounce(state, false, 3000, TERMS);
  assert.ok((state = debounce(state, false, 6999, TERMS)).open);
  assert.ok(!debounce(state, false, 7000, TERMS).open);
});

test("an iteration's value holds for all of its time, so that one long iteration is enough", () => {
  assert.ok(debounceSpan(DEBOUNCE_SHUT, true, { startedAtMs: 0, nowMs: 2500 }, TERMS).open);
  const short = debounceSpan(DEBOUNCE_SHUT, true, { startedAtMs: 0, nowMs: 2000 }, TERMS);
  assert.ok(!short.open);
  assert.ok(debounceSpan(short, true, { startedAtMs: 2000, nowMs: 4000 }, TERMS).open, "two short ones on end");
  const broken = debounceSpan(short, false, { startedAtMs: 2000, nowMs: 2100 }, TERMS);
  assert.ok(!debounceSpan(broken, true, { startedAtMs: 2100, nowMs: 4100 }, TERMS).open, "not with a gap");
});

test("whatever the signal does, it turns only after it differed at every look for so long", () => {
  const look = fc.record({ afterMs: fc.integer({ min: 0, max: 30 }), signal: fc.boolean() });
  const timeMs = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(fc.array(look, { maxLength: 60 }), timeMs, timeMs, (looks, openMs, closeMs) => {
      let state = DEBOUNCE_SHUT;
      let nowMs = 0;
      const past: { readonly atMs: number; readonly signal: boolean }[] = [];
      for (const { afterMs, signal } of looks) {
        nowMs += afterMs;
        past.push({ atMs: nowMs, signal });
        const before = state.open;
        state = debounce(state, signal, nowMs, { openMs, closeMs });
        // Backwards: since when has it been on end what the output was not?
        const calm = past.findLastIndex((one) => one.signal === before);
        const since = past[calm + 1]?.atMs ?? nowMs;
        const turns = signal !== before && nowMs - since >= (signal ? openMs : closeMs);
        if (turns) past.length = 0;
        assert.equal(state.open, turns ? signal : before);
      }
    }),
  );
});

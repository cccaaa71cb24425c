import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { FREEZE_MIN_MS, PartialFreeze } from "./partial-freeze.ts";

const NAMES = ["rebid", "rescue_taker"];

function made(minMs?: number): PartialFreeze {
  return new PartialFreeze({ freezable: NAMES, never: ["edge"], ...(minMs === undefined ? {} : { minMs }) });
}

test("ancestors' row 13: edge is never frozen, and asking for it freezes nothing at all", () => {
  const freeze = made();
  assert.throws(() => freeze.freeze(["rebid", "edge"], "latency", 0), {
    code: "HP-TUNING-NEVER-FROZEN",
    message: /'edge' is never to be frozen/,
  });
  for (const name of [...NAMES, "edge"]) assert.ok(!freeze.isFrozen(name, 0), name);
  assert.deepEqual(freeze.view(0), { active: false, frozen: [] });
});

test("a name that nobody declared is refused, not taken for a subsystem", () => {
  assert.throws(() => made().freeze(["rebids"], "latency", 0), {
    code: "HP-TUNING-NEVER-FROZEN",
    message: /'rebids' is not among the freezable ones/,
  });
  const freeze = made();
  freeze.thaw(["rebids", "edge"], 0);
  assert.ok(!freeze.isFrozen("rebids", 0));
});

test("some are frozen, the others go on", () => {
  const freeze = made();
  freeze.freeze(["rescue_taker"], "oscillation", 1000);
  assert.ok(freeze.isFrozen("rescue_taker", 1000));
  assert.ok(!freeze.isFrozen("rebid", 1000));
  freeze.freeze(["rebid"], "latency", 1500);
  freeze.thaw(["rescue_taker"], 2000);
  assert.deepEqual(freeze.view(2000), {
    active: true,
    frozen: [
      { subsystem: "rebid", reason: "latency", for_ms: 500, thaws_in_ms: null },
      { subsystem: "rescue_taker", reason: "oscillation", for_ms: 1000, thaws_in_ms: 2000 },
    ],
  });
});

test("the minimum is three seconds unless another is named", () => {
  assert.equal(FREEZE_MIN_MS, 3000);
  for (const [freeze, minMs] of [[made(), 3000] as const, [made(50), 50] as const, [made(0), 0] as const]) {
    freeze.freeze(["rebid"], "latency", 0);
    freeze.thaw(["rebid"], 0);
    assert.equal(freeze.isFrozen("rebid", minMs - 1), minMs > 0);
    assert.ok(!freeze.isFrozen("rebid", minMs));
  }
});

test("frozen again, an early thaw is forgotten", () => {
  const freeze = made();
  freeze.freeze(["rebid"], "latency", 0);
  freeze.thaw(["rebid"], 1000);
  freeze.freeze(["rebid"], "latency", 2000);
  assert.ok(freeze.isFrozen("rebid", 100_000));
});

test("a clock that is set back thaws nothing early and holds nothing for ever", () => {
  const freeze = made();
  freeze.freeze(["rebid"], "latency", 1_000_000);
  freeze.thaw(["rebid"], 5000);
  assert.ok(freeze.isFrozen("rebid", 7999));
  assert.ok(!freeze.isFrozen("rebid", 8000));
});

test("options that contradict themselves are refused", () => {
  const wrong = [
    { freezable: ["edge"], never: ["edge"] },
    { freezable: [], never: ["edge"] },
    { freezable: NAMES, never: [], minMs: -1 },
    { freezable: NAMES, never: [], minMs: 0.5 },
    { freezable: NAMES, never: [], minMs: 86_400_001 },
    { freezable: Array.from({ length: 1001 }, (_, index) => `s${index}`), never: [] },
  ];
  for (const options of wrong) assert.throws(() => new PartialFreeze(options), { code: "HP-CONFIG-VALUE" });
});

const look = fc.record({
  afterMs: fc.integer({ min: 0, max: 40 }),
  act: fc.constantFrom("freeze" as const, "thaw" as const, "look" as const),
  name: fc.constantFrom(...NAMES),
});

test("every freeze lasts at least its minimum, and ends only after a thaw that nothing took back", () => {
  fc.assert(
    fc.property(fc.array(look, { maxLength: 80 }), fc.integer({ min: 0, max: 100 }), (looks, minMs) => {
      const freeze = made(minMs);
      // By hand: since when it is frozen, and whether the last word about it was a thaw.
      const model = new Map<string, { sinceMs: number; isThawing: boolean }>();
      let nowMs = 0;
      for (const { afterMs, act, name } of looks) {
        nowMs += afterMs;
        for (const [frozen, { sinceMs, isThawing }] of model) {
          if (isThawing && nowMs - sinceMs >= minMs) model.delete(frozen);
        }
        const held = model.get(name);
        if (act === "freeze") {
          freeze.freeze([name], "why", nowMs);
          model.set(name, { sinceMs: held?.sinceMs ?? nowMs, isThawing: false });
        } else if (act === "thaw") {
          freeze.thaw([name], nowMs);
          if (held !== undefined) held.isThawing = true;
          if (minMs === 0) model.delete(name);
          else if (held !== undefined && nowMs - held.sinceMs >= minMs) model.delete(name);
        }
        for (const one of NAMES) assert.equal(freeze.isFrozen(one, nowMs), model.has(one), `${one} at ${nowMs}`);
        assert.ok(!freeze.isFrozen("edge", nowMs));
        assert.equal(freeze.view(nowMs).active, model.size > 0);
      }
    }),
  );
});

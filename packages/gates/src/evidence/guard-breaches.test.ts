import assert from "node:assert/strict";
import { test } from "node:test";
import type { SoakTuning } from "@holdpoint/core";
import { applied, delta, reading, soak, soakIteration, tuning } from "../scenes/soak.ts";
import { guardBreaches } from "./guard-breaches.ts";

/** Codes of a soak in which these iterations tuned as given, and the others did nothing. */
function codes(tunings: Readonly<Record<number, SoakTuning>>, changes: Parameters<typeof soak>[0] = {}): string[] {
  const iterations = Array.from({ length: 8 }, (_, index) =>
    soakIteration(index + 1, { tuning: tunings[index + 1] ?? tuning() }),
  );
  return guardBreaches(soak({ iterations, ...changes })).map(({ code }) => code);
}

const edge = delta({ parameter: "edge.spread_bps", subsystem: "edge", from: 1, to: 1.5 });

test("what keeps to everything breaches nothing", () => {
  assert.deepEqual(codes({ 3: applied(delta()), 5: applied(delta({ from: 12, to: 16 })), 7: applied(edge) }), []);
  assert.deepEqual(guardBreaches(soak()), []);
});

test("a parameter rests for its cooldown after it moved, not after it was ignored", () => {
  assert.deepEqual(codes({ 3: applied(delta()), 4: applied(delta({ from: 12, to: 16 })) }), ["cooldown-broken"]);
  const ignored = tuning({ proposed: [delta()], readings: [reading(delta(), { after: 8, verdict: "ignored" })] });
  assert.deepEqual(codes({ 3: ignored, 4: applied(delta()) }), []);
  const unread = tuning({ proposed: [delta()] });
  assert.deepEqual(codes({ 3: unread, 4: applied(delta()) }), ["cooldown-broken"]);
});

test("one step, within bounds, of a parameter that there is", () => {
  assert.deepEqual(codes({ 3: applied(delta({ to: 13 })) }), ["step-too-large"]);
  assert.deepEqual(codes({ 3: applied(delta({ from: 62, to: 65 })) }), ["out-of-bounds"]);
  assert.deepEqual(codes({ 3: applied(delta({ parameter: "secret.knob" })) }), ["unknown-parameter"]);
  assert.deepEqual(codes({ 3: applied({ ...edge, from: 0.1, to: 0.1 + 0.5 }) }), []);
});

test("one subsystem an iteration, none that is frozen, and never the ones that must not be", () => {
  assert.deepEqual(codes({ 3: applied(delta(), edge) }), ["several-subsystems"]);
  const frozen = { ...applied(delta()).guards, frozen: ["executor"] };
  assert.deepEqual(codes({ 3: { ...applied(delta()), guards: frozen } }), ["frozen-changed"]);
  assert.deepEqual(codes({ 3: tuning({ guards: { ...frozen, frozen: ["edge", "executor"] } }) }), ["never-frozen"]);
});

test("a skipped change breaches nothing", () => {
  const skipped = delta({ to: 999, skipped: { reason: "out-of-bounds", text: "too far" } });
  assert.deepEqual(codes({ 3: tuning({ proposed: [skipped] }) }), []);
});

test("going back to what was last good passes the guards, not the bounds, and only where it was decided", () => {
  const back = [delta({ rule: "last-good", from: 30, to: 8 }), { ...edge, rule: "last-good", from: 4, to: 1 }];
  const guards = { ...tuning().guards, frozen: ["executor"] };
  assert.deepEqual(codes({ 3: applied(delta()), 4: { ...applied(...back), reverted: true, guards } }), []);
  assert.deepEqual(codes({ 4: { ...applied(...back), guards } }).length, 4);
  const beyond = { ...applied(delta({ rule: "last-good", to: 99 })), reverted: true };
  assert.deepEqual(codes({ 4: beyond }), ["out-of-bounds"]);
});

test("nothing is changed while tuning is off", () => {
  assert.deepEqual(codes({ 3: { ...applied(delta()), enabled: false } }), ["changed-while-off"]);
  assert.deepEqual(codes({ 3: applied(delta()) }, { tuningEnabled: false }), ["changed-while-off"]);
});

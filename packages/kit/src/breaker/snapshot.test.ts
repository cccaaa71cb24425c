import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import { Breaker } from "./breaker.ts";
import type { BreakerSnapshot } from "./snapshot.ts";
import { admitted, BAD, call, GOOD, OPTIONS, refused, trip } from "./testing-breaker.ts";
import type { BreakerChange } from "./view.ts";

const T0 = 1_800_000_000_000;

const through = (snapshot: JsonObject): unknown => JSON.parse(JSON.stringify(snapshot));

test("a closed breaker goes on counting where it was", () => {
  const breaker = new Breaker(OPTIONS);
  for (let count = 0; count < 4; count += 1) call(breaker, BAD, T0);
  const { breaker: again, restored } = Breaker.restore(through(breaker.snapshot(T0)), OPTIONS, T0 + 5000);
  assert.ok(restored);
  assert.deepEqual(again.view(T0 + 5000), { ...breaker.view(T0 + 5000), admitted_total: 0 });
  call(again, BAD, T0 + 5000);
  assert.equal(again.view(T0 + 5000).state, "open");
});

test("an open breaker stays open for what is left, and the growth of its wait goes on", () => {
  const options = { ...OPTIONS, openGrowthPercent: 200 };
  const breaker = new Breaker(options);
  trip(breaker, T0);
  call(breaker, BAD, T0 + 100);
  const { breaker: again } = Breaker.restore(through(breaker.snapshot(T0 + 150)), options, T0 + 160);
  assert.equal(refused(again, T0 + 160), 140);
  assert.equal(again.view(T0 + 160).opened_at, T0 + 100);
  call(again, BAD, T0 + 300);
  assert.equal(refused(again, T0 + 300), 400);
});

test("the wait ends though the process was down, and is not longer for a clock that was set back", () => {
  const breaker = new Breaker(OPTIONS);
  trip(breaker, T0);
  const snapshot = through(breaker.snapshot(T0));
  call(Breaker.restore(snapshot, OPTIONS, T0 + 86_400_000).breaker, GOOD, T0 + 86_400_000);
  assert.equal(refused(Breaker.restore(snapshot, OPTIONS, 1000).breaker, 1000), 100);
});

test("a probe that ran is forgotten: the next call is one", () => {
  const breaker = new Breaker(OPTIONS);
  trip(breaker, T0);
  const before = admitted(breaker, T0 + 100);
  const { breaker: again, restored } = Breaker.restore(through(breaker.snapshot(T0 + 110)), OPTIONS, T0 + 110);
  assert.ok(restored);
  assert.ok(admitted(again, T0 + 110).probe);
  refused(again, T0 + 110);
  assert.equal(again.record(before, GOOD, T0 + 110), "ended");
});

test("a time window goes on in the middle of its parts", () => {
  const options = { ...OPTIONS, window: { kind: "time", windowMs: 1000 } } as const;
  const breaker = new Breaker(options);
  call(breaker, BAD, T0);
  for (const afterMs of [130, 137, 555]) call(breaker, GOOD, T0 + afterMs);
  const { breaker: again } = Breaker.restore(through(breaker.snapshot(T0 + 640)), options, T0 + 650);
  for (let nowMs = T0 + 650; nowMs < T0 + 2000; nowMs += 7) {
    assert.equal(again.view(nowMs).calls, breaker.view(nowMs).calls, `${nowMs - T0} ms`);
  }
});

test("a snapshot of another window keeps the state, not the counts", () => {
  const breaker = new Breaker(OPTIONS);
  trip(breaker, T0);
  const options = { ...OPTIONS, window: { kind: "time", windowMs: 1000 } } as const;
  const { breaker: again, restored } = Breaker.restore(through(breaker.snapshot(T0)), options, T0);
  assert.ok(restored);
  const { state, calls } = again.view(T0);
  assert.deepEqual({ state, calls }, { state: "open", calls: 0 });
});

test("what is no snapshot is not taken for health: open, told, and over after openMs", () => {
  const sound = through(new Breaker(OPTIONS).snapshot(T0)) as BreakerSnapshot;
  const timed = { ...OPTIONS, window: { kind: "time", windowMs: 1000 } } as const;
  const ofTime = through(new Breaker(timed).snapshot(T0)) as BreakerSnapshot;
  const changed = (change: object): unknown => ({ ...sound, ...change });
  const rows = (...list: unknown[]): unknown => ({ ...ofTime, outcomes: { phase_ms: 0, rows: list } });
  const garbage: readonly unknown[] = [
    null,
    undefined,
    "closed",
    42,
    [],
    {},
    changed({ schema: "holdpoint.breaker.v2" }),
    changed({ state: "broken" }),
    changed({ taken_at: -1 }),
    changed({ taken_at: "now" }),
    changed({ opened_at: T0 }),
    changed({ state: "open", opened_at: null }),
    changed({ open_left_ms: 1e12 }),
    changed({ open_ms: 0.5 }),
    changed({ openings: -1 }),
    changed({ window: null }),
    changed({ window: { kind: "both" } }),
    changed({ outcomes: "0124" }),
    changed({ outcomes: "0".repeat(11) }),
    changed({ outcomes: null }),
    rows([0, 1, 2, 0]),
    rows([0, 1, 0, 2]),
    rows([10, 1, 0, 0]),
    rows([0, 1, 0]),
    rows([0, 1, 0, 0], [0, 1, 0, 0]),
    { ...ofTime, outcomes: { phase_ms: 100, rows: [] } },
    { ...ofTime, outcomes: null },
  ];
  for (const snapshot of garbage) {
    const changes: BreakerChange[] = [];
    const isTimed = (snapshot as { window?: { kind?: string } } | null)?.window?.kind === "time";
    const options = isTimed ? timed : OPTIONS;
    const { breaker, restored } = Breaker.restore(snapshot, options, T0, (change) => void changes.push(change));
    assert.equal(restored, false, JSON.stringify(snapshot));
    assert.deepEqual(changes, [{ from: "closed", to: "open", reason: "snapshot-unreadable", atMs: T0 }]);
    assert.equal(refused(breaker, T0), 100);
    call(breaker, GOOD, T0 + 100);
    assert.equal(breaker.view(T0 + 100).state, "closed");
  }
  assert.ok(Breaker.restore(sound, OPTIONS, T0).restored);
  assert.ok(Breaker.restore(ofTime, timed, T0).restored);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { LatencyLook, LatencyState } from "./latency.ts";
import { CALM, lookAtLatency } from "./latency.ts";

const GUARDS = {
  latency: { kpi: "p95", softMs: 330, hardMs: 360 },
  debounce: { openMs: 2500, closeMs: 4000 },
};

/** Looks at one value an iteration, each of the same length. */
function looks(values: readonly (number | null)[], lengthMs = 10_000): LatencyLook[] {
  let state: LatencyState = CALM;
  return values.map((value, index) => {
    const span = { startedAtMs: index * lengthMs, nowMs: (index + 1) * lengthMs };
    const look = lookAtLatency(state, value, GUARDS, span);
    state = look.state;
    return look;
  });
}

function levels(values: readonly (number | null)[]): string[] {
  return looks(values).map(({ level }) => level);
}

test("soft from 330, hard from 360", () => {
  for (const [value, level] of [
    [0, "ok"],
    [329.9, "ok"],
    [330, "soft"],
    [359.9, "soft"],
    [360, "hard"],
    [5000, "hard"],
  ] as const) {
    assert.deepEqual(levels([value]), [level]);
  }
});

test("hysteresis: hard is over below the soft limit, soft half of the band below it", () => {
  assert.deepEqual(levels([365, 350, 331, 329, 316, 314]), ["hard", "hard", "hard", "soft", "soft", "ok"]);
  assert.deepEqual(levels([320, 331, 320, 314, 320]), ["ok", "soft", "soft", "ok", "ok"]);
});

test("hard counts once it held for its time, and is over once it was over for its time", () => {
  assert.deepEqual(
    looks([370, 370, 370], 1000).map(({ isHard }) => isHard),
    [false, false, true],
  );
  assert.deepEqual(
    looks([370, 300, 370, 300], 1000).map(({ isHard }) => isHard),
    [false, false, false, false],
  );
  assert.deepEqual(
    looks([370, 300, 300], 3000).map(({ isHard }) => isHard),
    [true, true, false],
  );
});

test("ancestors' row 4: no value is not zero: it is unknown, blind, and what was hard stays so", () => {
  const [hard, none, after] = looks([370, null, 340]);
  assert.deepEqual([hard?.isHard, hard?.isBlind], [true, false]);
  assert.deepEqual([none?.level, none?.isHard, none?.isBlind], ["unknown", true, true]);
  assert.equal(after?.level, "hard");
});

test("without a limit there is nothing to look at, and that is not calm either", () => {
  const look = lookAtLatency(CALM, 5000, { ...GUARDS, latency: null }, { startedAtMs: 0, nowMs: 10_000 });
  assert.deepEqual(look, { state: CALM, level: "unknown", isHard: false, isBlind: false });
});

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Arrival } from "@holdpoint/core";
import { arrivalsAsked, offsetsOf } from "./offsets.ts";
import { seededDraw } from "./random.ts";

function all(arrival: Arrival, durationMs: number, seed = 1): number[] {
  const next = offsetsOf(arrival, durationMs, seededDraw(seed));
  const times: number[] = [];
  for (let atUs = next(); atUs !== null; atUs = next()) times.push(atUs);
  assert.equal(next(), null, "an end is an end");
  return times;
}

describe("even schedules", () => {
  test("constant: the first at once, the last one gap before the end, none of it adding up an error", () => {
    assert.deepEqual(all({ kind: "constant", ratePerS: 4 }, 1000), [0, 250_000, 500_000, 750_000]);
    const day = offsetsOf({ kind: "constant", ratePerS: 3 }, 86_400_000, seededDraw(1));
    let last = 0;
    let count = 0;
    for (let atUs = day(); atUs !== null; atUs = day()) [last, count] = [atUs, count + 1];
    assert.equal(count, 3 * 86_400);
    assert.ok(Math.abs(last - (86_400e6 - 1e6 / 3)) < 1, `${last}`);
  });

  test("a rate whose product is not whole sends the arrival that falls due before the end", () => {
    assert.equal(all({ kind: "constant", ratePerS: 0.3 }, 10_000).length, 3, "0.3 x 10 is 3, and not 4");
    assert.equal(all({ kind: "constant", ratePerS: 0.35 }, 10_000).length, 4, "0, 2.9, 5.7 and 8.6 s");
    assert.equal(all({ kind: "constant", ratePerS: 0 }, 10_000).length, 0);
  });

  test("steps go over into each other, are cut at the end, and the last one holds until it", () => {
    const steps: Arrival = { kind: "steps", ratesPerS: [1, 10, 0, 2], stepMs: 1000 };
    assert.deepEqual(all(steps, 4000).slice(-2), [3_000_000, 3_500_000]);
    assert.equal(all(steps, 4000).length, 13);
    assert.equal(all(steps, 2000).length, 11);
    assert.equal(all(steps, 6000).length, 17);
    assert.deepEqual(
      [4000, 2000, 6000].map((durationMs) => arrivalsAsked(steps, durationMs)),
      [13, 11, 17],
    );
  });

  test("ramp: by hand, from 0 to 2 a second over 10 s, arrival k falls at the root of 10 k", () => {
    const times = all({ kind: "ramp", fromPerS: 0, toPerS: 2 }, 10_000);
    assert.equal(times.length, 10);
    for (const [k, atUs] of times.entries()) assert.ok(Math.abs(atUs / 1e6 - Math.sqrt(10 * k)) < 1e-9, `${k}`);
  });

  test("ramp: down to nothing, and one that does not rise is a constant rate", () => {
    const down = all({ kind: "ramp", fromPerS: 10, toPerS: 0 }, 2000);
    assert.equal(down.length, 10);
    assert.ok(down.every((atUs) => atUs < 2_000_000));
    const flat = all({ kind: "ramp", fromPerS: 4, toPerS: 4 }, 1000);
    assert.deepEqual(flat, [0, 250_000, 500_000, 750_000]);
    assert.deepEqual(all({ kind: "ramp", fromPerS: 0, toPerS: 0 }, 1000), []);
  });
});

describe("other schedules", () => {
  test("recorded arrivals rise whatever order they came in; those outside the phase are cut", () => {
    const recorded: Arrival = { kind: "recorded", offsetsMs: [30, 5.5, 999, 1000, -1, 5.5] };
    assert.deepEqual(all(recorded, 1000), [5500, 5500, 30_000, 999_000]);
    assert.equal(arrivalsAsked(recorded, 1000), 4);
  });

  test("Poisson arrivals: gaps have the mean and the variance of the rate, and a seed makes them again", () => {
    const arrival: Arrival = { kind: "poisson", ratePerS: 1000 };
    const times = all(arrival, 100_000);
    assert.ok(Math.abs(times.length - 100_000) < 4 * Math.sqrt(100_000), `${times.length} arrivals`);
    const gaps = times.slice(1).map((atUs, index) => atUs - (times[index] ?? 0));
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length;
    assert.ok(Math.abs(mean - 1000) < 15, `mean gap ${mean}`);
    assert.ok(Math.abs(Math.sqrt(variance) - 1000) < 25, `deviation ${Math.sqrt(variance)}`);
    assert.deepEqual(all(arrival, 1000, 5), all(arrival, 1000, 5));
    assert.notDeepEqual(all(arrival, 1000, 5), all(arrival, 1000, 6));
    assert.deepEqual(all({ kind: "poisson", ratePerS: 0 }, 1000), []);
  });

  test("a closed phase has no schedule and asks for no rate", () => {
    assert.deepEqual(all({ kind: "closed", users: 3 }, 1000), []);
    assert.equal(arrivalsAsked({ kind: "closed", users: 3 }, 1000), null);
  });
});

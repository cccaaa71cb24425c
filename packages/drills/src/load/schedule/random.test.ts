import assert from "node:assert/strict";
import { test } from "node:test";
import { seededRandom } from "@holdpoint/testkit";
import { partSeed, seededDraw } from "./random.ts";

test("a seed makes the same numbers again, and the same as elsewhere in this repository", () => {
  const [one, other] = [seededDraw(7), seededRandom(7)];
  for (let drawn = 0; drawn < 1000; drawn += 1) assert.equal(one(), other());
  assert.notEqual(seededDraw(7)(), seededDraw(8)());
});

test("numbers spread evenly over [0, 1)", () => {
  const draw = seededDraw(1);
  const tenths = Array.from({ length: 10 }, () => 0);
  for (let drawn = 0; drawn < 100_000; drawn += 1) {
    const value = draw();
    assert.ok(value >= 0 && value < 1);
    tenths[Math.floor(value * 10)] = (tenths[Math.floor(value * 10)] ?? 0) + 1;
  }
  for (const count of tenths) assert.ok(Math.abs(count - 10_000) < 500, `${count}`);
});

test("parts that differ in one word have seeds that differ", () => {
  const seeds = new Set<number>();
  for (let phase = 0; phase < 50; phase += 1) {
    for (let index = 0; index < 200; index += 1) seeds.add(partSeed(42, phase, index));
  }
  assert.ok(seeds.size > 9_990, `${seeds.size} of 10,000`);
  assert.equal(partSeed(42, 1, 2), partSeed(42, 1, 2));
  assert.notEqual(partSeed(42, 1, 2), partSeed(42, 2, 1));
  assert.notEqual(partSeed(42, 1), partSeed(43, 1));
});

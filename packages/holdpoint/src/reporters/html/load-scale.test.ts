import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { linearScale, logScale, scaleOf } from "./load-scale.ts";

describe("a linear scale", () => {
  test("goes from 0 to a round number that is not below the largest", () => {
    assert.deepEqual(linearScale(100).ticks, [0, 20, 40, 60, 80, 100]);
    assert.deepEqual(linearScale(0.37).ticks, [0, 0.1, 0.2, 0.3, 0.4]);
    for (const largest of [1e-9, 0.1, 1, 7, 99.9, 1e6, 123_456_789]) {
      const { at, ticks } = linearScale(largest);
      assert.ok((ticks.at(-1) ?? 0) >= largest * 0.999_999 && ticks.length <= 7, `${largest}: ${ticks.join()}`);
      assert.ok(at(largest) > 0.5 && at(largest) <= 1);
      assert.equal(at(0), 0);
    }
  });

  test("has an end even where there is nothing", () => {
    const { at, ticks } = linearScale(0);
    assert.ok(ticks.length >= 2 && at(0) === 0);
  });
});

describe("a logarithmic scale", () => {
  test("has each decade as high as the next, and what is not above 0 at its lower end", () => {
    const { at, ticks } = logScale(1, 1000);
    assert.deepEqual([at(0), at(1), at(1000)], [0, 0, 1]);
    assert.ok(Math.abs(at(10) - 1 / 3) < 1e-9);
    assert.ok(ticks.includes(1) && ticks.includes(1000) && ticks.length <= 7, ticks.join());
  });

  test("values lie within it", () => {
    for (const [least, most] of [
      [0.03, 24],
      [5, 6],
      [900, 61_000],
    ] as const) {
      const { at, ticks } = logScale(least, most);
      assert.ok(at(least) >= 0 && at(most) <= 1 && at(most) > at(least / 2), `${least} ${most}`);
      assert.ok(ticks.length >= 2);
    }
  });
});

test("a wide range is logarithmic, a narrow one linear, nothing has a scale too", () => {
  assert.equal(scaleOf([1, 5]).kind, "linear");
  assert.equal(scaleOf([1, 500]).kind, "log");
  assert.equal(scaleOf([0, 5]).kind, "linear");
  assert.equal(scaleOf([]).kind, "linear");
});

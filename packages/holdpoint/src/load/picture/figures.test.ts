import assert from "node:assert/strict";
import { test } from "node:test";
import { countText, latencyText, rateText, roundLatencyText, shareText } from "./figures.ts";

test("latencies have three digits that matter", () => {
  for (const [ms, text] of [
    [null, "-"],
    [0, "0.000 ms"],
    [0.2104, "0.210 ms"],
    [4.736, "4.74 ms"],
    [47.36, "47.4 ms"],
    [905.2, "905 ms"],
    [999.6, "1.00 s"],
    [2510, "2.51 s"],
    [59_900, "59.9 s"],
    [61_000, "1 m 01 s"],
  ] as const) {
    assert.equal(latencyText(ms), text);
  }
});

test("edges are as round as they are", () => {
  assert.deepEqual([0.15, 2, 250, 1000, 2500].map(roundLatencyText), ["0.15 ms", "2 ms", "250 ms", "1 s", "2.5 s"]);
});

test("rates, counts and shares", () => {
  assert.deepEqual([null, 0.5, 33.333, 499.96, 18_400].map(rateText), ["-", "0.5/s", "33.3/s", "500/s", "18,400/s"]);
  assert.equal(countText(1_234_567), "1,234,567");
  assert.deepEqual(
    [shareText(0, 0), shareText(0, 9), shareText(1, 1e9), shareText(1, 1500), shareText(1, 3)],
    ["-", "0 %", "< 0.001 %", "0.067 %", "33.3 %"],
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { readExposition, validateExposition } from "@holdpoint/core";
import fc from "fast-check";
import { METRICS_CONTENT_TYPE, OPENMETRICS_CONTENT_TYPE } from "./names.ts";
import { MetricsRegistry } from "./registry.ts";

const TEXT = fc.string({ unit: "binary", maxLength: 20 });
const STEP = fc.record({
  x: TEXT,
  y: TEXT,
  by: fc.oneof(fc.nat(1000), fc.double({ min: 0, max: 1e9, noNaN: true })),
  gauge: fc.double(),
});
const BUCKETS = fc
  .uniqueArray(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 8 })
  .map((bounds) => [...new Set(bounds.map((bound) => bound || 0))].sort((a, b) => a - b));

test("whatever is counted, the strict validator finds both formats clean, one scrape after the other", () => {
  fc.assert(
    fc.property(
      fc.array(STEP, { maxLength: 20 }),
      fc.array(STEP, { maxLength: 5 }),
      BUCKETS,
      TEXT,
      (one, two, buckets, said) => {
        let nowMs = 1_700_000_000_000;
        const registry = new MetricsRegistry({ seriesMax: 8, nowMs: () => nowMs });
        const help = `A${said}`;
        const counter = registry.counter({ name: "a_seconds_total", help, labels: ["x", "y"], unit: "seconds" });
        const gauge = registry.gauge({ name: "g", help, labels: ["x"] });
        const histogram = registry.histogram({ name: "h_bytes", help, labels: ["x"], buckets });
        const scrapes = [one, two].map((steps) => {
          for (const { x, y, by, gauge: value } of steps) {
            counter.bind({ x, y }).inc(by);
            gauge.bind({ x }).set(value);
            histogram.bind({ x }).observe(by);
          }
          nowMs += 1000;
          const atMs = nowMs;
          return [
            readExposition(registry.render(), { atMs, contentType: METRICS_CONTENT_TYPE }),
            readExposition(registry.renderOpenMetrics(), { atMs, contentType: OPENMETRICS_CONTENT_TYPE }),
          ] as const;
        });
        for (const format of [0, 1] as const) {
          const problems = validateExposition(scrapes.map((pair) => pair[format]));
          // A registry in which nothing was counted has nothing to say.
          assert.deepEqual(
            problems.filter(({ code }) => code !== "no-samples"),
            [],
          );
        }
      },
    ),
    { numRuns: 300 },
  );
});

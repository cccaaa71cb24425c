import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readExposition, validateExposition } from "@holdpoint/core";
import { exemplarText } from "./exemplar.ts";
import { METRICS_CONTENT_TYPE, OPENMETRICS_CONTENT_TYPE } from "./names.ts";
import { MetricsRegistry } from "./registry.ts";

const TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

describe("exemplars of a histogram", () => {
  test("the newest of each bucket stands behind it, in OpenMetrics only", () => {
    let nowMs = 1_700_000_000_000;
    const registry = new MetricsRegistry({ nowMs: () => nowMs });
    const options = {
      name: "wait_seconds",
      help: "Time.",
      unit: "seconds",
      labels: ["route"],
      buckets: [0.5, 2],
    } as const;
    const series = registry.histogram(options).bind({ route: "a" });
    series.observe(0.1, { trace_id: "1".repeat(32) });
    nowMs += 1250;
    series.observe(0.2, { trace_id: TRACE });
    series.observe(0.3);
    series.observe(7, { trace_id: TRACE, span_id: "00f067aa0ba902b7" });
    series.observe(Number.NaN, { trace_id: "2".repeat(32) });
    const { text, contentType } = registry.renderAs("openmetrics");
    const lines = text.split("\n").filter((line) => line.includes("_bucket"));
    assert.deepEqual(lines, [
      `wait_seconds_bucket{route="a",le="0.5"} 3 # {trace_id="${TRACE}"} 0.2 1700000001.25`,
      `wait_seconds_bucket{route="a",le="2.0"} 3`,
      `wait_seconds_bucket{route="a",le="+Inf"} 4 # {trace_id="${TRACE}",span_id="00f067aa0ba902b7"} 7 1700000001.25`,
    ]);
    assert.equal(contentType, OPENMETRICS_CONTENT_TYPE);
    const open = readExposition(text, { atMs: nowMs, contentType });
    assert.deepEqual(validateExposition([open, open]), []);
    const told = open.families.flatMap(({ samples }) => samples.flatMap(({ exemplar }) => exemplar ?? []));
    assert.deepEqual(
      told.map(({ value }) => value),
      [0.2, 7],
    );
    const classic = registry.renderAs("prometheus");
    assert.ok(!classic.text.includes("trace_id") && classic.contentType === METRICS_CONTENT_TYPE);
    assert.deepEqual(validateExposition([readExposition(classic.text, { atMs: nowMs, ...classic })]), []);
  });

  test("without a clock they have no time", () => {
    assert.equal(exemplarText({ exemplar: { a: "b" }, value: 1, atMs: null }), ' # {a="b"} 1');
    assert.equal(exemplarText({ exemplar: {}, value: 1, atMs: null }), " # {} 1");
  });

  test("what OpenMetrics does not allow is left out, the observation is not", () => {
    const registry = new MetricsRegistry();
    const series = registry.histogram({ name: "h", help: "H.", buckets: [1, 2, 3] }).bind({});
    series.observe(0.5, { trace_id: "x".repeat(121) });
    series.observe(1.5, { "no name": "x" });
    series.observe(2.5, { trace_id: "😀".repeat(120) });
    series.observe(9, { __a: "x" });
    const text = registry.renderOpenMetrics();
    assert.deepEqual(
      text.split("\n").filter((line) => line.includes(" # ")),
      [`h_bucket{le="3.0"} 3 # {trace_id="${"😀".repeat(120)}"} 2.5`],
    );
    assert.match(text, /^h_count 4$/m);
  });

  test("values are escaped as labels are, and half a character is none", () => {
    const text = exemplarText({ exemplar: { a: 'x"\n\\\uD800' }, value: -0.5, atMs: 1500 });
    assert.equal(text, ' # {a="x\\"\\n\\\\\uFFFD"} -0.5 1.5');
  });
});

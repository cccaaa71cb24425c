import assert from "node:assert/strict";
import { test } from "node:test";
import { readExposition, sampleValue, validateExposition } from "@holdpoint/core";
import { OPENMETRICS_CONTENT_TYPE } from "./names.ts";
import { MetricsRegistry } from "./registry.ts";

test("the text is as OpenMetrics says", () => {
  let nowMs = 1_700_000_000_000;
  const registry = new MetricsRegistry({ nowMs: () => nowMs });
  const requests = registry.counter({ name: "requests_total", help: 'All "requests".', labels: ["route"] });
  nowMs += 250;
  requests.bind({ route: 'a"b' }).inc(2);
  const seconds = registry.histogram({ name: "wait_seconds", help: "Time.", unit: "seconds", buckets: [1e-7, 0.5, 2] });
  seconds.bind({}).observe(1);
  registry.gauge({ name: "depth", help: "Actions that wait." }).bind({}).set(7);
  assert.equal(
    registry.renderOpenMetrics(),
    `# TYPE requests counter
# HELP requests All \\"requests\\".
requests_total{route="a\\"b"} 2
requests_created{route="a\\"b"} 1700000000.25
# TYPE wait_seconds histogram
# UNIT wait_seconds seconds
# HELP wait_seconds Time.
wait_seconds_bucket{le="1e-07"} 0
wait_seconds_bucket{le="0.5"} 0
wait_seconds_bucket{le="2.0"} 1
wait_seconds_bucket{le="+Inf"} 1
wait_seconds_sum 1
wait_seconds_count 1
wait_seconds_created 1700000000.25
# TYPE depth gauge
# HELP depth Actions that wait.
depth 7
# EOF
`,
  );
});

test("without a clock nothing is said of beginnings, and nothing at all is still a page", () => {
  const registry = new MetricsRegistry();
  assert.equal(registry.renderOpenMetrics(), "# EOF\n");
  registry.counter({ name: "a_total", help: "A." });
  registry.histogram({ name: "h", help: "H.", buckets: [1] });
  assert.ok(!registry.renderOpenMetrics().includes("_created"));
});

test("with bounds below 0 there is no sum that could fall", () => {
  const registry = new MetricsRegistry();
  registry
    .histogram({ name: "drift_seconds", help: "Drift.", buckets: [-1, 1] })
    .bind({})
    .observe(-3);
  const text = registry.renderOpenMetrics();
  assert.ok(!/_sum|_count/.test(text) && text.includes('drift_seconds_bucket{le="-1.0"} 1\n'));
  assert.match(registry.render(), /drift_seconds_sum -3\ndrift_seconds_count 1\n/);
});

test("both formats say the same", () => {
  const registry = new MetricsRegistry();
  registry
    .counter({ name: "a_total", help: "A.", labels: ["b"] })
    .bind({ b: "1" })
    .inc(3);
  const classic = readExposition(registry.render(), { atMs: 0 });
  const open = readExposition(registry.renderOpenMetrics(), { atMs: 0, contentType: OPENMETRICS_CONTENT_TYPE });
  for (const page of [classic, open]) assert.equal(sampleValue(page, "a_total", { b: "1" }), 3);
  assert.deepEqual(validateExposition([classic, classic]), []);
  assert.deepEqual(validateExposition([open, open]), []);
});

test("a carriage return, for which there is no escape, ends no line of help", () => {
  const registry = new MetricsRegistry();
  registry.gauge({ name: "g", help: "one\r" });
  assert.match(registry.render(), /^# HELP g one \n/);
  assert.match(registry.renderOpenMetrics(), /\n# HELP g one \n/);
});

test("a unit has to be the end of the name", () => {
  const registry = new MetricsRegistry();
  registry.counter({ name: "cpu_seconds_total", help: "", unit: "seconds" });
  registry.gauge({ name: "heap_bytes", help: "", unit: "bytes" });
  for (const [name, unit] of [
    ["heap", "bytes"],
    ["heap_bytes", ""],
    ["bytes", "bytes"],
  ] as const) {
    assert.throws(() => registry.gauge({ name, help: "", unit }), /does not end in its unit/, name);
  }
});

test("two metrics that would be one in OpenMetrics are refused", () => {
  const registry = new MetricsRegistry();
  registry.counter({ name: "requests_total", help: "" });
  for (const name of ["requests", "requests_created"])
    assert.throws(() => registry.gauge({ name, help: "" }), /already writes/, name);
  registry.histogram({ name: "h", help: "", buckets: [1] });
  assert.throws(() => registry.gauge({ name: "h_created", help: "" }), /already writes/);
});

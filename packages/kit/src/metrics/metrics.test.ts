import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { OVERFLOW_LABEL_VALUE } from "./family.ts";
import { LATENCY_BUCKETS } from "./histogram.ts";
import { MetricsRegistry, OVERFLOW_METRIC, REFUSED_METRIC } from "./registry.ts";
import { parseExposition } from "./testing-exposition.ts";

test("the text is as the format says", () => {
  const registry = new MetricsRegistry();
  const requests = registry.counter({ name: "requests_total", help: "Requests.", labels: ["route", "code"] });
  const created = requests.bind({ code: "201", route: "/v1/actions" });
  created.inc();
  created.inc(2);
  registry.gauge({ name: "queue_depth", help: "Actions that wait." }).bind({}).set(7);
  const seconds = registry.histogram({ name: "seconds", help: "Time.", labels: ["route"], buckets: [0.1, 1] });
  for (const value of [0.05, 0.1, 0.5, 3]) seconds.bind({ route: "/" }).observe(value);
  assert.equal(
    registry.render(),
    `# HELP requests_total Requests.
# TYPE requests_total counter
requests_total{route="/v1/actions",code="201"} 3
# HELP queue_depth Actions that wait.
# TYPE queue_depth gauge
queue_depth 7
# HELP seconds Time.
# TYPE seconds histogram
seconds_bucket{route="/",le="0.1"} 2
seconds_bucket{route="/",le="1"} 3
seconds_bucket{route="/",le="+Inf"} 4
seconds_sum{route="/"} 3.65
seconds_count{route="/"} 4
`,
  );
  assert.equal(parseExposition(registry.render()).size, 3);
});

test("what has no labels is there from the start, what has some is not", () => {
  const registry = new MetricsRegistry();
  assert.equal(registry.render(), "");
  registry.counter({ name: "a_total", help: "" });
  registry.counter({ name: "b_total", help: "", labels: ["x"] });
  registry.histogram({ name: "h", help: "", buckets: LATENCY_BUCKETS });
  assert.deepEqual([...parseExposition(registry.render()).keys()], ["a_total", "h"]);
});

test("the same label values are the same series, in whatever order they are given", () => {
  const counter = new MetricsRegistry().counter({ name: "a_total", help: "", labels: ["x", "y"] });
  assert.equal(counter.bind({ x: "1", y: "2" }), counter.bind({ y: "2", x: "1" }));
  assert.notEqual(counter.bind({ x: "1", y: "2" }), counter.bind({ x: "2", y: "1" }));
  assert.notEqual(counter.bind({ x: 'a",y="b', y: "" }), counter.bind({ x: "a", y: "b" }));
});

test("help and label values are escaped", () => {
  const registry = new MetricsRegistry();
  registry
    .gauge({ name: "g", help: 'a\\b\nc"d', labels: ["x"] })
    .bind({ x: 'a\\b\nc"d\ud800' })
    .set(1);
  assert.match(registry.render(), /^# HELP g a\\\\b\\nc"d\n# TYPE g gauge\ng\{x="a\\\\b\\nc\\"d\ufffd"\} 1\n$/);
});

test("infinities, NaN and numbers of any size are written as Prometheus reads them", () => {
  const registry = new MetricsRegistry();
  const gauge = registry.gauge({ name: "g", help: "", labels: ["x"] });
  const values = [Number.NaN, Infinity, -Infinity, 0, -0, 1e21, 1e-7, -1.5, Number.MAX_SAFE_INTEGER];
  for (const [index, value] of values.entries()) gauge.bind({ x: String(index) }).set(value);
  const lines = registry.render().trimEnd().split("\n").slice(2);
  assert.deepEqual(
    lines.map((line) => line.split(" ")[1]),
    ["NaN", "+Inf", "-Inf", "0", "0", "1e+21", "1e-7", "-1.5", "9007199254740991"],
  );
  assert.equal(parseExposition(registry.render()).get("g")?.samples.length, values.length);
  gauge.bind({ x: "3" }).add(2.5);
  gauge.bind({ x: "3" }).add(-1);
  assert.match(registry.render(), /g\{x="3"\} 1\.5\n/);
});

test("values that a counter or histogram cannot take are refused and counted", () => {
  const registry = new MetricsRegistry();
  const counter = registry.counter({ name: "a_total", help: "" }).bind({});
  for (const by of [-1, Number.NaN, Infinity, -Infinity]) counter.inc(by);
  const histogram = registry.histogram({ name: "h", help: "", buckets: [1] }).bind({});
  for (const value of [Number.NaN, Infinity, -Infinity]) histogram.observe(value);
  histogram.observe(-2);
  const families = parseExposition(registry.render());
  assert.equal(families.get("a_total")?.samples[0]?.value, 0);
  assert.equal(families.get("h")?.samples.at(-1)?.value, 1);
  const refused = families.get(REFUSED_METRIC)?.samples.map(({ labels, value }) => [labels.get("metric"), value]);
  assert.deepEqual(refused, [
    ["a_total", 4],
    ["h", 3],
  ]);
});

test("series beyond the bound are one series, and that is counted", () => {
  const registry = new MetricsRegistry({ seriesMax: 3 });
  const counter = registry.counter({ name: "a_total", help: "", labels: ["x"] });
  for (let value = 0; value < 10; value += 1) counter.bind({ x: String(value) }).inc();
  counter.bind({ x: "1" }).inc();
  counter.bind({ x: OVERFLOW_LABEL_VALUE }).inc();
  const families = parseExposition(registry.render());
  const samples = families.get("a_total")?.samples.map(({ labels, value }) => [labels.get("x"), value]);
  assert.deepEqual(samples, [
    ["0", 1],
    ["1", 2],
    ["2", 1],
    [OVERFLOW_LABEL_VALUE, 8],
  ]);
  const overflow = families.get(OVERFLOW_METRIC)?.samples;
  assert.deepEqual([overflow?.[0]?.labels.get("metric"), overflow?.[0]?.value], ["a_total", 7]);
});

test("label values are cut", () => {
  const counter = new MetricsRegistry().counter({ name: "a_total", help: "", labels: ["x"] });
  assert.equal(counter.bind({ x: "v".repeat(256) }), counter.bind({ x: "v".repeat(100_000) }));
});

test("names that the format does not allow, and labels that are none, are refused", () => {
  const registry = new MetricsRegistry();
  for (const name of [
    "",
    "1a_total",
    "a-b_total",
    "é_total",
    "a_total\n",
    "a b_total",
    "requests",
    `${"a".repeat(200)}_total`,
  ]) {
    assert.throws(() => registry.counter({ name, help: "" }), RangeError, name);
  }
  assert.throws(() => registry.gauge({ name: "a_total", help: "" }), /only, end in _total/);
  const many = Array.from({ length: 11 }, (_, index) => `l${index}`);
  for (const labels of [["1"], ["a-b"], ["__name__"], ["a", "a"], [""], ["a:b"], many]) {
    assert.throws(() => registry.gauge({ name: "g", help: "", labels }), RangeError, labels.join());
  }
  assert.throws(() => registry.histogram({ name: "h", help: "", labels: ["le"], buckets: [1] }), RangeError);
  for (const buckets of [[], [1, 1], [2, 1], [Number.NaN], [1, Infinity], Array.from({ length: 101 }, (_, n) => n)]) {
    assert.throws(() => registry.histogram({ name: "h", help: "", buckets }), RangeError, String(buckets));
  }
  registry.gauge({ name: "le_is_fine", help: "", labels: ["le"] });
  assert.throws(() => new MetricsRegistry({ seriesMax: 0 }), { code: "HP-CONFIG-VALUE" });
});

test("no two metrics write samples of one name", () => {
  const registry = new MetricsRegistry();
  registry.histogram({ name: "h", help: "", buckets: [1] });
  for (const name of ["h", "h_sum", "h_count", "h_bucket"]) {
    assert.throws(() => registry.gauge({ name, help: "" }), /already writes/, name);
  }
  registry.gauge({ name: "s_sum", help: "" });
  assert.throws(() => registry.histogram({ name: "s", help: "", buckets: [1] }), /already writes s_sum/);
  assert.throws(() => registry.counter({ name: OVERFLOW_METRIC, help: "" }), /already writes/);
});

test("labels that are missing, too many or no text are refused", () => {
  const counter = new MetricsRegistry().counter({ name: "a_total", help: "", labels: ["x"] });
  for (const values of [{}, { y: "1" }, { x: "1", y: "2" }, { x: 1 }, { x: undefined }, Object.create({ x: "1" })]) {
    assert.throws(() => counter.bind(values as { x: string }), RangeError);
  }
});

test("whatever is counted under whatever labels, a strict reader reads the same", () => {
  const text = fc.string({ unit: "binary", maxLength: 20 });
  const entry = fc.record({ x: text, y: text, by: fc.nat(1000) });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 20 }), text, (entries, help) => {
      const registry = new MetricsRegistry({ seriesMax: 12 });
      const counter = registry.counter({ name: "a_total", help, labels: ["x", "y"] });
      const histogram = registry.histogram({ name: "h", help, labels: ["x"], buckets: [10, 100] });
      for (const { x, y, by } of entries) {
        counter.bind({ x, y }).inc(by);
        histogram.bind({ x }).observe(by);
      }
      const families = parseExposition(registry.render());
      const sum = families.get("a_total")?.samples.reduce((total, { value }) => total + value, 0) ?? 0;
      assert.equal(
        sum,
        entries.reduce((total, { by }) => total + by, 0),
      );
      const counts = families.get("h")?.samples.filter(({ name }) => name === "h_count") ?? [];
      assert.equal(
        counts.reduce((total, { value }) => total + value, 0),
        entries.length,
      );
      const kept = new Set(families.get("a_total")?.samples.map(({ labels }) => labels.get("x")));
      for (const { x } of entries.slice(0, 12)) assert.ok(kept.has(x.toWellFormed()), JSON.stringify(x));
    }),
  );
});

test("the strict reader of these tests refuses what is not strict", () => {
  const head = "# HELP a x\n# TYPE a gauge\n";
  const histogram = (lines: string): string => `# HELP a x\n# TYPE a histogram\n${lines}`;
  const wrong = [
    "a 1\n",
    head,
    `${head}a 1`,
    `${head}a 1\na 2\n`,
    `${head}b 1\n`,
    `${head}a{} 1\n`,
    `${head}a{x="1",} 1\n`,
    `${head}a{x="1",x="2"} 1\n`,
    `${head}a{x="\\t"} 1\n`,
    `${head}a  1\n`,
    `${head}a Infinity\n`,
    `${head}a 1\n\n`,
    `${head}a 1\n${head}a{x="1"} 1\n`,
    "# TYPE a gauge\n# HELP a x\na 1\n",
    histogram('a_bucket{le="1"} 1\na_sum 1\na_count 1\n'),
    histogram('a_bucket{le="1"} 2\na_bucket{le="+Inf"} 1\na_sum 1\na_count 1\n'),
    histogram('a_bucket{le="+Inf"} 1\na_sum 1\na_count 2\n'),
    histogram('a_bucket{le="+Inf"} 1\na_count 1\n'),
  ];
  for (const text of wrong) assert.throws(() => parseExposition(text), Error, text);
  assert.equal(parseExposition(`${head}a 1\n`).get("a")?.samples[0]?.value, 1);
  assert.ok(parseExposition(histogram('a_bucket{le="+Inf"} 1\na_sum 1\na_count 1\n')).has("a"));
});

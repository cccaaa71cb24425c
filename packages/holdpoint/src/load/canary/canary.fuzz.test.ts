import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { CANARY_DEFAULTS, isHoldpointError } from "@holdpoint/core";
import { evenSeries } from "./even-series.ts";
import { judgeMetric } from "./judge-metric.ts";
import { metricExpression } from "./metric-expression.ts";
import { pagesOf } from "./pages.ts";
import { readScrapes } from "./scrapes.ts";
import { readSeriesFile } from "./series-file.ts";
import { noisy, source } from "./testing-canary.ts";

const RUNS = 200;

/** What is no document ends in a registered error; anything else that is thrown is a defect. */
function orRefused<T>(work: () => T): T | null {
  try {
    return work();
  } catch (thrown) {
    assert.ok(isHoldpointError(thrown), String(thrown));
    return null;
  }
}

const value = fc.oneof(
  fc.double({ noDefaultInfinity: true, noNaN: true }),
  fc.constant(null),
  fc.jsonValue({ maxDepth: 1 }),
);
const point = fc.oneof({ weight: 5, arbitrary: fc.tuple(fc.nat(500), value) }, fc.jsonValue({ maxDepth: 2 }));
const points = fc.array(point, { maxLength: 12 });
const matrix = fc.record({
  status: fc.constantFrom("success", "error", 1),
  data: fc.oneof(
    fc.record({
      resultType: fc.constantFrom("matrix", "vector"),
      result: fc.array(
        fc.oneof(fc.record({ metric: fc.dictionary(fc.string(), fc.string()), values: points }), fc.jsonValue()),
      ),
    }),
    fc.jsonValue({ maxDepth: 2 }),
  ),
});

test("any JSON is a source or refused, and every name that it tells is a series", () => {
  const document = fc.oneof(fc.dictionary(fc.string(), points), matrix, fc.jsonValue({ maxDepth: 4 }));
  fc.assert(
    fc.property(document, (given) => {
      const read = orRefused(() => readSeriesFile(JSON.stringify(given), "s.json"));
      for (const name of read?.names ?? []) assert.ok(Array.isArray(read?.series(name)?.values), name);
    }),
    { numRuns: RUNS },
  );
});

test("any text is scrapes or refused, with a line within it", () => {
  const line = fc.oneof(
    fc.constantFrom("# TYPE a counter", "a 1", "a 2 1000", 'a{b="c"} NaN', "# EOF", "", 'a_bucket{le="+Inf"} 3', "a{"),
    fc.string(),
  );
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 12 }),
      fc.constantFrom("a", "rate(a)", "p99(a)", "increase(a)"),
      (lines, metric) => {
        const text = `${lines.join("\n")}\n`;
        const read = orRefused(() => readScrapes([{ file: "s.prom", text }], 1000, "s.prom"));
        const series = read?.series(metric);
        for (const one of series?.values ?? []) assert.ok(one === null || Number.isFinite(one), String(one));
      },
    ),
    { numRuns: RUNS },
  );
});

test("pages lose no line but empty ones", () => {
  const line = fc.constantFrom("# TYPE a gauge", "a 1", "# EOF", "", "b 2");
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      const kept = pagesOf(lines.join("\n")).flatMap(({ text }) => text.split("\n"));
      assert.deepEqual(kept.filter(Boolean), lines.filter(Boolean));
      for (const { text, linesBefore } of pagesOf(lines.join("\n")))
        assert.equal(text.split("\n")[0], lines[linesBefore]);
    }),
    { numRuns: RUNS },
  );
});

test("any text is an expression or refused", () => {
  const part = fc.constantFrom("rate", "p99", "(", ")", "{", "}", "a_b", '="x"', ",", " ", "\\", '"', "=");
  const text = fc.oneof(
    fc.string(),
    fc.array(part, { maxLength: 8 }).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(text, (given) => {
      const read = orRefused(() => metricExpression(given));
      if (read !== null) assert.ok(given.includes(read.metric) && read.metric !== "");
    }),
    { numRuns: RUNS },
  );
});

test("an even series keeps every value in order and adds nothing but what is missing", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(100_000), { maxLength: 40 }), (times) => {
      const given = times.toSorted((a, b) => a - b).map((atMs) => ({ atMs, value: atMs }));
      const even = evenSeries(given);
      if (even === null) return;
      const kept = even.values.filter((one) => one !== null);
      assert.deepEqual(
        kept,
        given.map((one) => one.value),
      );
    }),
    { numRuns: RUNS },
  );
});

test("more than a twentieth missing is never the same and never better, wherever it is missing", () => {
  const share = fc.record({
    seed: fc.nat(),
    level: fc.constantFrom(50, 100, 200),
    at: fc.uniqueArray(fc.nat(59), { minLength: 4 }),
  });
  const better = fc.constantFrom("lower", "higher", null);
  fc.assert(
    fc.property(share, better, fc.boolean(), ({ seed, level, at }, way, isBaseline) => {
      const gaps = noisy(level, 60, seed).map((one, index) => (at.includes(index) ? null : one));
      const [one, other] = [source({ m: gaps }), source({ m: noisy(100, 60, seed + 1) })];
      const terms = { metric: "m", unit: "", better: way, terms: CANARY_DEFAULTS } as const;
      const { outcome } = isBaseline ? judgeMetric(one, other, terms) : judgeMetric(other, one, terms);
      assert.equal(outcome, "inconclusive");
    }),
    { numRuns: RUNS },
  );
});

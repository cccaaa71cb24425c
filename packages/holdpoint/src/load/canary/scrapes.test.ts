import assert from "node:assert/strict";
import { test } from "node:test";
import type { ErrorCode } from "@holdpoint/core";
import { isHoldpointError } from "@holdpoint/core";
import { metricExpression } from "./metric-expression.ts";
import { pagesOf } from "./pages.ts";
import { readScrapes } from "./scrapes.ts";
import type { CanarySource } from "./source.ts";

const TYPES = "# TYPE depth gauge\n";

function page(depth: number, done: number, slow: number, stamp = ""): string {
  return [
    `${TYPES}depth{queue="a"} ${depth}${stamp}`,
    `# TYPE done_total counter\ndone_total ${done}${stamp}`,
    "# TYPE took_seconds histogram",
    `took_seconds_bucket{le="0.1"} ${done - slow}${stamp}`,
    `took_seconds_bucket{le="1"} ${done}${stamp}`,
    `took_seconds_bucket{le="+Inf"} ${done}${stamp}`,
    `took_seconds_sum ${done}${stamp}\ntook_seconds_count ${done}${stamp}`,
    "",
  ].join("\n");
}

const scrapes = (texts: readonly string[], everyMs: number | null = null): CanarySource =>
  readScrapes(
    texts.map((text, at) => ({ file: `s${at}.prom`, text })),
    everyMs,
    "s",
  );

const THREE = [page(1, 100, 0), page(2, 200, 0), page(3, 400, 100)];

test("a gauge is its values, a counter what it gained, a histogram a percentile of the meantime", () => {
  const source = scrapes(THREE, 10_000);
  assert.deepEqual(source.names, ["depth", "rate(done_total)", "p99(took_seconds)"]);
  assert.deepEqual(source.series("depth"), { values: [1, 2, 3], stepMs: 10_000 });
  assert.deepEqual(source.series('depth{queue="a"}')?.values, [1, 2, 3]);
  assert.deepEqual(source.series("done_total")?.values, [10, 20]);
  assert.deepEqual(source.series("increase(done_total)")?.values, [100, 200]);
  const [fast, slow] = source.series("took_seconds")?.values ?? [];
  assert.ok((fast ?? 1) <= 0.1 && (slow ?? 0) > 0.9);
  assert.equal(source.series("nothing"), null);
  assert.deepEqual(source.series('depth{queue="b"}')?.values, [null, null, null]);
});

test("without a time there is an increase and no rate; timestamps are one", () => {
  const source = scrapes(THREE);
  assert.deepEqual(source.series("done_total"), { values: [100, 200], stepMs: null });
  assert.throws(() => source.series("rate(done_total)"), /a rate wants --every/);
  const stamped = scrapes([
    page(1, 100, 0, " 1000"),
    page(1, 200, 0, " 11000"),
    page(1, 300, 0, " 21000"),
    page(9, 400, 0, " 41000"),
  ]);
  assert.deepEqual(stamped.series("done_total"), { values: [10, 10, null, 5], stepMs: 10_000 }, "a scrape is missing");
  const disordered = scrapes([page(1, 1, 0, " 2000"), page(1, 2, 0, " 1000")]);
  assert.deepEqual(disordered.series("depth")?.values, []);
});

test("a scrape that failed and a counter that was reset are missing values", () => {
  const source = scrapes([page(1, 100, 0), "", page(1, 300, 0), page(1, 20, 0), page(1, 30, 0)], 1000);
  assert.deepEqual(source.series("depth")?.values, [1, null, 1, 1, 1]);
  assert.deepEqual(source.series("done_total")?.values, [null, null, null, 10]);
});

test("several pages in one file are told apart, and errors have the file's lines", () => {
  assert.equal(pagesOf(THREE.join("")).length, 3);
  assert.deepEqual(scrapes([THREE.join("")]).series("depth")?.values, [1, 2, 3]);
  const open = "# TYPE a gauge\na 1\n# EOF\n# TYPE a gauge\na 2\n# EOF\n";
  assert.deepEqual(scrapes([open]).series("a")?.values, [1, 2]);
  refused([`${THREE[0]}${TYPES}depth x\n`], "HP-READ-SYNTAX", 12);
});

function refused(texts: readonly string[], code: ErrorCode, line?: number): void {
  assert.throws(
    () => scrapes(texts),
    (thrown: Error) => {
      assert.ok(isHoldpointError(thrown), String(thrown));
      assert.deepEqual([thrown.code, thrown.place?.line], [code, line], thrown.message);
      return true;
    },
  );
}

test("what is no page of metrics, or an empty one, is refused", () => {
  refused(["<html>\n"], "HP-READ-SYNTAX", 1);
  refused([""], "HP-READ-EMPTY");
  refused(["# only a comment\n"], "HP-READ-EMPTY");
  refused([], "HP-READ-EMPTY");
});

test("expressions name a metric, its labels and what is taken of it", () => {
  assert.deepEqual(metricExpression('rate(a:b_total{code="5\\"0\\n0", path="/"})'), {
    from: "prometheus",
    metric: "a:b_total",
    labels: { code: '5"0\n0', path: "/" },
    as: "rate",
  });
  assert.deepEqual(metricExpression("depth"), { from: "prometheus", metric: "depth", labels: {}, as: null });
  for (const wrong of ["", "a b", "sum(a)", "a{", "rate(a", "1a", "a{b=c}", 'a{b="c" d="e"}', "p42(a)"])
    assert.throws(
      () => metricExpression(wrong),
      (thrown: Error) => isHoldpointError(thrown) && thrown.code === "HP-USAGE",
      wrong,
    );
});

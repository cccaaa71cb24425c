import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { JsonObject, RunFigures } from "@holdpoint/core";
import { digestOfRuns } from "./digest.ts";
import { DIGEST_FORMATS } from "./formats.ts";
import { readFigures } from "./read-figures.ts";
import { renderDigest } from "./render.ts";
import { runOf, TERMS } from "./testing-digest.ts";

const RUNS = 60;

const name = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.constantFrom("|", "`", "<b>", "\r\nTo: x", "a/b.ts"),
);
const share = fc.nat(50).chain((total) => fc.nat(total).map((covered) => ({ covered, total })));
const date = fc.nat(60).map((day) => new Date(TERMS.untilMs + (day - 30) * 86_400_000).toISOString());
const listOf = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 5 });

const quantity = fc.double({ min: 0, max: 1e9, noNaN: true });
const orNull = <T>(item: fc.Arbitrary<T>) => fc.option(item, { nil: null });
const latency = orNull(fc.record({ p50: quantity, p95: quantity, p99: quantity }));
const loadRun = fc.record({
  id: name,
  tool: name,
  validity: fc.constantFrom("valid", "invalid"),
  planSha256: orNull(fc.constantFrom("a", "b")),
  testbedSha256: orNull(name),
  testbed: orNull(name),
  response: latency,
  service: latency,
  achieved: orNull(quantity),
  failedShare: orNull(quantity),
});

const figures = fc.record(
  {
    performance: fc.record({ runs: listOf(loadRun), runsCount: fc.nat() }),
    coverage: fc.record({
      totals: fc.record({ lines: share, branches: share }, { requiredKeys: [] }),
      files: fc.nat(),
      components: listOf(
        fc.record({
          id: name,
          tags: listOf(name),
          critical: fc.boolean(),
          totals: fc.record({ lines: share, functions: share }, { requiredKeys: [] }),
        }),
      ),
    }),
    tests: fc.record({ suites: listOf(fc.record({ suite: name, flaky: listOf(name) })) }),
    exceptions: fc.record({
      listed: listOf(fc.record({ id: name, path: name, owner: name, expiresAt: date, nextReviewAt: date })),
    }),
    "test-mapping": share.chain(({ covered, total }) =>
      fc.record({ modules: fc.constant(total), tested: fc.constant(covered), untested: listOf(name) }),
    ),
  },
  { requiredKeys: [] },
);

const gates = listOf(
  fc.record({
    id: fc.constantFrom("coverage", "tests", "x|y"),
    verdict: fc.constantFrom("PASS", "FAIL", "INCONCLUSIVE"),
    checks: listOf(
      fc.record({
        id: name,
        outcome: fc.constantFrom("fail", "warn", "missing", "error"),
        code: fc.constantFrom("dead-floor", "below-floor"),
      }),
    ),
  }),
);

const run = fc.record({ figures, gates, partial: fc.boolean(), durationMs: fc.nat() });

test("whatever runs say, their records are understood, and every format is made, in whatever order they come", () => {
  fc.assert(
    fc.property(fc.array(run, { maxLength: 8 }), (given) => {
      const runs = given.map((patch, index) => runOf(index, index / 2, patch as unknown as Partial<RunFigures>));
      for (const one of runs) assert.ok(readFigures(one.figures as unknown as JsonObject) !== null);
      const digest = digestOfRuns(runs, TERMS);
      const again = digestOfRuns(runs.toReversed(), TERMS);
      for (const format of DIGEST_FORMATS) {
        for (const memo of [false, true]) {
          const options = { memo, mail: { from: "a@b.example", to: [] } };
          const text = renderDigest(digest, format, options);
          assert.equal(text, renderDigest(again, format, options));
          if (format === "markdown") everyRowIsWhole(text);
          if (format === "eml") assert.match(text, /^[\t\r\n\x20-\x7e]*$/);
        }
      }
    }),
    { numRuns: RUNS },
  );
});

/** No name ended a cell or a row. */
function everyRowIsWhole(markdown: string): void {
  let columns = 0;
  for (const line of markdown.split("\n")) {
    if (!line.startsWith("|")) {
      columns = 0;
      continue;
    }
    const cells = line.split("|").length;
    if (columns !== 0) assert.equal(cells, columns, line);
    columns = cells;
  }
}

test("no JSON makes the reader throw, and what it accepts makes a digest", () => {
  const json = fc.jsonValue({ maxDepth: 4 });
  const body = fc.record({ verdict: json, gates: json, figures: json });
  fc.assert(
    fc.property(body, fc.boolean(), (patch, isWhole) => {
      const base = isWhole ? runOf(0, 0).figures : {};
      const read = readFigures({ ...base, ...patch } as JsonObject);
      if (read !== null) digestOfRuns([{ seq: 0, run: "r", figures: read }], TERMS);
    }),
    { numRuns: RUNS },
  );
});

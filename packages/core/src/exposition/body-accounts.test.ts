import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { expositionBody } from "./body.ts";
import { readExposition } from "./read-exposition.ts";

/** Lines of sound and of broken pages, in any order: families in pieces, twice, without a type, without a sample. */
const LINE = fc.constantFrom(
  "# HELP a_total A.",
  "# TYPE a_total counter",
  "a_total 1",
  'a_total{b="1"} 2',
  'a_total{b="2"} -3',
  "# TYPE a gauge",
  "a 1",
  "# TYPE h histogram",
  'h_bucket{le="1"} 1',
  'h_bucket{le="+Inf"} 2',
  "h_sum 1",
  "h_count 2",
  "h 3",
  "# TYPE h_count counter",
  "# TYPE s summary",
  's{quantile="0.5"} 1',
  "s_sum 1",
  "no sample at all",
  "a_total one",
  "# EOF",
  "",
);

const page = fc.array(LINE, { maxLength: 25 }).map((lines) => lines.map((line) => `${line}\n`).join(""));
const pages = fc.tuple(fc.array(page, { minLength: 1, maxLength: 3 }), fc.boolean());

function bodyOf([texts, isOpen]: readonly [readonly string[], boolean]): ReturnType<typeof expositionBody> {
  const contentType = isOpen ? "application/openmetrics-text; version=1.0.0" : "text/plain; version=0.0.4";
  const scrapes = texts.map((text, at) => readExposition(text, { atMs: at * 1000, contentType }));
  return expositionBody({ source: "api", scrapes, wanted: ["a_total", "a", "h", "h_count", "s", "gone"] });
}

test("the families of a body hold the samples of each of its scrapes, however broken the page", () => {
  fc.assert(
    fc.property(pages, (all) => {
      const { families, familiesLeftOut, scrapes } = bodyOf(all);
      const listed = families.reduce((sum, { series }) => sum + series, 0);
      assert.equal(familiesLeftOut, 0);
      for (const { samples } of scrapes) assert.ok(listed >= samples, `${listed} listed, ${samples} in a scrape`);
      assert.equal(new Set(families.map(({ name }) => name)).size, families.length, "each family once");
    }),
    { numRuns: 500 },
  );
});

test("what is left out of the problems never leaves none", () => {
  fc.assert(
    fc.property(pages, (all) => {
      const { problems, problemsLeftOut } = bodyOf(all);
      assert.ok(problemsLeftOut === 0 || problems.length > 0);
    }),
  );
  const many = bodyOf([[`${"broken\n".repeat(2000)}a 1\n`], false]);
  assert.ok(many.problemsLeftOut > 1900 && many.problems.length > 0);
});

test("what was found is a family that is listed, or one of its samples", () => {
  fc.assert(
    fc.property(pages, (all) => {
      const { families, wanted } = bodyOf(all);
      for (const { family, found } of wanted) {
        const isListed = families.some(({ name, series }) => series > 0 && family.startsWith(name));
        assert.ok(isListed || !found, family);
      }
    }),
    { numRuns: 500 },
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Interner } from "../counts/interner.ts";
import { countLineHits, linesOf } from "../counts/line-hits.ts";
import { countPoints } from "../counts/points.ts";
import { readWhole } from "../read-report.ts";
import { readInPieces } from "../testing.ts";
import { lcov } from "./format.ts";

interface Source {
  readonly path: string;
  readonly hits: readonly number[];
  readonly branches: readonly (readonly [number, number | null])[];
  readonly functions: readonly number[];
}

const hits = fc.oneof(fc.nat(3), fc.nat(1_000_000));
const source: fc.Arbitrary<Source> = fc.record({
  path: fc
    .string({ unit: fc.constantFrom("a", "é", "/", "\\", " ", ":", "."), minLength: 1, maxLength: 8 })
    .filter((path) => path.trim() !== ""),
  hits: fc.array(hits, { maxLength: 40 }),
  branches: fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.option(hits, { nil: null })), { maxLength: 12 }),
  functions: fc.array(hits, { maxLength: 6 }),
});
const cuts = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 5 });
const sources = fc.uniqueArray(source, { maxLength: 4, selector: ({ path }) => path });

function print({ path, hits, branches, functions }: Source, newline: string): string {
  const covered = (counts: readonly (number | null)[]): number => counts.filter((count) => (count ?? 0) > 0).length;
  return [
    `SF:${path}`,
    ...functions.map((_, index) => `FN:${index + 1},f${index}`),
    ...functions.map((count, index) => `FNDA:${count},f${index}`),
    `FNF:${functions.length}`,
    `FNH:${covered(functions)}`,
    ...hits.map((count, index) => `DA:${index + 1},${count}`),
    `LF:${hits.length}`,
    `LH:${covered(hits)}`,
    ...branches.map(([line, taken], index) => `BRDA:${line},${index},0,${taken ?? "-"}`),
    `BRF:${branches.length}`,
    `BRH:${covered(branches.map(([, taken]) => taken))}`,
    "end_of_record",
    "",
  ].join(newline);
}

/** What the counts must be, worked out without the reader. */
function expected({ hits, branches, functions }: Source): string {
  const some = (counts: readonly (number | null)[]): string =>
    counts.length === 0 ? "-" : `${counts.filter((count) => (count ?? 0) > 0).length}/${counts.length}`;
  return [hits, branches.map(([, taken]) => taken), functions].map(some).join(" ");
}

const show = (count: { covered: number; total: number } | null): string =>
  count === null ? "-" : `${count.covered}/${count.total}`;

test("whatever is written is counted as it was written", () => {
  fc.assert(
    fc.property(sources, fc.constantFrom("\n", "\r\n"), cuts, (all, newline, sizes) => {
      fc.pre(all.length > 0);
      const bytes = Buffer.from(all.map((one) => print(one, newline)).join(""));
      const options = { file: "a.info", interner: new Interner(), keepHits: true };
      const report = readWhole(lcov, bytes, options);
      assert.deepEqual(readInPieces(lcov, bytes, sizes, options), report);
      assert.deepEqual(report.mismatches, []);
      assert.deepEqual(
        [...report.files.keys()],
        all.map(({ path }) => path),
      );
      for (const one of all) {
        const counts = report.files.get(one.path);
        const { lines = null, branches = null, functions = null } = counts ?? {};
        const found = [
          lines && countLineHits(lines),
          branches && countPoints(branches),
          functions && countPoints(functions),
        ];
        assert.equal(found.map(show).join(" "), expected(one));
        const missed = one.hits.flatMap((count, index) => (count === 0 ? [index + 1] : []));
        assert.deepEqual(lines === null ? [] : [...linesOf(lines, false)], missed);
        assert.deepEqual(lines === null ? [] : [...(counts?.hits ?? [])], one.hits);
      }
    }),
    { numRuns: 300 },
  );
});

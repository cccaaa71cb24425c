import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { FileCounts } from "./file-counts.ts";
import { NOTHING_COUNTED } from "./file-counts.ts";
import { packFiles, unpackFiles } from "./pack.ts";

const entries = fc.option(
  fc.array(fc.nat(99), { maxLength: 5 }).map((all) => Uint32Array.from(all)),
  { nil: null },
);
const counts = fc
  .record({ lines: entries, branches: entries, functions: entries, statements: entries, regions: entries })
  .chain((metrics) =>
    fc
      .record({
        hits:
          metrics.lines === null ? fc.constant(null) : fc.constantFrom(null, new Float64Array(metrics.lines).fill(7)),
        totals: fc.constantFrom(undefined, { lines: { covered: 1, total: 2 } }),
      })
      .map(({ hits, totals }): FileCounts => ({ ...metrics, hits, ...(totals === undefined ? {} : { totals }) })),
  );
const plain = (files: ReadonlyMap<string, FileCounts>): unknown =>
  [...files].map(([path, file]) => [
    path,
    Object.entries(file).map(([key, value]) => [key, value && Array.from(value as never)]),
  ]);

test("what is packed comes out again, also after it was handed over", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), counts), (files) => {
      const before = new Map(Object.entries(files));
      const packed = packFiles(before);
      const transfer = [packed.lengths.buffer, packed.entries.buffer, packed.hits.buffer];
      const after = unpackFiles(structuredClone(packed, { transfer }));
      assert.deepEqual(plain(after), plain(before));
      assert.deepEqual(
        [...after.values()].map(({ totals }) => totals),
        [...before.values()].map(({ totals }) => totals),
      );
    }),
    { numRuns: 300 },
  );
});

test("nothing is packed into nothing", () => {
  assert.equal(unpackFiles(packFiles(new Map())).size, 0);
  assert.deepEqual(unpackFiles(packFiles(new Map([["a", NOTHING_COUNTED]]))).get("a"), NOTHING_COUNTED);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Count } from "@holdpoint/core";
import { byFormat, combineFormats, sumCounts } from "./combine.ts";
import { keyAll } from "./keys.ts";
import type { ReadInput } from "./read-input.ts";
import { countsOf, inputOf } from "./testing.ts";

const combined = (inputs: readonly ReadInput[]): ReturnType<typeof combineFormats> =>
  combineFormats(byFormat(keyAll(inputs, { root: "/w", tracked: null }).keyed));
const linesOf = (inputs: readonly ReadInput[]): Count | null => sumCounts(combined(inputs).values()).lines;

const FORMATS = ["lcov", "istanbul", "cobertura"] as const;
const report = fc.record({
  format: fc.constantFrom(...FORMATS),
  files: fc.dictionary(fc.constantFrom("a", "b", "c"), fc.array(fc.nat(1), { maxLength: 6 })),
});
const reports = fc
  .array(report, { maxLength: 6 })
  .map((all) => all.map(({ format, files }, index) => inputOf(String(index), format, files)));

test("lines are the union over all reports, whatever their formats and order", () => {
  fc.assert(
    fc.property(reports, fc.nat(), (inputs, turn) => {
      const lines = new Map<string, boolean>();
      for (const { read } of inputs) {
        for (const [path, { lines: told }] of read.files) {
          for (const entry of told ?? []) {
            const key = `${path}:${entry >>> 1}`;
            lines.set(key, lines.get(key) === true || (entry & 1) === 1);
          }
        }
      }
      const isListed = inputs.some(({ read }) => read.files.size > 0);
      const expected = { covered: [...lines.values()].filter(Boolean).length, total: lines.size };
      assert.deepEqual(linesOf(inputs), isListed ? expected : null);
      const at = turn % (inputs.length + 1);
      assert.deepEqual(linesOf([...inputs.slice(at), ...inputs.slice(0, at)]), isListed ? expected : null);
    }),
  );
});

test("of other metrics the format counts that lists most, then the one that covers least", () => {
  const points = (taken: number, total: number): Uint32Array =>
    Uint32Array.from(Array.from({ length: total }, (_, index) => [1, index * 2 + (index < taken ? 1 : 0)]).flat());
  const branches = (...told: readonly (readonly [number, number])[]): Count | null => {
    const inputs = told.map(([taken, total], index) =>
      inputOf(String(index), FORMATS[index] ?? "go", { a: countsOf([1], { branches: points(taken, total) }) }),
    );
    const found = sumCounts(combined(inputs).values()).branches;
    assert.deepEqual(sumCounts(combined(inputs.toReversed()).values()).branches, found);
    return found;
  };
  assert.deepEqual(branches([2, 4]), { covered: 2, total: 4 });
  assert.deepEqual(branches([2, 4], [2, 2]), { covered: 2, total: 4 });
  assert.deepEqual(branches([3, 4], [1, 4], [2, 4]), { covered: 1, total: 4 });
  assert.deepEqual(branches([0, 0], [0, 0]), { covered: 0, total: 0 });
});

test("totals without records count only where no format has records", () => {
  const totals = { lines: { covered: 9, total: 9 }, functions: { covered: 2, total: 9 } };
  const summary = inputOf("s", "istanbul-summary", { a: countsOf(null, { totals }) });
  const lcov = inputOf("l", "lcov", { a: [1, 0], b: [0] });
  const files = combined([summary, lcov]);
  assert.deepEqual(files.get("a")?.lines, { covered: 1, total: 2 });
  assert.deepEqual(files.get("a")?.functions, { covered: 2, total: 9 });
  assert.deepEqual(sumCounts(files.values()).functions, { covered: 2, total: 9 });
  assert.deepEqual([...files.keys()], ["a", "b"]);
});

test("a sum of nothing measured is null, not 0", () => {
  const none = { lines: null, branches: null, functions: null, statements: null, regions: null };
  assert.deepEqual(sumCounts([]), none);
  assert.deepEqual(sumCounts([none]), none);
  assert.deepEqual(sumCounts([none, { ...none, lines: { covered: 0, total: 0 } }]).lines, { covered: 0, total: 0 });
});

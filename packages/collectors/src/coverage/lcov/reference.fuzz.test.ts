import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { HITS_MAX } from "../counts/hit-counts.ts";
import { Interner } from "../counts/interner.ts";
import { linesOf } from "../counts/line-hits.ts";
import { metricCount } from "../counts/metric-counts.ts";
import { readInPieces } from "../testing.ts";
import { lcov } from "./format.ts";

/** One file as the plainest reader would see it: a string a line, a map a file. */
interface Plain {
  readonly lines: Map<number, bigint>;
  readonly branches: Map<string, boolean[]>;
}

const line = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constantFrom(999_999_999, 1_000_000_000, 2_147_483_647));
const hits = fc.oneof(
  fc.constantFrom(
    "0",
    "00",
    "1",
    "7",
    "999999999999999",
    "1000000000000000",
    "18446744073709551615",
    "99999999999999999999",
  ),
  fc.nat(50).map(String),
);
const record = fc.oneof(
  fc.tuple(line, hits, fc.constantFrom("", ",abc", "\r")).map(([at, count, rest]) => `DA:${at},${count}${rest}`),
  fc
    .tuple(line, fc.nat(3), fc.constantFrom("0", "1", "a && b", "1234567890123"), fc.oneof(hits, fc.constant("-")))
    .map(([at, block, branch, taken]) => `BRDA:${at},${block},${branch},${taken}`),
  fc.constantFrom("# a comment", "", "VER:1", "MCDC:1,2,t,1,0,a, b"),
);
const section = fc.record({ path: fc.constantFrom("a", "b", "ü"), records: fc.array(record, { maxLength: 12 }) });

function reference(
  sections: readonly { readonly path: string; readonly records: readonly string[] }[],
): Map<string, Plain> {
  const files = new Map<string, Plain>();
  for (const { path, records } of sections) {
    const file = files.get(path) ?? { lines: new Map<number, bigint>(), branches: new Map<string, boolean[]>() };
    files.set(path, file);
    const own = new Map<string, Map<number, boolean>>();
    for (const text of records) {
      const [tag, value = ""] = text.trimEnd().split(/:(.*)/s);
      const fields = value.split(",");
      if (tag === "DA") {
        const at = Number(fields[0]);
        const limit = 2n ** 64n;
        const count = BigInt(fields[1] ?? 0);
        const sum = (file.lines.get(at) ?? 0n) + (count > limit ? limit : count);
        file.lines.set(at, sum > limit ? limit : sum);
      } else if (tag === "BRDA") {
        const key = `${fields[0]} ${Number(fields[2]) || fields[2]}`;
        const taken = fields[3] ?? "";
        const blocks = own.get(key) ?? new Map<number, boolean>();
        const block = Number(fields[1]);
        // A branch that stands twice in a section is one.
        blocks.set(block, blocks.get(block) === true || (taken !== "-" && BigInt(taken) > 0n));
        own.set(key, blocks);
      }
    }
    for (const [key, points] of own) {
      const before = file.branches.get(key) ?? [];
      const sorted = [...points].sort(([a], [b]) => a - b).map(([, isTaken]) => isTaken);
      const length = Math.max(before.length, sorted.length);
      file.branches.set(
        key,
        Array.from({ length }, (_, index) => before[index] === true || sorted[index] === true),
      );
    }
  }
  return files;
}

test("the reader sees what the plainest reader sees, in whatever pieces", () => {
  fc.assert(
    fc.property(
      fc.array(section, { minLength: 1, maxLength: 6 }),
      fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 4 }),
      (sections, sizes) => {
        const text = sections.map(({ path, records }) =>
          ["TN:", `SF:${path}`, ...records, "end_of_record", ""].join("\n"),
        );
        const options = { file: "a.info", interner: new Interner(), keepHits: true };
        const read = readInPieces(lcov, Buffer.from(text.join("")), sizes, options);
        const expected = reference(sections);
        assert.deepEqual([...read.files.keys()], [...expected.keys()]);
        for (const [path, file] of expected) {
          const counts = read.files.get(path);
          assert.ok(counts);
          const wanted = [...file.lines].sort(([a], [b]) => a - b);
          assert.deepEqual(
            counts.lines === null ? [] : [...linesOf(counts.lines, true)],
            wanted.filter(([, count]) => count > 0n).map(([at]) => at),
          );
          assert.deepEqual(
            [...(counts.hits ?? [])],
            wanted.map(([, count]) => Math.min(Number(count), HITS_MAX)),
          );
          const branches = [...file.branches.values()].flat();
          const { covered = 0, total = 0 } = metricCount(counts, "branches") ?? {};
          assert.deepEqual([covered, total], [branches.filter(Boolean).length, branches.length]);
        }
      },
    ),
    { numRuns: 1_000 },
  );
});

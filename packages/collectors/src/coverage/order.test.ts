import assert from "node:assert/strict";
import { test } from "node:test";
import type { CoverageBody } from "@holdpoint/core";
import fc from "fast-check";
import { assembleReport } from "./assemble.ts";
import { Interner } from "./counts/interner.ts";
import { lcov } from "./lcov/format.ts";
import { readWhole } from "./read-report.ts";

const TRACKED = ["src/a.ts", "src/b.ts", "lib/src/a.ts", "README.md"];
const PATHS = ["src/a.ts", "/w/src/b.ts", "/ci/src/b.ts", "/ci/lib/src/a.ts", "lib\\src\\a.ts", "../x.ts", "gone.ts"];

const record = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat(2)).map(([line, hits]) => `DA:${line},${hits}`),
  fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.nat(3), fc.nat(1))
    .map(([line, block, taken]) => `BRDA:${line},${block},0,${taken}`),
  fc.tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom("f", "g")).map(([line, name]) => `FN:${line},${name}`),
  fc.tuple(fc.nat(2), fc.constantFrom("f", "g")).map(([hits, name]) => `FNDA:${hits},${name}`),
);
const section = fc
  .tuple(fc.constantFrom(...PATHS), fc.array(record, { maxLength: 8 }))
  .map(([path, records]) => [`SF:${path}`, ...records, "end_of_record", ""].join("\n"));
const report = fc.array(section, { minLength: 1, maxLength: 4 }).map((sections) => sections.join(""));

function assemble(reports: readonly string[]): CoverageBody {
  const interner = new Interner();
  const files = reports.map((text) => readWhole(lcov, Buffer.from(text), { file: "a.info", interner }));
  const terms = {
    report: { id: "r", format: "lcov" as const, files: [], shard: null, context: null },
    format: "lcov" as const,
    source: ["**/*.ts"],
    exclude: [],
    contexts: [],
    root: "/w",
  };
  return assembleReport(files, { ...terms, tracked: TRACKED });
}

test("the files of a report may come in any order, and once more changes nothing", () => {
  fc.assert(
    fc.property(fc.array(report, { minLength: 1, maxLength: 3 }), (reports) => {
      const body = assemble(reports);
      assert.deepEqual(assemble([...reports].reverse()), body);
      // What is odd in a report is odd twice when it is there twice; its figures are the same.
      assert.deepEqual({ ...assemble([...reports, ...reports]), remarks: body.remarks }, body);
    }),
    { numRuns: 200 },
  );
});

test("every figure is possible, and more reports never cover less", () => {
  fc.assert(
    fc.property(report, report, (one, other) => {
      const before = assemble([one]);
      const after = new Map(assemble([one, other]).files.map((file) => [file.path, file]));
      for (const file of before.files) {
        for (const metric of ["lines", "branches", "functions"] as const) {
          const { covered = 0, total = 0 } = file[metric] ?? {};
          const later = after.get(file.path)?.[metric] ?? null;
          assert.ok(covered <= total);
          assert.ok((later?.covered ?? 0) >= covered && (later?.total ?? 0) >= total, `${file.path} ${metric}`);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test("a file is counted, lacking or not source, and never two of them", () => {
  fc.assert(
    fc.property(report, (text) => {
      const { files, unmeasured, unmatched } = assemble([text]);
      const resolved = files.filter((file) => file.resolved).map(({ path }) => path);
      assert.deepEqual([...resolved, ...unmeasured].sort(), ["lib/src/a.ts", "src/a.ts", "src/b.ts"]);
      assert.equal(files.length - resolved.length, unmatched.length);
    }),
    { numRuns: 200 },
  );
});

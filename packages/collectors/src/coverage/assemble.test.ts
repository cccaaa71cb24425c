import assert from "node:assert/strict";
import { test } from "node:test";
import type { CoverageBody } from "@holdpoint/core";
import type { AssembleTerms } from "./assemble.ts";
import { assembleReport } from "./assemble.ts";
import { Interner } from "./counts/interner.ts";
import { lcov } from "./lcov/format.ts";
import { readWhole } from "./read-report.ts";

const TERMS: AssembleTerms = {
  report: { id: "all", format: "lcov", files: [], shard: null, context: null },
  format: "lcov",
  source: ["src/**"],
  exclude: ["**/*.test.ts"],
  contexts: [],
  root: "/w",
  tracked: ["src/a.ts", "src/b.ts", "src/c.ts", "src/a.test.ts", "other.ts"],
};
const section = (path: string, ...records: readonly string[]): string =>
  [`SF:${path}`, ...records, "end_of_record", ""].join("\n");

function assemble(sources: readonly string[], patch: Partial<AssembleTerms> = {}): CoverageBody {
  const interner = new Interner();
  const files = sources.map((source, index) =>
    readWhole(lcov, Buffer.from(source), { file: `${index}.info`, interner }),
  );
  return assembleReport(files, { ...TERMS, ...patch });
}
const figures = (body: CoverageBody): string[] =>
  body.files.map(({ path, resolved, lines, branches, uncoveredLines }) =>
    [
      `${path} ${resolved} ${lines?.covered}/${lines?.total}`,
      branches === null ? "-" : `${branches.covered}/${branches.total}`,
      `[${uncoveredLines}]`,
    ].join(" "),
  );

test("only what the configuration calls source counts, and what the report lacks of it is named", () => {
  const body = assemble([
    section("/w/src/a.ts", "DA:1,1", "DA:2,0") + section("src/a.test.ts", "DA:1,1") + section("other.ts", "DA:1,1"),
  ]);
  assert.deepEqual(figures(body), ["src/a.ts true 1/2 - [2]"]);
  assert.deepEqual(body.unmeasured, ["src/b.ts", "src/c.ts"]);
  assert.deepEqual(body.unmatched, []);
});

test("the files of a report are merged by tracked path, in any order", () => {
  const one = section("/w/src/a.ts", "DA:1,1", "DA:2,0", "DA:3,0") + section("src/b.ts", "DA:1,0");
  const two = section("/app/src/a.ts", "DA:2,7", "DA:4,0") + section("/gone/src/z.ts", "DA:1,1");
  const body = assemble([one, two]);
  assert.deepEqual(figures(body), [
    "/gone/src/z.ts false 1/1 - []",
    "src/a.ts true 2/4 - [3-4]",
    "src/b.ts true 0/1 - [1]",
  ]);
  const { files, unmatched } = assemble([two, one]);
  assert.deepEqual({ files, unmatched }, { files: body.files, unmatched: body.unmatched });
  assert.deepEqual(body.unmatched, [{ reported: "/gone/src/z.ts", why: "outside", candidates: [] }]);
});

test("two paths of one file of a report are never taken for the same source", () => {
  const clash =
    section("/x/src/a.ts", "DA:1,1") +
    section("/y/src/a.ts", "DA:2,1") +
    section("src/b.ts", "DA:1,0") +
    section("/z/src/b.ts", "DA:1,1");
  const body = assemble([clash]);
  assert.deepEqual(
    figures(body).filter((line) => line.startsWith("src/")),
    ["src/b.ts true 0/1 - [1]"],
  );
  assert.deepEqual(
    body.unmatched.map(({ reported, why, candidates }) => [reported, why, ...candidates]),
    [
      ["/x/src/a.ts", "ambiguous", "src/a.ts"],
      ["/y/src/a.ts", "ambiguous", "src/a.ts"],
      ["/z/src/b.ts", "ambiguous", "src/b.ts"],
    ],
  );
  assert.deepEqual(body.unmeasured, ["src/a.ts", "src/c.ts"]);
});

test("a metric that the report measures is 0 of 0 in a file without any of it", () => {
  const body = assemble([section("src/a.ts", "DA:1,1", "BRDA:1,0,0,1") + section("src/b.ts", "DA:1,1")]);
  assert.deepEqual(figures(body), ["src/a.ts true 1/1 1/1 []", "src/b.ts true 1/1 0/0 []"]);
  assert.equal(body.files[0]?.functions, null);
  assert.equal(body.files[0]?.statements, null);
});

test("globs that fit no tracked file are named, and so is a report that contradicts itself", () => {
  const body = assemble([section("src/a.ts", "DA:1,1", "LF:3")], {
    source: ["src/**", "lib/**"],
    exclude: ["dist/**"],
  });
  assert.deepEqual(body.deadGlobs, ["lib/**", "dist/**"]);
  assert.deepEqual(
    body.mismatches.map(({ file, line, metric }) => [file, line, metric]),
    [["0.info", 3, "lines"]],
  );
});

test("remarks of all files stand together, and the shard is named", () => {
  const empty = section("src/a.ts", "LF:0");
  const body = assemble([empty, empty + empty], { report: { ...TERMS.report, shard: "linux" } });
  assert.deepEqual(
    body.remarks.map(({ file, line, code }) => `${file}:${line} ${code}`),
    ["0.info:1 nothing-measured", "1.info:1 nothing-measured", "1.info:4 duplicate-file", "1.info:4 nothing-measured"],
  );
  assert.equal(body.shard, "linux");
});

test("a report that belongs to a context puts all that it covers of the source into it", () => {
  const covered =
    section("/app/src/a.ts", "DA:1,1", "DA:2,3", "DA:4,0") +
    section("src/a.test.ts", "DA:1,1") +
    section("x.ts", "DA:1,1");
  const body = assemble([covered, section("src/a.ts", "DA:5,1")], { report: { ...TERMS.report, context: "security" } });
  assert.deepEqual(body.contexts, [{ id: "security", files: [{ path: "src/a.ts", coveredLines: "1-2,5" }] }]);
  const nothing = assemble([section("src/a.ts", "DA:5,0")], { report: { ...TERMS.report, context: "security" } });
  assert.deepEqual(nothing.contexts, [{ id: "security", files: [] }]);
});

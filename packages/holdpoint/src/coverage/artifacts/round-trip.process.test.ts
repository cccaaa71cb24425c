import assert from "node:assert/strict";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";
import { Interner, metricCount, readCoverageFile } from "@holdpoint/collectors";
import { scratch } from "@holdpoint/testkit";
import { coberturaXml } from "./cobertura.ts";
import { coverageArtifact } from "./json.ts";
import { sumOf } from "./marks.ts";
import type { ArtifactPart } from "./part.ts";
import { sonarXml } from "./sonar.ts";
import { SUBJECT, wholeOfReport } from "./testing-artifacts.ts";

/** Reports that real tools wrote about real programs. */
const PROGRAMS = new URL("../../../../collectors/src/coverage/programs/fixtures/", import.meta.url).pathname;
const REPORTS = [
  "lcov.info",
  "cobertura.xml",
  "clover.xml",
  "jacoco.xml",
  "cover.out",
  "coverage.json",
  "llvm-cov.json",
];
const FILES = readdirSync(PROGRAMS).flatMap((program) =>
  REPORTS.map((name) => join(PROGRAMS, program, name)).filter((file) => existsSync(file)),
);

const withMarks = ({ files }: ArtifactPart): ArtifactPart["files"] => files.filter(({ marks }) => marks !== null);
type Metric = "lines" | "branches" | "functions";

/** What the report lists as records; a total without records has no line that it could be written beside. */
const sum = (part: ArtifactPart, metric: Metric): { covered: number; total: number } =>
  sumOf(withMarks(part).flatMap(({ counts, marks }) => (isListed(marks, metric) ? (counts[metric] ?? []) : [])));
const isListed = (marks: ArtifactPart["files"][number]["marks"], metric: Metric): boolean =>
  metric === "lines" || (marks !== null && marks[metric].size > 0);

test("there are reports of many real programs", () => {
  assert.ok(FILES.length >= 15, `${FILES.length} reports`);
});

test("only llvm-cov counts what it does not list, and the totals keep them", async () => {
  const unlisted: string[] = [];
  for (const file of FILES) {
    const part = await wholeOfReport(file);
    for (const metric of ["branches", "functions"] as const) {
      const said = part.totals[metric]?.total ?? 0;
      if (sum(part, metric).total !== said) unlisted.push(`${basename(file)} ${metric}`);
      assert.equal(coverageArtifact(part, SUBJECT).totals[metric]?.total ?? 0, said);
    }
  }
  assert.deepEqual([...new Set(unlisted)], ["llvm-cov.json branches", "llvm-cov.json functions"]);
});

test("our Cobertura says what the report said, read by our own reader, without a remark", async (context) => {
  const folder = scratch(context);
  for (const file of FILES) {
    const part = await wholeOfReport(file);
    const written = join(folder, "coverage.xml");
    writeFileSync(written, coberturaXml(part, SUBJECT, "1"));
    const terms = { name: "ours", format: "cobertura", interner: new Interner() } as const;
    const { read } = await readCoverageFile(written, { ...terms, signal: new AbortController().signal });
    assert.deepEqual(
      read.remarks.filter(({ code }) => code !== "nothing-measured"),
      [],
      file,
    );
    assert.deepEqual(read.mismatches, [], file);
    for (const metric of ["lines", "branches", "functions"] as const) {
      const counted = sumOf([...read.files.values()].flatMap((counts) => metricCount(counts, metric) ?? []));
      assert.deepEqual(counted, sum(part, metric), `${file} ${metric}`);
    }
    for (const { path, counts } of withMarks(part)) {
      const own = read.files.get(path);
      if (counts.lines === null || counts.lines.total === 0) continue;
      assert.ok(own !== undefined, path);
      assert.deepEqual({ ...metricCount(own, "lines") }, { ...counts.lines }, path);
    }
  }
});

test("our SonarQube file adds up to the same", async () => {
  for (const file of FILES) {
    const part = await wholeOfReport(file);
    const xml = sonarXml(part);
    const lines = [...xml.matchAll(/<lineToCover lineNumber="\d+" covered="(true|false)"/g)];
    assert.deepEqual(
      { covered: lines.filter(([, is]) => is === "true").length, total: lines.length },
      sum(part, "lines"),
    );
    const branches = [...xml.matchAll(/branchesToCover="(\d+)" coveredBranches="(\d+)"/g)].map(
      ([, total, covered]) => ({
        covered: Number(covered),
        total: Number(total),
      }),
    );
    assert.deepEqual(sumOf(branches), sum(part, "branches"), file);
  }
});

test("our JSON adds up to the same, totals from its own records", async () => {
  for (const file of FILES) {
    const part = await wholeOfReport(file);
    const { files } = coverageArtifact(part, SUBJECT);
    const branches = files.flatMap(({ branchLines }) => branchLines).map(([, covered, total]) => ({ covered, total }));
    const functions = files.flatMap(({ functionLines }) => functionLines);
    assert.deepEqual(sumOf(branches), sum(part, "branches"), file);
    assert.deepEqual(sumOf(functions.map(([, covered, total]) => ({ covered, total }))), sum(part, "functions"), file);
    for (const { hits, lines } of files) if (hits !== null) assert.equal(hits.length, lines?.covered);
  }
});

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import type { TestFormat, TestStatus } from "@holdpoint/core";
import { TEST_READERS, testFormatOf } from "../formats.ts";

const FOLDER = new URL("./fixtures/", import.meta.url);
const SEMANTICS = new URL("../../../../../docs/coverage-semantics.md", import.meta.url);
const STATUSES = ["passed", "failed", "errored", "skipped"] as const;

interface Program {
  readonly program: string;
  readonly version: string;
  readonly language: string;
  /** What was changed in the program so that its tests fail; null where nothing was. */
  readonly harm: string | null;
  readonly runs: readonly Run[];
  readonly differences: readonly Difference[];
}

interface Run {
  readonly tool: string;
  readonly version: string;
  readonly command: string;
  /** File that holds what the runner printed. */
  readonly printed: string;
  /** The very text in which it tells its totals. */
  readonly says: readonly string[];
  /** What it printed; what it does not mention is 0. */
  readonly totals: Readonly<Record<TestStatus, number>>;
  readonly reports: Readonly<Partial<Record<TestFormat, readonly string[]>>>;
}

interface Difference {
  readonly report: TestFormat;
  readonly what: TestStatus;
  readonly ours: number;
  readonly theirs: number;
  /** Heading in docs/coverage-semantics.md that explains it. */
  readonly why: string;
}

const PROGRAMS: readonly (readonly [string, Program])[] = readdirSync(FOLDER)
  .filter((name) => name !== "HOW.md")
  .map((name) => [name, JSON.parse(text(name, "totals.json")) as Program]);

function text(folder: string, file: string): string {
  return readFileSync(new URL(`${folder}/${file}`, FOLDER), "utf8");
}

function reportsOf({ reports }: Run): readonly (readonly [TestFormat, readonly string[]])[] {
  return Object.entries(reports) as [TestFormat, readonly string[]][];
}

/** Cases by status of one run's files of one format, which hold each case once. */
function sums(
  folder: string,
  program: string,
  format: TestFormat,
  files: readonly string[],
): Record<TestStatus, number> {
  const total: Record<TestStatus, number> = { passed: 0, failed: 0, errored: 0, skipped: 0 };
  for (const file of files) {
    const bytes = readFileSync(new URL(`${folder}/${file}`, FOLDER));
    assert.equal(testFormatOf(bytes, file).format, format, `${folder}/${file}`);
    const { cases, report } = TEST_READERS[format].read(bytes, { file, root: `/build/${program}` });
    assert.equal(report.cases, cases.length, file);
    for (const { status } of cases) total[status] += 1;
  }
  return total;
}

/** Totals stand in the text, themselves or as what is missing to all; of a line for each class their sums do. */
function isSaid({ says, totals }: Run): boolean {
  const { passed, failed, errored, skipped } = totals;
  const all = passed + failed + errored + skipped;
  const text = says.join("\n");
  if (/^Tests run/m.test(text)) {
    const sum = (what: string): number =>
      [...text.matchAll(new RegExp(`${what}: ([0-9]+)`, "g"))].reduce((total, [, number]) => total + Number(number), 0);
    const sums = ["Tests run", "Failures", "Errors", "Skipped"].map(sum);
    return sums.join() === [all, failed, errored, skipped].join();
  }
  const numbers = (text.match(/[0-9]+/g) ?? []).map(Number);
  const known = new Set([...numbers, ...numbers.map((number) => all - number)]);
  return STATUSES.every((status) => totals[status] === 0 || known.has(totals[status]));
}

test("there are enough programs, formats and endings to mean something", () => {
  const of = (pick: (program: Program) => string): number => new Set(PROGRAMS.map(([, one]) => pick(one))).size;
  assert.ok(of(({ program }) => program) >= 8);
  assert.ok(of(({ language }) => language) >= 6);
  const runs = PROGRAMS.flatMap(([, { runs }]) => runs);
  const formats = new Set(runs.flatMap((run) => reportsOf(run).map(([format]) => format)));
  assert.deepEqual([...formats].sort(), ["ctrf", "go-test", "junit", "node-test", "tap"]);
  for (const status of ["passed", "failed", "errored"] as const) {
    assert.ok(
      runs.some(({ totals }) => totals[status] > 0),
      status,
    );
  }
});

test("every total is one that the runner printed, and every report that is kept is compared", () => {
  for (const [folder, { runs }] of PROGRAMS) {
    for (const run of runs) {
      const printed = text(folder, run.printed);
      assert.ok(run.says.length > 0 && isSaid(run), `${folder}: ${run.says.join(" ")}`);
      assert.deepEqual(
        run.says.filter((said) => !printed.includes(said)),
        [],
        folder,
      );
    }
    const known = runs.flatMap((run) => [run.printed, ...reportsOf(run).flatMap(([, files]) => files)]);
    assert.deepEqual(
      [...new Set([...known, "totals.json"])].sort(),
      readdirSync(new URL(folder, FOLDER)).sort(),
      folder,
    );
  }
});

for (const [folder, { program, language, runs, differences }] of PROGRAMS) {
  for (const run of runs) {
    for (const [format, files] of reportsOf(run)) {
      test(`${program} (${language}): ${format} of ${run.tool} in ${folder} has the totals that were printed`, () => {
        const expected = { ...run.totals };
        for (const { report, what, ours, theirs } of differences) {
          if (report !== format) continue;
          assert.equal(expected[what], theirs, what);
          expected[what] = ours;
        }
        assert.deepEqual(sums(folder, program, format, files), expected);
      });
    }
  }
}

test("every difference is one, and is explained under a heading", () => {
  const headings = readFileSync(SEMANTICS, "utf8").match(/^#+ .*$/gm) ?? [];
  const anchors = new Set(headings.map((heading) => anchor(heading)));
  for (const [folder, { runs, differences }] of PROGRAMS) {
    for (const { report, ours, theirs, why } of differences) {
      assert.notEqual(ours, theirs, folder);
      assert.ok(
        runs.some(({ reports }) => report in reports),
        folder,
      );
      assert.ok(anchors.has(why), `${folder}: ${why}`);
    }
  }
});

function anchor(heading: string): string {
  return heading
    .replace(/^#+ /, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9 _-]/g, "")
    .replaceAll(" ", "-");
}

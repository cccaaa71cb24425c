import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import type { Count, CoverageFormat, CoverageMetric } from "@holdpoint/core";
import { COVERAGE_METRICS } from "@holdpoint/core";
import { Interner } from "../counts/interner.ts";
import { countLineHits } from "../counts/line-hits.ts";
import { coverageFile, measuredMetrics } from "../coverage-file.ts";
import { COVERAGE_READERS, formatOf } from "../formats.ts";
import type { ReadCoverage } from "../read-report.ts";
import { readWhole } from "../read-report.ts";

const FOLDER = new URL("./fixtures/", import.meta.url);
const SEMANTICS = new URL("../../../../../docs/coverage-semantics.md", import.meta.url);

interface Totals {
  readonly program: string;
  readonly version: string;
  readonly language: string;
  readonly source: string;
  readonly tools: readonly Tool[];
  readonly differences: readonly Difference[];
  /** Reports that are wrong, and have to be refused where they are. */
  readonly refused: readonly Refused[];
}

interface Tool {
  readonly tool: string;
  readonly version: string;
  readonly command: string;
  /** Files that hold what the tool printed. */
  readonly printed: readonly string[];
  readonly metrics: Readonly<Record<CoverageMetric, Printed | null>>;
  readonly reports: Readonly<Record<string, CoverageFormat>>;
  /** Lines of one context alone, where the tool was asked for them. */
  readonly contexts: Readonly<Record<string, Printed>>;
}

/** `says`: the very text in which the tool tells the numbers; each stands in one of the printed files. */
interface Printed extends Count {
  readonly says: readonly string[];
}

interface Difference {
  readonly report: string;
  readonly metric: CoverageMetric;
  readonly ours: Count | null;
  readonly theirs: Count | null;
  /** Heading in docs/coverage-semantics.md that explains it. */
  readonly why: string;
}

interface Refused {
  readonly report: string;
  readonly code: string;
  readonly line: number;
  readonly column: number;
  readonly why: string;
}

const NO_STATEMENTS = "lcov-and-cobertura-hold-no-statements";
const NO_REGIONS = "only-llvm-covs-json-and-jacoco-hold-regions";

/** What a tool prints and a format has no room for; null is then the right answer. */
const NO_ROOM: Readonly<Partial<Record<CoverageFormat, Readonly<Partial<Record<CoverageMetric, string>>>>>> = {
  lcov: { statements: NO_STATEMENTS, regions: NO_REGIONS },
  cobertura: { statements: NO_STATEMENTS },
  clover: { statements: NO_STATEMENTS },
};

const PROGRAMS: readonly (readonly [string, Totals])[] = readdirSync(FOLDER)
  .filter((name) => name !== "HOW.md")
  .map((name) => [name, JSON.parse(text(name, "totals.json")) as Totals]);

function text(folder: string, file: string): string {
  return readFileSync(new URL(`${folder}/${file}`, FOLDER), "utf8");
}

function read(folder: string, file: string, format: CoverageFormat): ReadCoverage {
  const bytes = readFileSync(new URL(`${folder}/${file}`, FOLDER));
  assert.equal(formatOf(bytes, file).format, format, `${folder}/${file}`);
  return readWhole(COVERAGE_READERS[format], bytes, { file, interner: new Interner() });
}

function sums({ files }: ReadCoverage): Readonly<Record<CoverageMetric, Count | null>> {
  const measured = measuredMetrics([...files.values()]);
  const counted = [...files].map(([path, counts]) => coverageFile(path, true, counts, measured));
  const sum = (metric: CoverageMetric): Count | null =>
    counted.reduce<Count | null>((total, file) => {
      const one = file[metric];
      if (one === null) return total;
      return { covered: (total?.covered ?? 0) + one.covered, total: (total?.total ?? 0) + one.total };
    }, null);
  return Object.fromEntries(COVERAGE_METRICS.map((metric) => [metric, sum(metric)])) as ReturnType<typeof sums>;
}

function counts(printed: Count | null): Count | null {
  return printed === null ? null : { covered: printed.covered, total: printed.total };
}

/** What the text says holds the total, and the covered or the missed, or their percentage as it was printed. */
function isSaid({ covered, total, says }: Printed): boolean {
  const numbers = new Set(
    (says.join(" ").match(/[0-9][0-9,]*(?:\.[0-9]+)?/g) ?? []).map((one) => one.replaceAll(",", "")),
  );
  const isCounted = numbers.has(`${covered}`) || numbers.has(`${total - covered}`);
  return (numbers.has(`${total}`) && isCounted) || numbers.has(((covered / total) * 100).toFixed(1));
}

test("there are enough programs, languages and tools to mean something", () => {
  const of = (pick: (totals: Totals) => string): number => new Set(PROGRAMS.map(([, totals]) => pick(totals))).size;
  assert.ok(of(({ program }) => program) >= 8);
  assert.ok(of(({ language }) => language) >= 6);
  const tools = PROGRAMS.flatMap(([, totals]) => totals.tools);
  assert.ok(new Set(tools.map(({ tool }) => tool)).size >= 10);
  const formats = new Set(tools.flatMap(({ reports }) => Object.values(reports)));
  assert.deepEqual(
    [...formats].sort(),
    Object.keys(COVERAGE_READERS)
      .filter((format) => format !== "opencover")
      .sort(),
  );
});

test("every total is one that the tool printed, and every report that is kept is compared", () => {
  for (const [folder, { tools }] of PROGRAMS) {
    for (const { tool, printed, metrics, contexts } of tools) {
      const shown = printed.map((file) => text(folder, file));
      const told = COVERAGE_METRICS.flatMap((metric) => metrics[metric] ?? []);
      assert.ok(told.length > 0 && Object.keys(metrics).length === COVERAGE_METRICS.length, `${folder} ${tool}`);
      for (const one of [...told, ...Object.values(contexts)]) {
        assert.ok(isSaid(one), `${folder} ${tool}: ${one.says.join(" ")}`);
        assert.ok(
          one.says.every((said) => shown.some((file) => file.includes(said))),
          `${folder}: ${one.says.join(" ")}`,
        );
      }
    }
    const compared = tools.flatMap(({ reports, printed }) => [...Object.keys(reports), ...printed]);
    const kept = readdirSync(new URL(`${folder}/`, FOLDER)).filter(
      (name) => !/^totals\.json$|printed|summary\.json$|^\.last_run|\.csv$/.test(name),
    );
    assert.deepEqual(
      kept.filter((name) => !compared.includes(name)),
      [],
      folder,
    );
  }
});

for (const [folder, totals] of PROGRAMS) {
  for (const { tool, version, metrics, reports } of totals.tools) {
    for (const [report, format] of Object.entries(reports)) {
      test(`${totals.program} (${totals.language}): ${format} of ${tool} ${version} in ${folder} adds up`, () => {
        const refused = totals.refused.find((one) => one.report === report);
        if (refused !== undefined) {
          const { code, line, column } = refused;
          assert.throws(() => read(folder, report, format), { code, place: { file: report, line, column } });
          return;
        }
        const ours = sums(read(folder, report, format));
        for (const metric of COVERAGE_METRICS) {
          const known = totals.differences.find((one) => one.report === report && one.metric === metric);
          const theirs = counts(metrics[metric]);
          if (known !== undefined) assert.deepEqual([ours[metric], theirs], [known.ours, known.theirs], metric);
          else if (NO_ROOM[format]?.[metric] !== undefined) assert.equal(ours[metric], null, metric);
          else assert.deepEqual(ours[metric], theirs, metric);
        }
      });
    }
  }
}

/** Reports that contradict themselves, as their tools wrote them, and the metric. */
const CONTRADICTING: Readonly<Record<string, CoverageMetric>> = {
  "doctrine-lexer-xdebug/clover.xml": "branches",
  "doctrine-lexer-xdebug/cobertura.xml": "branches",
  "libcsv-clang/lcov.info": "lines",
  "object-path/clover.xml": "branches",
  "object-path/cobertura-coverage.xml": "branches",
  "zod-v8/clover.xml": "branches",
};

test("declared totals that the records do not make are told of these reports, and of no other", () => {
  const told: Record<string, string> = {};
  for (const [folder, { tools, refused }] of PROGRAMS) {
    for (const [report, format] of tools.flatMap(({ reports }) => Object.entries(reports))) {
      if (refused.some((one) => one.report === report)) continue;
      const metrics = new Set(read(folder, report, format).mismatches.map(({ metric }) => metric));
      if (metrics.size > 0) told[`${folder}/${report}`] = [...metrics].join(" ");
    }
  }
  assert.deepEqual(told, CONTRADICTING);
});

test("a file without anything to cover is remarked, and no report of a program is remarked for more", () => {
  const codes = new Map<string, number>();
  for (const [folder, { tools, refused }] of PROGRAMS) {
    for (const [report, format] of tools.flatMap(({ reports }) => Object.entries(reports))) {
      if (refused.some((one) => one.report === report)) continue;
      for (const { code } of read(folder, report, format).remarks) {
        const key = `${folder}/${report} ${code}`;
        codes.set(key, (codes.get(key) ?? 0) + 1);
      }
    }
  }
  assert.deepEqual(Object.fromEntries(codes), {
    "json-simple/jacoco.xml nothing-measured": 6,
    "object-path/cobertura-coverage.xml rate-differs": 2,
    "zod-v8/clover.xml nothing-measured": 4,
    "zod-v8/coverage-final.json nothing-measured": 4,
    "zod-v8/coverage-summary.json nothing-measured": 4,
    "zod-v8/lcov.info nothing-measured": 4,
  });
});

test("what a context covers is what the tool says of it alone", () => {
  let compared = 0;
  for (const [folder, { tools }] of PROGRAMS) {
    for (const { contexts, reports } of tools) {
      for (const [context, { covered }] of Object.entries(contexts)) {
        const report = Object.keys(reports).find((name) => reports[name] === "coverage-py");
        const files = [
          ...(read(folder, report ?? "", "coverage-py")
            .contexts.get(context)
            ?.values() ?? []),
        ];
        assert.equal(
          files.reduce((sum, lines) => sum + countLineHits(lines).covered, 0),
          covered,
          `${folder} ${context}`,
        );
        compared += 1;
      }
    }
  }
  assert.ok(compared >= 4);
});

test("every difference is one, is of a report that is there, and is explained under a heading", () => {
  const headings = readFileSync(SEMANTICS, "utf8").match(/^#+ .*$/gm) ?? [];
  const anchors = new Set(headings.map((heading) => anchor(heading)));
  for (const why of Object.values(NO_ROOM).flatMap((metrics) => Object.values(metrics)))
    assert.ok(anchors.has(why), why);
  for (const [folder, { tools, differences, refused }] of PROGRAMS) {
    for (const { report, metric, ours, theirs } of differences) {
      assert.notDeepEqual(ours, theirs, `${folder}/${report} ${metric}`);
    }
    for (const { report, why } of [...differences, ...refused]) {
      assert.ok(
        tools.some(({ reports }) => report in reports),
        `${folder}/${report}`,
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

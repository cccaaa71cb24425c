import type { TestCase, TestContradiction, TestFormat, ToldVerdict } from "@holdpoint/core";
import { TEST_FORMATS } from "@holdpoint/core";
import type { ReadTests } from "../read-report.ts";
import { pairsOf, verdictOf } from "./pairs.ts";

export interface JoinedTests {
  readonly cases: readonly TestCase[];
  readonly contradictions: readonly TestContradiction[];
}

/** So many contradictions are kept; one is as bad as a thousand. */
export const CONTRADICTIONS_MAX = 1_000;

/**
 * The tests of several reports, each once. Reports of one format are parts of a whole and are put together. Reports of
 * different formats that list mostly the same tests tell the same run: what they agree on counts once; where they do
 * not, the worse verdict stands and the contradiction is told. A skipped test that only one of them lists is none,
 * because many reporters leave those out. Reports about other tests are put together as well.
 */
export function joinReports(reads: readonly ReadTests[]): JoinedTests {
  const formats = TEST_FORMATS.filter((format) => reads.some(({ report }) => report.format === format));
  const contradictions: TestContradiction[] = [];
  let joined: readonly TestCase[] = [];
  const files: string[] = [];
  for (const format of formats) {
    const next = casesOf(reads, format);
    const nextFiles = reads.filter(({ report }) => report.format === format).map(({ report }) => report.file);
    joined =
      files.length === 0 ? next : joinTwo({ cases: joined, files }, { cases: next, files: nextFiles }, contradictions);
    files.push(...nextFiles);
  }
  return { cases: joined, contradictions };
}

function casesOf(reads: readonly ReadTests[], format: TestFormat): readonly TestCase[] {
  return reads.filter(({ report }) => report.format === format).flatMap(({ cases }) => [...cases]);
}

interface Side {
  readonly cases: readonly TestCase[];
  readonly files: readonly string[];
}

function joinTwo(first: Side, second: Side, contradictions: TestContradiction[]): readonly TestCase[] {
  const pairs = pairsOf(first.cases, second.cases);
  if (pairs === null) return [...first.cases, ...second.cases];
  const tell = (test: TestCase, told: readonly [ToldVerdict, ToldVerdict]): void => {
    if (contradictions.length < CONTRADICTIONS_MAX) {
      contradictions.push({ test: test.id, first: told[0], second: told[1] });
    }
  };
  return pairs.map(([one, other]) => {
    if (one !== null && other !== null) {
      if (verdictOf(one) !== verdictOf(other)) tell(one, [told(one), told(other)]);
      return merged(one, other);
    }
    const only = one ?? other;
    if (only.status !== "skipped") {
      const absent = { report: (one === null ? first : second).files[0] ?? "", line: null, status: null };
      tell(only, one === null ? [absent, told(only)] : [told(only), absent]);
    }
    return only;
  });
}

function told({ report, line, status }: TestCase): ToldVerdict {
  return { report, line, status };
}

const WORST_FIRST: readonly TestCase["status"][] = ["errored", "failed", "skipped", "passed"];

/** The worse of the two, with what only the other one knows. */
function merged(one: TestCase, other: TestCase): TestCase {
  const isWorse =
    WORST_FIRST.indexOf(other.status) < WORST_FIRST.indexOf(one.status) && verdictOf(one) !== verdictOf(other);
  const [kept, lost] = isWorse ? [other, one] : [one, other];
  return {
    ...kept,
    id: one.id,
    file: kept.file ?? lost.file,
    durationMs: kept.durationMs ?? lost.durationMs,
    flaky: kept.status === "passed" && (one.flaky || other.flaky),
    message: kept.message ?? lost.message,
  };
}

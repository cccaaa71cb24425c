import type { JsonObject } from "@holdpoint/core";
import { HoldpointError, readJson } from "@holdpoint/core";
import { REPORT_DEPTH_MAX, REPORT_SIZE_BYTES_MAX } from "../../reading/limits.ts";
import { CaseList } from "../case-list.ts";
import { NO_TOTALS, totalsDifferences } from "../differences.ts";
import type { ReadTests, TestReadOptions } from "../read-report.ts";
import { TEST_HEAD_SIZE_BYTES } from "../read-report.ts";
import { elementLines } from "./element-lines.ts";
import { looksLikeCtrf } from "./looks-like.ts";
import type { CtrfPlace } from "./members.ts";
import { arrayAt, countAt, failAt, inside, objectAt, textAt } from "./members.ts";
import type { CtrfStatus } from "./read-test.ts";
import { readTest } from "./read-test.ts";

/**
 * Reads the Common Test Report Format (ctrf.io, schema 0.0 and 1.x). Its status `other` is no verdict and counts as
 * errored; `pending` is skipped. The summary is compared with what is listed.
 *
 * @throws HoldpointError what the JSON reader throws, with line and column; `HP-READ-NOT-THE-FORMAT` for other JSON;
 * `HP-READ-SYNTAX` with a JSON pointer for a value of the wrong form
 * @example
 * const tests = [{ name: "works", status: "passed", duration: 1 }];
 * const summary = { tests: 1, passed: 1, failed: 0, skipped: 0, pending: 0, other: 0, start: 0, stop: 1 };
 * const bytes = Buffer.from(JSON.stringify({ results: { tool: { name: "jest" }, summary, tests } }));
 * readCtrf(bytes, { file: "ctrf.json", root: "/w" }).cases[0]?.id; // "works"
 */
export function readCtrf(bytes: Uint8Array, options: TestReadOptions): ReadTests {
  const { file } = options;
  const root: CtrfPlace = { file, pointer: "", line: null };
  const document = documentOf(bytes, file);
  const results = objectAt(document["results"], inside(root, "results"));
  const tool = objectAt(results["tool"], { ...root, pointer: "/results/tool" });
  const dialect = textAt(tool["name"], { ...root, pointer: "/results/tool/name" })?.trim();
  if (!dialect) failAt({ ...root, pointer: "/results/tool" }, "a tool without a name");
  const place: CtrfPlace = { ...root, pointer: "/results/tests" };
  const tests = arrayAt(results["tests"], place);
  const lines = elementLines(new TextDecoder().decode(bytes), ["results", "tests"]);
  const list = new CaseList(options);
  const counts: Record<CtrfStatus, number> = { passed: 0, failed: 0, skipped: 0, pending: 0, other: 0 };
  const suites = new Set<string>();
  for (const [index, value] of tests.entries()) {
    const test = readTest(value, { ...inside(place, String(index)), line: lines[index] ?? null });
    counts[test.status] += 1;
    suites.add(JSON.stringify([test.found.file, test.found.suites]));
    list.add(test.found);
  }
  return {
    report: { file, format: "ctrf", dialect, suites: suites.size, cases: list.cases.length },
    cases: list.cases,
    mismatches: summaryDifferences(results, root, counts).map((one) => ({ report: file, ...one })),
  };
}

function documentOf(bytes: Uint8Array, file: string): JsonObject {
  const other = (cause?: unknown): HoldpointError => {
    const place = { file, line: 1, column: 1 };
    return new HoldpointError("HP-READ-NOT-THE-FORMAT", "the document is no CTRF report", place, cause);
  };
  try {
    const document = readJson(bytes, { file, sizeBytesMax: REPORT_SIZE_BYTES_MAX, depthMax: REPORT_DEPTH_MAX });
    if (isCtrf(document)) return document;
  } catch (thrown) {
    // What is no JSON at all, or several documents, is another format rather than a broken report.
    const isOther = !looksLikeCtrf(bytes.subarray(0, TEST_HEAD_SIZE_BYTES));
    throw isOther && thrown instanceof HoldpointError && thrown.code === "HP-READ-SYNTAX" ? other(thrown) : thrown;
  }
  throw other();
}

function isCtrf(document: unknown): document is JsonObject {
  if (typeof document !== "object" || document === null || Array.isArray(document)) return false;
  const { reportFormat, results } = document as JsonObject;
  if (reportFormat !== undefined) return reportFormat === "CTRF";
  if (typeof results !== "object" || results === null) return false;
  return Object.hasOwn(results, "tool") && Object.hasOwn(results, "summary") && Object.hasOwn(results, "tests");
}

function summaryDifferences(
  results: JsonObject,
  root: CtrfPlace,
  counts: Readonly<Record<CtrfStatus, number>>,
): ReturnType<typeof totalsDifferences> {
  const place: CtrfPlace = { ...root, pointer: "/results/summary" };
  const summary = objectAt(results["summary"], place);
  const said = (key: string): number | null => countAt(summary[key], inside(place, key));
  const [skipped, pending] = [said("skipped"), said("pending")];
  const declared = {
    ...NO_TOTALS,
    tests: said("tests"),
    passed: said("passed"),
    failures: said("failed"),
    errors: said("other"),
    skipped: skipped === null && pending === null ? null : (skipped ?? 0) + (pending ?? 0),
  };
  const { passed, failed, other } = counts;
  const out = counts.skipped + counts.pending;
  const tests = passed + failed + other + out;
  const counted = { tests, passed, failures: failed, errors: other, skipped: out };
  return totalsDifferences({ suite: "", line: 1, declared }, [counted]);
}

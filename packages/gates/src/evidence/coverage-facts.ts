import type { CheckInput, Count, CoverageMetric, Json, JsonObject } from "@holdpoint/core";
import { COVERAGE_METRICS } from "@holdpoint/core";
import { coverageReports, measuredFiles, totalOf } from "./coverage-files.ts";

/** What the next release's coverage is compared with. */
export interface CoverageFacts {
  readonly reports: readonly ReportFacts[];
  /** Only the metrics that were measured. */
  readonly totals: Readonly<Partial<Record<CoverageMetric, Count>>>;
  /** Sorted paths of the measured files. */
  readonly files: readonly string[];
}

/** Figures of another report or instrumenter cannot be compared. */
export interface ReportFacts {
  readonly id: string;
  readonly format: string;
  readonly instrumenter: string;
}

export function coverageFacts(input: CheckInput): JsonObject {
  const facts: CoverageFacts = factsNow(input);
  return facts as unknown as JsonObject;
}

export function factsNow(input: CheckInput): CoverageFacts {
  const reports = coverageReports(input);
  const files = measuredFiles(reports);
  const totals: Partial<Record<CoverageMetric, Count>> = {};
  for (const metric of COVERAGE_METRICS) {
    const total = totalOf(files, metric);
    if (total !== null) totals[metric] = total;
  }
  return {
    reports: reports.map(({ report, format, instrumenter }) => ({ id: report, format, instrumenter })),
    totals,
    files: files.map((file) => file.path),
  };
}

/** The facts of the last promotion; null when it left none, or none of this form. */
export function readCoverageFacts(input: CheckInput): CoverageFacts | null {
  const facts = input.baseline?.facts["coverage"];
  if (!isObject(facts)) return null;
  const { reports, totals, files } = facts;
  if (!Array.isArray(reports) || reports.length === 0 || !reports.every(isReport)) return null;
  if (!Array.isArray(files) || !files.every((file) => typeof file === "string")) return null;
  if (!isObject(totals) || !Object.values(totals).every(isCount)) return null;
  return facts as unknown as CoverageFacts;
}

function isReport(value: Json): boolean {
  return isObject(value) && ["id", "format", "instrumenter"].every((key) => typeof value[key] === "string");
}

function isCount(value: Json): boolean {
  return isObject(value) && Number.isSafeInteger(value["covered"]) && Number.isSafeInteger(value["total"]);
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

import type { CheckInput, Json, JsonObject } from "@holdpoint/core";
import { COVERAGE_METRICS } from "@holdpoint/core";
import type { CoverageFacts, FileFacts, ReportFacts } from "./coverage-facts.ts";
import { isObject, isPathList, readFileFacts } from "./coverage-file-facts.ts";

const known = new WeakMap<JsonObject, CoverageFacts>();

/**
 * The facts of the last promotion; null when it left none, or none of a known form. Promotions from before this gate
 * left theirs with the gate `coverage`, without counts and lines of files.
 */
export function readCoverageFacts(input: Pick<CheckInput, "baseline">): CoverageFacts | null {
  const facts = input.baseline?.facts["coverage-regression"] ?? input.baseline?.facts["coverage"];
  if (!isObject(facts)) return null;
  // Ten checks ask for the same facts of the same promotion.
  const before = known.get(facts);
  if (before !== undefined) return before;
  const read = readFacts(facts);
  if (read !== null) known.set(facts, read);
  return read;
}

function readFacts({ reports, totals, files }: JsonObject): CoverageFacts | null {
  const read = Array.isArray(reports) ? reports.map(readReport) : [];
  if (read.length === 0 || read.some((report) => report === null)) return null;
  if (!isObject(totals) || !Object.entries(totals).every(isTotal)) return null;
  const said = { reports: read as ReportFacts[], totals: totals as CoverageFacts["totals"] };
  if (isPathList(files) && files.length > 0) return { ...said, paths: files, files: null };
  if (!Array.isArray(files)) return null;
  const all = files.map(readFileFacts);
  if (all.some((file) => file === null)) return null;
  const whole = all as FileFacts[];
  return { ...said, paths: whole.map(({ path }) => path), files: whole };
}

function readReport(value: Json): ReportFacts | null {
  if (!isObject(value)) return null;
  const { id, format, instrumenter, shard = null } = value;
  if (typeof id !== "string" || typeof format !== "string" || typeof instrumenter !== "string") return null;
  return shard === null || typeof shard === "string" ? { id, format, instrumenter, shard } : null;
}

function isTotal([metric, value]: readonly [string, Json]): boolean {
  const metrics: readonly string[] = COVERAGE_METRICS;
  if (!metrics.includes(metric) || !isObject(value)) return false;
  return Number.isSafeInteger(value["covered"]) && Number.isSafeInteger(value["total"]);
}

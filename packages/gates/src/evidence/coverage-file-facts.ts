import type { Count, Json, JsonObject } from "@holdpoint/core";
import { COVERAGE_METRICS } from "@holdpoint/core";
import type { FileFacts } from "./coverage-facts.ts";

const COUNT = /^(0|[1-9][0-9]{0,14})\/(0|[1-9][0-9]{0,14})$/;
const RANGES = /^([1-9][0-9]*(-[1-9][0-9]*)?(,[1-9][0-9]*(-[1-9][0-9]*)?)*)?$/;

/**
 * One file, short: counts in the order of `COVERAGE_METRICS`, `-` for a metric that is not measured, then ranges.
 *
 * @example
 * writeFileFacts(file); // ["src/a.ts", "9/10 8/10 9/10 - -", "1-6,8-10", "7"]
 */
export function writeFileFacts(file: FileFacts): Json {
  const counts = COVERAGE_METRICS.map((metric) => {
    const count = file[metric];
    return count === null ? "-" : `${count.covered}/${count.total}`;
  }).join(" ");
  return file.ranges === null ? [file.path, counts] : [file.path, counts, file.ranges.covered, file.ranges.uncovered];
}

/** The same read back; null for anything else. */
export function readFileFacts(value: Json): FileFacts | null {
  if (!Array.isArray(value) || !value.every((one) => typeof one === "string")) return null;
  const [path, counts, covered, uncovered] = value as readonly string[];
  if (path === undefined || counts === undefined || (value.length !== 2 && value.length !== 4)) return null;
  const parts = counts.split(" ");
  if (parts.length !== COVERAGE_METRICS.length) return null;
  const read = parts.map(readCount);
  if (read.some((count) => count === undefined)) return null;
  const [lines, branches, functions, statements, regions] = read as (Count | null)[];
  const said = covered !== undefined && uncovered !== undefined;
  if (said && !(RANGES.test(covered) && RANGES.test(uncovered))) return null;
  return {
    path,
    lines: lines ?? null,
    branches: branches ?? null,
    functions: functions ?? null,
    statements: statements ?? null,
    regions: regions ?? null,
    ranges: said ? { covered, uncovered } : null,
  };
}

function readCount(text: string): Count | null | undefined {
  if (text === "-") return null;
  const match = COUNT.exec(text);
  const [covered, total] = [Number(match?.[1]), Number(match?.[2])];
  return match === null || covered > total ? undefined : { covered, total };
}

/** Facts of a promotion from before files had counts: only their paths. */
export function isPathList(files: Json | undefined): files is readonly string[] {
  return Array.isArray(files) && files.every((file) => typeof file === "string");
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

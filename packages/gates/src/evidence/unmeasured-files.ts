import type { CoverageBody } from "@holdpoint/core";
import { byText } from "../text.ts";
import { measuredFiles } from "./coverage-files.ts";

/** Source files that no report at all measures, sorted. */
export function unmeasuredFiles(reports: readonly CoverageBody[]): readonly string[] {
  const measured = new Set(measuredFiles(reports).map((file) => file.path));
  const named = new Set(reports.flatMap((report) => report.unmeasured));
  return [...named].filter((path) => !measured.has(path)).sort(byText);
}

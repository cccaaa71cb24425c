import type { CheckInput, ComponentConfig, CoverageFigures, JsonObject } from "@holdpoint/core";
import { filesFitting, measuredFiles, totalsOf } from "@holdpoint/core";
import { coverageReports } from "./coverage-files.ts";

/** What the coverage of a run looked like: the whole, and each component of the configuration. */
export function coverageFigures(input: CheckInput, params: Readonly<Record<string, JsonObject>>): JsonObject {
  const files = measuredFiles(coverageReports(input));
  const figures: CoverageFigures = {
    totals: totalsOf(files),
    files: files.length,
    components: componentsIn(params).map(({ id, tags, critical, paths }) => ({
      id,
      tags,
      critical,
      totals: totalsOf(filesFitting(paths, files)),
    })),
  };
  return figures as unknown as JsonObject;
}

/** Every check that looks at components is given the same ones. */
function componentsIn(params: Readonly<Record<string, JsonObject>>): readonly ComponentConfig[] {
  const given = Object.values(params).find((one) => Array.isArray(one["components"]));
  return (given?.["components"] ?? []) as unknown as readonly ComponentConfig[];
}

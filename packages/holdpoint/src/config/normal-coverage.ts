import type { ComponentConfig, CoverageConfig, CoverageFloors } from "@holdpoint/core";
import { COVERAGE_METRICS } from "@holdpoint/core";
import type { RawComponent, RawCoverage } from "./raw-config.ts";

/** The part about coverage with every default filled in. */
export function normalCoverage(raw: RawCoverage): CoverageConfig {
  return {
    reports: raw.reports.map(({ id, format, files, shard, context }) => ({
      id,
      format: format ?? "auto",
      files,
      shard: shard ?? null,
      context: context ?? null,
    })),
    source: raw.source,
    exclude: raw.exclude ?? [],
    components: (raw.components ?? []).map(component),
    contexts: (raw.contexts ?? []).map(({ id, match, paths, lines, advisoryUntil }) => ({
      id,
      match: match ?? [],
      paths,
      lines,
      advisoryUntil: advisoryUntil ?? null,
    })),
    tests: raw.tests ?? [],
    register: raw.register ?? null,
  };
}

function component(raw: RawComponent): ComponentConfig {
  return {
    id: raw.id,
    paths: raw.paths,
    floors: floors(raw),
    maxUncovered: raw.maxUncovered ?? {},
    shards: raw.shards ?? [],
    tags: raw.tags ?? [],
    critical: raw.critical ?? false,
    advisoryUntil: raw.advisoryUntil ?? null,
  };
}

function floors(raw: RawComponent): CoverageFloors {
  return Object.fromEntries(
    COVERAGE_METRICS.flatMap((metric) => {
      const floor = raw[metric];
      return floor === undefined ? [] : [[metric, floor] as const];
    }),
  );
}

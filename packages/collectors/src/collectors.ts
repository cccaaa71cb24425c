import type { Collector } from "@holdpoint/core";
import { dependenciesCollector } from "./io/dependencies/collector.ts";
import { coverageCollector } from "./coverage/collector.ts";
import { changesCollector } from "./io/repository/changes.ts";
import { loadCollector } from "./load/collector.ts";
import { testMappingCollector } from "./io/mapping/collector.ts";
import { metricsCollector } from "./metrics/collector.ts";
import { repositoryCollector } from "./io/repository/collector.ts";
import { soakCollector } from "./soak/collector.ts";
import { testResultsCollector } from "./tests/collector.ts";

/** Every collector that ships. */
export const COLLECTORS: readonly Collector[] = [
  repositoryCollector,
  testResultsCollector,
  coverageCollector,
  testMappingCollector,
  changesCollector,
  dependenciesCollector,
  metricsCollector,
  loadCollector,
  soakCollector,
];

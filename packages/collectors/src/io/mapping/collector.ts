import type { Collected, CollectContext, Collector, CoverageConfig, TestMappingBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { contextRuns } from "../../mapping/contexts.ts";
import { importEdges } from "../../mapping/edges.ts";
import { mapModules, modulesAndTests } from "../../mapping/map-modules.ts";
import { readTrackedFiles } from "../repository/tracked-files.ts";
import { readContexts } from "./read-contexts.ts";
import { readSources } from "./read-sources.ts";

/**
 * Which tracked source module has which tests: by the contexts of coverage reports where there are any, else by what
 * the files of the work tree import, else by their names. Samples are the modules.
 */
export const testMappingCollector: Collector = {
  kind: KIND.testMapping,
  part: "coverage",
  version: "1",
  async collect({ root, config, nowMs, signal }: CollectContext): Promise<readonly Collected<TestMappingBody>[]> {
    const startedAtMs = nowMs();
    const coverage = config as CoverageConfig;
    const tracked = (await readTrackedFiles(root, { signal })).map(({ path }) => path);
    const { tests } = modulesAndTests(tracked, coverage);
    const sources = await readSources(root, tracked, signal);
    const reports = await readContexts(root, coverage.reports, signal);
    const body = mapModules({
      tracked,
      globs: coverage,
      scanned: sources.scanned,
      unreadable: sources.unreadable,
      runs: contextRuns(reports, tracked, tests, root),
      ...importEdges(sources.scanned, new Set(tracked), tests, sources),
    });
    return [
      {
        kind: KIND.testMapping,
        provenance: "measured",
        producer: { name: "holdpoint", version: "1" },
        startedAtMs,
        finishedAtMs: nowMs(),
        samples: body.modules.length,
        inputs: [{ name: "tracked files", sha256: sources.sha256 }],
        body,
      },
    ];
  },
};

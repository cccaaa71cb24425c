import type {
  Collected,
  CollectContext,
  Collector,
  CoverageBody,
  CoverageConfig,
  CoverageReportConfig,
} from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { readCoverageReport } from "../io/coverage/read-coverage-report.ts";
import { readTrackedFiles } from "../io/repository/tracked-files.ts";
import { assembleReport } from "./assemble.ts";
import { carriedOf } from "./carried.ts";

/**
 * What each configured coverage report says, a piece of evidence a report, its files merged: covered is what any of
 * them covered. Samples are the files counted; a report of none is never a pass.
 */
export const coverageCollector: Collector = {
  kind: KIND.coverage,
  part: "coverage",
  version: "1",
  async collect(context: CollectContext): Promise<readonly Collected<CoverageBody>[]> {
    const config = context.config as CoverageConfig;
    const tracked = (await readTrackedFiles(context.root, { signal: context.signal })).map(({ path }) => path);
    const collected: Collected<CoverageBody>[] = [];
    for (const report of config.reports) collected.push(await collectReport(report, config, tracked, context));
    return collected;
  },
};

async function collectReport(
  report: CoverageReportConfig,
  config: CoverageConfig,
  tracked: readonly string[],
  context: CollectContext,
): Promise<Collected<CoverageBody>> {
  const { source, exclude, contexts } = config;
  const { reads, format, seen } = await readCoverageReport(context.root, report, { signal: context.signal });
  const { root } = context;
  const assembled = assembleReport(reads, { report, format, source, exclude, contexts, root, tracked });
  const files = seen.finish();
  const body = { ...assembled, carried: carriedOf(files.inputs, context.carried) };
  return {
    kind: KIND.coverage,
    provenance: "imported",
    producer: { name: body.instrumenter, version: "unknown" },
    ...files,
    samples: body.files.length,
    body,
  };
}

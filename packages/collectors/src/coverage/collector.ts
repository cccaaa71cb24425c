import type { Collected, CollectContext, Collector, CoverageBody, CoverageConfig } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { readGlobs } from "../io/read-globs.ts";
import { readTrackedFiles } from "../io/repository/tracked-files.ts";
import { SeenInputs } from "../reading/seen-inputs.ts";
import { assembleReport } from "./assemble.ts";
import { Interner } from "./counts/interner.ts";
import { readIstanbul } from "./istanbul/read.ts";
import { readLcov } from "./lcov/read.ts";
import type { CoverageReadOptions, ReadCoverage } from "./read-report.ts";

type Reader = (bytes: Uint8Array, options: CoverageReadOptions) => ReadCoverage;

const READERS: Readonly<Record<CoverageConfig["reports"][number]["format"], Reader>> = {
  lcov: readLcov,
  istanbul: readIstanbul,
};

/**
 * What each configured coverage report says, a piece of evidence a report, its files merged: covered is what any of
 * them covered. Samples are the files counted; a report of none is never a pass.
 */
export const coverageCollector: Collector = {
  kind: KIND.coverage,
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
  report: CoverageConfig["reports"][number],
  config: CoverageConfig,
  tracked: readonly string[],
  context: CollectContext,
): Promise<Collected<CoverageBody>> {
  const interner = new Interner();
  const seen = new SeenInputs();
  const files: ReadCoverage[] = [];
  for await (const file of readGlobs(context.root, report.files, context.signal)) {
    files.push(READERS[report.format](file.bytes, { file: file.path, interner }));
    seen.add(file);
  }
  const { source, exclude } = config;
  const body = assembleReport(files, { report, source, exclude, root: context.root, tracked });
  return {
    kind: KIND.coverage,
    provenance: "imported",
    producer: { name: body.instrumenter, version: "unknown" },
    ...seen.finish(),
    samples: body.files.length,
    body,
  };
}

import type { CoverageBody, CoverageConfig, CoverageFile } from "@holdpoint/core";
import { measuredFiles } from "@holdpoint/core";
import { coverageCollector, readCandidateFacts } from "@holdpoint/collectors";
import type { Host } from "../host.ts";
import type { LoadedConfig } from "./config-file.ts";

/** What the coverage reports in the work tree say, however old they are. */
export interface CoverageNow {
  readonly files: readonly CoverageFile[];
  readonly reports: readonly CoverageBody[];
  /** Of the candidate. */
  readonly commit: string;
  /** RFC 3339, UTC: when the oldest report was written. */
  readonly measuredAt: string;
}

/**
 * Reads the configured coverage reports as they lie there.
 *
 * @throws HoldpointError `HP-READ-*` when one is absent or cannot be read
 */
export async function coverageNow(host: Host, loaded: LoadedConfig, coverage: CoverageConfig): Promise<CoverageNow> {
  const { root, config } = loaded;
  const { nowMs, signal } = host;
  const { service, environment } = config;
  const facts = await readCandidateFacts(root);
  const candidate = { service, ...facts, artifacts: [], configDigest: "", environment };
  const context = { root, candidate, config: coverage, base: null, carried: {}, nowMs, signal };
  const collected = await coverageCollector.collect(context);
  const oldestMs = Math.min(...collected.map(({ startedAtMs }) => startedAtMs));
  const reports = collected.map(({ body }) => body as CoverageBody);
  return {
    files: measuredFiles(reports),
    reports,
    commit: facts.commit,
    measuredAt: new Date(Math.floor(oldestMs)).toISOString(),
  };
}

import {
  assembleReport,
  PathResolver,
  readCandidateFacts,
  readCoverageReport,
  readTrackedFiles,
} from "@holdpoint/collectors";
import type { Candidate, CoverageBody, CoverageConfig } from "@holdpoint/core";
import { measuredFiles, unmeasuredFiles } from "@holdpoint/core";
import type { ReportDetails } from "../coverage/artifacts/details.ts";
import { artifactFiles, reportDetails } from "../coverage/artifacts/details.ts";
import type { ArtifactFile, ArtifactSubject } from "../coverage/artifacts/part.ts";
import type { Host } from "../host.ts";
import type { LoadedConfig } from "./config-file.ts";

/** Everything that coverage artifacts are made of, besides the sources. */
export interface ArtifactInput {
  readonly candidate: Candidate;
  readonly subject: ArtifactSubject;
  readonly reports: readonly CoverageBody[];
  readonly files: readonly ArtifactFile[];
  readonly unmeasured: readonly string[];
  /** Milliseconds since the epoch: when the oldest report was written. */
  readonly measuredAtMs: number;
}

/**
 * Reads the configured reports as they lie there, with the hits of every line.
 *
 * @throws HoldpointError `HP-READ-*` when one is absent or cannot be read
 */
export async function readArtifactInput(
  host: Host,
  { root, config }: LoadedConfig,
  coverage: CoverageConfig,
): Promise<ArtifactInput> {
  const { signal, nowMs } = host;
  const { service, environment } = config;
  const { source, exclude, contexts } = coverage;
  const facts = await readCandidateFacts(root);
  const tracked = (await readTrackedFiles(root, { signal })).map(({ path }) => path);
  const resolver = new PathResolver(tracked, root);
  const reports: CoverageBody[] = [];
  const details: ReportDetails[] = [];
  let measuredAtMs = Number.POSITIVE_INFINITY;
  for (const report of coverage.reports) {
    const { reads, format, seen } = await readCoverageReport(root, report, { signal, keepHits: true });
    const body = assembleReport(reads, { report, format, source, exclude, contexts, root, tracked });
    reports.push(body);
    details.push(reportDetails(reads, resolver, new Set(body.files.map(({ path }) => path))));
    measuredAtMs = Math.min(measuredAtMs, Math.floor(seen.finish().startedAtMs));
  }
  const { commit, tree, dirty } = facts;
  return {
    candidate: { service, ...facts, artifacts: [], configDigest: "", environment },
    subject: {
      candidate: { service, commit, tree, dirty, environment },
      measuredAt: new Date(measuredAtMs).toISOString(),
      createdAt: new Date(nowMs()).toISOString(),
    },
    reports,
    files: artifactFiles(measuredFiles(reports), details),
    unmeasured: unmeasuredFiles(reports),
    measuredAtMs,
  };
}

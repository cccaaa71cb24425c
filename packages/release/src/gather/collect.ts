import type { Candidate, CarriedFrom, ChangesBase, Collector, Config, StoredEvidence } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import type { ProgressEvent } from "../result.ts";
import { envelope, failureEvidence } from "./envelope.ts";
import type { GatherJob } from "./jobs.ts";
import { gatherJobs } from "./jobs.ts";

export interface CollectTerms {
  readonly root: string;
  readonly run: string;
  readonly candidate: Candidate;
  readonly config: Config;
  readonly base: ChangesBase | null;
  readonly carried: Readonly<Record<string, CarriedFrom>>;
  readonly nowMs: () => number;
  readonly signal: AbortSignal;
  readonly onProgress: (event: ProgressEvent) => void;
  /** Called for each piece as soon as it is there, so that an interrupted run keeps what it had. */
  readonly keep: (evidence: StoredEvidence) => void;
}

/**
 * Gathers the given kinds side by side, and one after the other what wants the machine alone. Several collectors may
 * bring one kind. One that fails leaves evidence of its failure for each kind that it was to bring; the others go on.
 */
export async function collectAll(
  kinds: readonly string[],
  collectors: readonly Collector[],
  terms: CollectTerms,
): Promise<StoredEvidence[]> {
  const jobs = gatherJobs(kinds, collectors, terms.config);
  const gathered = new Map<GatherJob, StoredEvidence[]>();
  const run = async (job: GatherJob): Promise<unknown> => gathered.set(job, await collectOne(job, terms));
  await Promise.all(jobs.filter(({ alone }) => !alone).map(run));
  for (const job of jobs.filter(({ alone }) => alone)) await run(job);
  return jobs.flatMap((job) => gathered.get(job) ?? []);
}

async function collectOne(job: GatherJob, terms: CollectTerms): Promise<StoredEvidence[]> {
  const startedAtMs = terms.nowMs();
  terms.onProgress({ type: "started", kind: "collector", id: job.id });
  const gathered = await attempt(job, terms);
  for (const evidence of gathered) terms.keep(evidence);
  const failed = gathered.some((one) => !job.kinds.includes(one.evidence.kind));
  const ended = failed ? "failed" : gathered.length === 0 ? "nothing found" : "collected";
  terms.onProgress({ type: "ended", kind: "collector", id: job.id, durationMs: terms.nowMs() - startedAtMs, ended });
  return gathered;
}

async function attempt(job: GatherJob, terms: CollectTerms): Promise<StoredEvidence[]> {
  try {
    if (job.collector === null) throw new HoldpointError("HP-RUN-NO-COLLECTOR", job.missing);
    terms.signal.throwIfAborted();
    const collected = await job.collector.collect({
      root: terms.root,
      candidate: terms.candidate,
      config: job.config,
      base: terms.base,
      carried: terms.carried,
      nowMs: terms.nowMs,
      signal: terms.signal,
    });
    const told = [job.collector.kind, ...(job.collector.brings ?? [])];
    const other = collected.find((one) => !told.includes(one.kind));
    if (other !== undefined) throw new TypeError(`the collector of ${job.id} handed over ${other.kind} evidence`);
    return collected.filter((one) => job.kinds.includes(one.kind)).map((one) => envelope(one, terms));
  } catch (thrown) {
    const nowMs = terms.nowMs();
    return job.kinds.map((kind) => failureEvidence(kind, interrupted(thrown, terms.signal), nowMs, terms));
  }
}

function interrupted(thrown: unknown, signal: AbortSignal): unknown {
  return signal.aborted ? new HoldpointError("HP-RUN-INTERRUPTED", "gathering was interrupted") : thrown;
}

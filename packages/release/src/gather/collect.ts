import type { Candidate, CarriedFrom, ChangesBase, Collector, Config, StoredEvidence } from "@holdpoint/core";
import { HoldpointError, KIND } from "@holdpoint/core";
import type { ProgressEvent } from "../result.ts";
import { envelope, failureEvidence } from "./envelope.ts";

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

/** Gathers the given kinds side by side. A collector that fails leaves evidence of its failure; the others go on. */
export async function collectAll(
  kinds: readonly string[],
  collectors: readonly Collector[],
  terms: CollectTerms,
): Promise<StoredEvidence[]> {
  const gathered = await Promise.all(kinds.map((kind) => collectOne(kind, collectors, terms)));
  return gathered.flat();
}

async function collectOne(
  kind: string,
  collectors: readonly Collector[],
  terms: CollectTerms,
): Promise<StoredEvidence[]> {
  const startedAtMs = terms.nowMs();
  terms.onProgress({ type: "started", kind: "collector", id: kind });
  const gathered = await attempt(kind, collectors, terms);
  for (const evidence of gathered) terms.keep(evidence);
  const failed = gathered.some((one) => one.evidence.kind !== kind);
  const ended = failed ? "failed" : gathered.length === 0 ? "nothing found" : "collected";
  terms.onProgress({ type: "ended", kind: "collector", id: kind, durationMs: terms.nowMs() - startedAtMs, ended });
  return gathered;
}

async function attempt(kind: string, collectors: readonly Collector[], terms: CollectTerms): Promise<StoredEvidence[]> {
  try {
    const collector = collectors.find((one) => one.kind === kind);
    if (collector === undefined) {
      throw new HoldpointError("HP-RUN-NO-COLLECTOR", `no collector gathers "${kind}" evidence`);
    }
    terms.signal.throwIfAborted();
    const collected = await collector.collect({
      root: terms.root,
      candidate: terms.candidate,
      config: configFor(kind, terms.config),
      base: terms.base,
      carried: terms.carried,
      nowMs: terms.nowMs,
      signal: terms.signal,
    });
    const other = collected.find((one) => one.kind !== kind);
    if (other !== undefined) throw new TypeError(`the collector of ${kind} handed over ${other.kind} evidence`);
    return collected.map((one) => envelope(one, terms));
  } catch (thrown) {
    return [failureEvidence(kind, interrupted(thrown, terms.signal), terms.nowMs(), terms)];
  }
}

function interrupted(thrown: unknown, signal: AbortSignal): unknown {
  return signal.aborted ? new HoldpointError("HP-RUN-INTERRUPTED", "gathering was interrupted") : thrown;
}

/** Evidence of drills that start a gateway. */
const GATEWAY_KINDS: readonly string[] = [
  KIND.gatewayLive,
  KIND.breakers,
  KIND.deadLetters,
  KIND.errorTaxonomy,
  KIND.failClosed,
];

/** Part of the configuration, where it is not called as the kind is. */
const PART_OF: Readonly<Record<string, string>> = {
  [KIND.testMapping]: "coverage",
  [KIND.coverageExceptions]: "coverage",
};

/** The part of the configuration that a collector is given. */
function configFor(kind: string, config: Config): unknown {
  const parts: Readonly<Record<string, unknown>> = {
    "test-results": { suites: config.suites.filter((suite) => suite.judged) },
    repository: config.repository,
    coverage: config.coverage,
    [KIND.changes]: {},
    [KIND.testMapping]: config.coverage,
    [KIND.coverageExceptions]: config.coverage,
    dependencies: config.dependencies,
    ...Object.fromEntries(GATEWAY_KINDS.map((one) => [one, config.drills?.gateway])),
  };
  const part = parts[kind];
  if (part === null || part === undefined) {
    const name = GATEWAY_KINDS.includes(kind) ? "drills.gateway" : (PART_OF[kind] ?? kind);
    throw new HoldpointError(
      "HP-RUN-NO-COLLECTOR",
      `holdpoint.yaml has no \`${name}\` part, so there is nothing to gather`,
    );
  }
  return part;
}

import type { ChangesBase } from "../evidence/changes.ts";
import type { CarriedFrom } from "../evidence/coverage.ts";
import type { Candidate } from "./candidate.ts";
import type { EvidenceInput, Producer, Provenance } from "./evidence.ts";

/** What a collector hands over; the runner wraps it into the envelope. */
export interface Collected<Body = unknown> {
  readonly kind: string;
  readonly provenance: Provenance;
  readonly producer: Producer;
  readonly startedAtMs: number;
  readonly finishedAtMs: number;
  readonly samples: number;
  readonly inputs: readonly EvidenceInput[];
  readonly body: Body;
}

export interface CollectContext {
  /** Absolute path of the repository's root. */
  readonly root: string;
  readonly candidate: Candidate;
  /** The collector's part of the configuration, already validated. */
  readonly config: unknown;
  /** What the candidate's changes are counted from; null where there is none. */
  readonly base: ChangesBase | null;
  /** By path, files that an earlier commit's shard brought. */
  readonly carried: Readonly<Record<string, CarriedFrom>>;
  readonly nowMs: () => number;
  readonly signal: AbortSignal;
}

/** Parts of the configuration by which collectors are chosen. */
export type ConfigPart =
  | "suites"
  | "repository"
  | "coverage"
  | "dependencies"
  | "drills.gateway"
  | "loads"
  | "metrics"
  | "soaks"
  /** Needs none. */
  | "none";

/**
 * Reads what other tools left behind into evidence. Never judges.
 * Throws `HoldpointError` for bad input; anything else thrown is an `error` outcome of its checks too.
 */
export interface Collector {
  readonly kind: string;
  /** Kinds that the same gathering brings as well. */
  readonly brings?: readonly string[];
  /** Part of the configuration that it is given; it is left out where that is not there. */
  readonly part: ConfigPart;
  /** True: nothing else is gathered meanwhile, because that would change what it measures. */
  readonly alone?: boolean;
  readonly version: string;
  collect(context: CollectContext): Promise<readonly Collected[]>;
}

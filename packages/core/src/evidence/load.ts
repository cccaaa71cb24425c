import type { HistogramSlice, LatencySummary } from "../histogram/slice.ts";
import type { SloResult } from "../slo/objective.ts";

/** Body of `load` evidence, and what `load run --json` prints: milliseconds and requests a second throughout. */
export interface LoadBody {
  readonly schema: "holdpoint/load/v1";
  /** `load` unless the configuration names several. */
  readonly id: string;
  readonly tool: { readonly name: string; readonly version: string | null };
  /** Other tools' figures are worth what their way of measuring is. */
  readonly trust: LoadTrust;
  readonly url: string | null;
  readonly validity: "valid" | "invalid";
  /** Why it is invalid; empty when it is valid. */
  readonly reasons: readonly LoadReason[];
  /** Arrivals a second that were asked for, whole run; null for a closed model and where the tool does not say. */
  readonly target: number | null;
  /** Arrivals a second whose first request went out: comparable with `target` also where a flow has several steps. */
  readonly achieved: number | null;
  /** Requests that fell due: arrivals, and later steps once the one before was answered; null where not said. */
  readonly due: number | null;
  readonly sent: number;
  readonly completed: number;
  readonly failed: number;
  readonly dropped: number;
  /** HTTP/2: sent a second time because the target said that it had not looked at them; left out where none was. */
  readonly retried?: number;
  readonly durationMs: number;
  readonly failures: readonly { readonly kind: string; readonly count: number }[];
  readonly checks: readonly { readonly check: string; readonly passed: number; readonly failed: number }[];
  /** From the intended send. Null where the tool does not measure it. */
  readonly response: LatencySummary | null;
  /** From the actual send. */
  readonly service: LatencySummary | null;
  /** From due to handed to the pool. */
  readonly lag: { readonly count: number; readonly p50: number; readonly p99: number; readonly max: number } | null;
  readonly queue: { readonly max: number; readonly waited: number } | null;
  /** At most `LOAD_WINDOWS_MAX`, in order, gap-free; coarser for longer runs. */
  readonly windows: readonly LoadWindow[];
  /** Whole run first, then by phase, endpoint and tag. */
  readonly series: readonly LoadSeries[];
  readonly slo: readonly SloResult[];
  readonly terms: LoadRunTerms;
  /** By other tools only: by what share its figures may be off, where the tool rounds them. */
  readonly rounding?: number;
}

export type LoadTrust = "open-both-clocks" | "open-service-only" | "closed-service-only" | "unknown";

export interface LoadReason {
  /** `lag`, `rate-missed`, `no-samples`, `target-down`, `aborted`, `clock-step`, `queue-full`, `worker-lost`… */
  readonly code: string;
  readonly text: string;
}

export interface LoadWindow {
  readonly startMs: number;
  readonly sizeMs: number;
  readonly sent: number;
  readonly completed: number;
  readonly failed: number;
  readonly dropped: number;
  readonly queued: number;
  /** Null in a window without answers: a gap is shown, not filled. */
  readonly response: LatencySummary | null;
  readonly service: LatencySummary | null;
  readonly lagMax: number | null;
}

export interface LoadSeries {
  readonly of: "run" | "phase" | "endpoint" | "tag";
  readonly name: string;
  readonly completed: number;
  readonly failed: number;
  /** Slices whole, so that any percentile can be computed again; null for tools that only tell percentiles. */
  readonly response: HistogramSlice | null;
  readonly service: HistogramSlice | null;
  /** By other tools only: the part of `service` that failed, where a file tells each request. */
  readonly failedService?: HistogramSlice;
  readonly summary: LatencySummary | null;
  /** By other tools only: what is told of its service time where that does not make a whole summary. */
  readonly told?: ToldLatency;
}

/** Figures of another tool as they stand in its file, milliseconds; what is not there is null or left out. */
export interface ToldLatency {
  readonly count: number | null;
  readonly min: number | null;
  readonly mean: number | null;
  readonly max: number | null;
  readonly percentiles: readonly {
    /** As the tool calls it. */
    readonly name: string;
    /** Share from 0 to 1; null where the file does not say which it is. */
    readonly q: number | null;
    readonly ms: number;
  }[];
}

/** What two runs must have in common to be compared. */
export interface LoadRunTerms {
  readonly model: "open" | "closed" | "unknown";
  readonly arrivals: readonly string[];
  readonly connections: number | null;
  readonly poolFull: string | null;
  readonly pacing: string | null;
  readonly workers: number | null;
  readonly warmUpMs: number | null;
  readonly seed: number | null;
  /** SHA-256 of the plan in RFC 8785 form, hexadecimal. */
  readonly planSha256: string | null;
  /** SHA-256 of processor, memory, system and runtime, hexadecimal. */
  readonly testbedSha256: string | null;
  readonly testbed: string | null;
  /** Processor seconds that the generator spent. */
  readonly cpuS: number | null;
}

export const LOAD_WINDOWS_MAX = 600;

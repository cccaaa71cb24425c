import type { Count, CoverageMetric } from "../evidence/coverage.ts";
import type { LatencySummary } from "../histogram/slice.ts";
import type { JsonObject } from "./json.ts";

/** Kind of the ledger's record of what a run saw, whatever its verdict; digests and trends are made of these. */
export const FIGURES_RECORD = "figures";

/** Body of a `figures` record. */
export interface RunFigures {
  readonly verdict: string;
  readonly profile: string;
  /** True for `check`: only some gates were judged. */
  readonly partial: boolean;
  readonly service: string;
  readonly environment: string;
  readonly commit: string;
  /** RFC 3339, UTC. */
  readonly judgedAt: string;
  readonly durationMs: number;
  readonly gates: readonly GateFigures[];
  /** By gate id, as each gate's `figures` makes them. */
  readonly figures: Readonly<Record<string, JsonObject>>;
}

export interface GateFigures {
  readonly id: string;
  readonly verdict: string;
  /** Checks that did not pass, without those that did not apply. */
  readonly checks: readonly { readonly id: string; readonly outcome: string; readonly code: string }[];
}

/** Figures of the gate `coverage`. */
export interface CoverageFigures {
  readonly totals: Readonly<Partial<Record<CoverageMetric, Count>>>;
  readonly files: number;
  readonly components: readonly {
    readonly id: string;
    readonly tags: readonly string[];
    readonly critical: boolean;
    readonly totals: Readonly<Partial<Record<CoverageMetric, Count>>>;
  }[];
}

/** Figures of the gate `tests`. */
export interface TestFigures {
  readonly suites: readonly {
    readonly suite: string;
    readonly tests: number;
    readonly passed: number;
    readonly failed: number;
    readonly skipped: number;
    readonly durationMs: number;
    /** Ids of the first `FLAKY_LISTED_MAX` tests that passed only when run again, sorted; `flakyCount` counts all. */
    readonly flaky: readonly string[];
    readonly flakyCount: number;
  }[];
}

export const FLAKY_LISTED_MAX = 100;

/** Figures of the gate `exceptions`. */
export interface ExceptionFigures {
  readonly open: number;
  readonly resolved: number;
  /** Open ones with their dates, soonest expiry first, at most `EXCEPTIONS_LISTED_MAX`. */
  readonly listed: readonly {
    readonly id: string;
    readonly path: string;
    readonly owner: string;
    readonly expiresAt: string;
    readonly nextReviewAt: string;
  }[];
}

export const EXCEPTIONS_LISTED_MAX = 200;

/** Figures of the gate `test-mapping`. */
export interface MappingFigures {
  readonly modules: number;
  readonly tested: number;
  /** Sorted; the first `UNTESTED_LISTED_MAX`. */
  readonly untested: readonly string[];
}

export const UNTESTED_LISTED_MAX = 200;

/** Figures of the gate `performance`: every run under load but those that look for the limit of their target. */
export interface LoadFigures {
  /** By id; the first `LOADS_LISTED_MAX`, `runsCount` counts all. */
  readonly runs: readonly LoadRunFigures[];
  readonly runsCount: number;
}

/** Milliseconds and arrivals a second. What an invalid run seemed to show was not measured, so its figures are null. */
export interface LoadRunFigures {
  readonly id: string;
  readonly tool: string;
  readonly validity: "valid" | "invalid";
  /** Only runs that share plan, testbed and tool are one series. */
  readonly planSha256: string | null;
  readonly testbedSha256: string | null;
  readonly testbed: string | null;
  readonly response: LatencyFigures | null;
  readonly service: LatencyFigures | null;
  readonly achieved: number | null;
  /** Failed or dropped, of all that ended or were dropped: 0 to 1. */
  readonly failedShare: number | null;
}

export type LatencyFigures = Pick<LatencySummary, "p50" | "p95" | "p99">;

export const LOADS_LISTED_MAX = 50;

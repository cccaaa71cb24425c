import type { Count, CoverageMetric } from "./coverage.ts";

/** Body of `coverage-exceptions` evidence: the register of exceptions as the signed records make it. */
export interface CoverageExceptionsBody {
  /** Open ones and resolved ones, sorted by id. */
  readonly exceptions: readonly CoverageException[];
  /** Governance files that cannot be trusted or read, and events that fit no exception. */
  readonly problems: readonly CoverageExceptionProblem[];
  /** The Markdown view beside the records; null where the configuration names no file. */
  readonly register: CoverageRegister | null;
  /** Rows of the Markdown view that ask for an exception and that nobody has signed. */
  readonly proposals: readonly CoverageProposal[];
}

/** A decision of two people that a file may stay below its floor for a while. */
export interface CoverageException {
  readonly id: string;
  /** Path of a tracked file, or a glob. */
  readonly path: string;
  readonly metric: CoverageMetric;
  /** One word for why, `generated`, `platform`, `legacy`. */
  readonly type: string;
  readonly owner: string;
  readonly approver: string;
  readonly rationale: string;
  readonly mitigation: string;
  /** RFC 3339, UTC. */
  readonly createdAt: string;
  readonly expiresAt: string;
  /** As the last review set it. */
  readonly nextReviewAt: string;
  /** Sum over its files when it was decided: no more may stay uncovered on its account. */
  readonly atDecision: Count;
  readonly reviews: readonly CoverageExceptionReview[];
  /** Null while it is open. */
  readonly resolved: CoverageExceptionEnd | null;
  /** Tracked files that the path fits, sorted. */
  readonly matches: readonly string[];
  /** Governance file that it stands in, relative to the root. */
  readonly file: string;
  /** Commit that last changed the file; null: none holds it as it lies there. */
  readonly introducedIn: string | null;
}

export interface CoverageExceptionReview {
  readonly at: string;
  readonly by: string;
  readonly note: string;
}

export interface CoverageExceptionEnd {
  readonly at: string;
  readonly by: string;
  readonly why: ResolutionReason;
  /** Final numbers; null where the files are gone or no longer measured. */
  readonly final: Count | null;
}

/** How an exception ends. */
export type ResolutionReason = "reached" | "removed" | "replaced" | "withdrawn";

export const RESOLUTION_REASONS: readonly ResolutionReason[] = ["reached", "removed", "replaced", "withdrawn"];

export interface CoverageExceptionProblem {
  /** Relative to the root. */
  readonly file: string;
  readonly code: string;
  readonly text: string;
}

export interface CoverageRegister {
  /** Relative to the root. */
  readonly file: string;
  /** `current`: every cell that comes from a record is as the records say. */
  readonly state: "current" | "differs" | "absent" | "malformed";
  /** First line that is not as it should be; null when the whole file is meant. */
  readonly line: number | null;
  /** What is wrong there; empty when nothing is. */
  readonly text: string;
}

export interface CoverageProposal {
  readonly id: string;
  readonly path: string;
  readonly metric: CoverageMetric;
  readonly line: number;
}

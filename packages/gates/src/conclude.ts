import type { Finding, Location, Scalar } from "@holdpoint/core";
import { FINDING_LOCATIONS_MAX } from "@holdpoint/core";

/** One thing that a check found wrong, with everything that a person needs to know about it. */
export interface Problem {
  readonly outcome: "fail" | "missing" | "warn";
  readonly code: string;
  /** A clause without a full stop: what was seen against what was wanted. */
  readonly text: string;
  readonly observed: Scalar;
  readonly threshold: Scalar;
  /** Begins with `would`. */
  readonly flip: string;
  readonly locations?: readonly Location[];
}

export interface Passed {
  readonly reason: string;
  readonly observed: Scalar;
  readonly threshold: Scalar;
  readonly locations?: readonly Location[];
}

/** Missing comes first: it cannot be waived, and must not hide behind a failure that can. */
const WORST_FIRST = ["missing", "fail", "warn"] as const;
const TEXTS_MAX = 3;

/** Makes one finding out of everything found: the worst decides, the others are told; nothing found is a pass. */
export function conclude(problems: readonly Problem[], passed: Passed): Finding {
  const ordered = WORST_FIRST.flatMap((outcome) => problems.filter((problem) => problem.outcome === outcome));
  const worst = ordered[0];
  if (worst === undefined) return { outcome: "pass", code: "pass", ...passed };
  const locations = ordered.flatMap((problem) => problem.locations ?? []).slice(0, FINDING_LOCATIONS_MAX);
  return { ...only(worst), reason: reasonOf(ordered.map((problem) => problem.text)), locations };
}

/** The finding of a check that one problem keeps from asking on. */
export function only({ text, ...problem }: Problem): Finding {
  return { ...problem, reason: text };
}

function reasonOf(texts: readonly string[]): string {
  const shown = texts.slice(0, TEXTS_MAX).join("; ");
  const rest = texts.length - TEXTS_MAX;
  return rest > 0 ? `${shown}; and ${rest} more such ${rest === 1 ? "finding" : "findings"}` : shown;
}

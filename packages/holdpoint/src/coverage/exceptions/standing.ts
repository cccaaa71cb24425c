import type { CoverageException } from "@holdpoint/core";
import { countsFor, parseInstant } from "@holdpoint/core";

/** How an exception stands at an instant, in one word for a person. */
export type Standing =
  | "counts"
  | "review due"
  | "expired"
  | "not committed"
  | "no file"
  | "does not count"
  | "resolved";

/** How an exception stands, looked at from any later commit. */
export function standingOf(exception: CoverageException, nowMs: number): Standing {
  const { resolved, expiresAt, introducedIn, matches, nextReviewAt } = exception;
  if (resolved !== null) return "resolved";
  if (parseInstant(expiresAt) <= nowMs) return "expired";
  if (matches.length === 0) return "no file";
  if (introducedIn === null) return "not committed";
  if (!countsFor(exception, { nowMs, commit: "" })) return "does not count";
  return parseInstant(nextReviewAt) <= nowMs ? "review due" : "counts";
}

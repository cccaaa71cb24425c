import type { GovernanceException, GovernanceExceptionEvent } from "./governance/records.ts";
import { exceptionDigest } from "./governance/exception-states.ts";

/** An exception of half a file, owned by Ben and approved by Ana. */
export const EXCEPTION: GovernanceException = {
  schema: "holdpoint/exception/v1",
  id: "cov-20260102-0a1b2c3d",
  path: "src/a.ts",
  metric: "lines",
  type: "platform",
  rationale: "runs on another system",
  mitigation: "tried by hand",
  atDecision: { covered: 1, total: 2 },
  nextReviewAt: "2026-06-01T00:00:00Z",
  owner: "Ben",
  approver: "Ana",
  createdAt: "2026-01-02T00:00:00Z",
  expiresAt: "2027-01-01T00:00:00Z",
};

const EVENT = {
  schema: "holdpoint/exception-event/v1",
  exception: EXCEPTION.id,
  digest: exceptionDigest(EXCEPTION),
  by: "Ben",
  note: null,
  nextReviewAt: null,
  why: null,
  final: null,
} as const;

export const REVIEW: GovernanceExceptionEvent = {
  ...EVENT,
  at: "2026-05-01T00:00:00Z",
  event: "reviewed",
  note: "still so",
  nextReviewAt: "2026-09-01T00:00:00Z",
};

export const RESOLUTION: GovernanceExceptionEvent = {
  ...EVENT,
  at: "2026-07-01T00:00:00Z",
  event: "resolved",
  why: "reached",
  final: { covered: 2, total: 2 },
};

import type { ComponentConfig, CoverageException, CoverageFile } from "@holdpoint/core";
import type { GovernanceException, GovernanceExceptionEvent } from "@holdpoint/ledger";
import { exceptionDigest } from "@holdpoint/ledger";
import type { ExceptionState } from "@holdpoint/ledger";

export const EXCEPTION: GovernanceException = {
  schema: "holdpoint/exception/v1",
  id: "cov-20260102-0a1b2c3d",
  path: "src/a.ts",
  metric: "lines",
  type: "platform",
  rationale: "runs on another system | only",
  mitigation: "tried by hand",
  atDecision: { covered: 1, total: 2 },
  nextReviewAt: "2026-06-01T00:00:00Z",
  owner: "Ben",
  approver: "Ana",
  createdAt: "2026-01-02T00:00:00Z",
  expiresAt: "2027-01-01T00:00:00Z",
};

export function openState(changes: Partial<GovernanceException> = {}): ExceptionState {
  const exception = { ...EXCEPTION, ...changes };
  return {
    exception,
    file: `exceptions/${exception.id}.dsse.json`,
    reviews: [],
    resolution: null,
    nextReviewAt: exception.nextReviewAt,
  };
}

export function resolvedState(changes: Partial<GovernanceExceptionEvent> = {}): ExceptionState {
  const resolution: GovernanceExceptionEvent = {
    schema: "holdpoint/exception-event/v1",
    exception: EXCEPTION.id,
    digest: exceptionDigest(EXCEPTION),
    at: "2026-07-01T00:00:00Z",
    by: "Ben",
    event: "resolved",
    note: null,
    nextReviewAt: null,
    why: "reached",
    final: { covered: 24, total: 25 },
    ...changes,
  };
  return { ...openState(), resolution };
}

export function fileOf(path: string, covered: number, total: number): CoverageFile {
  const lines = { covered, total };
  const none = { branches: null, functions: null, statements: null, regions: null };
  return { path, resolved: true, lines, ...none, coveredLines: "", uncoveredLines: "" };
}

/** A component of the folder `src` that asks for 90 % of the lines. */
export function componentOf(folder: string, changes: Partial<ComponentConfig> = {}): ComponentConfig {
  return {
    id: folder,
    paths: [`${folder}/**`],
    floors: { lines: 90 },
    maxUncovered: {},
    shards: [],
    tags: [],
    critical: false,
    advisoryUntil: null,
    ...changes,
  };
}

export function coverageExceptionOf(changes: Partial<CoverageException> = {}): CoverageException {
  const { schema: _, ...exception } = EXCEPTION;
  return {
    ...exception,
    reviews: [],
    resolved: null,
    matches: [exception.path],
    file: `governance/exceptions/${exception.id}.dsse.json`,
    introducedIn: "b".repeat(40),
    ...changes,
  };
}

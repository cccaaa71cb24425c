import type { CoverageException, CoverageExceptionsBody } from "@holdpoint/core";
import { SCENE_NOW_MS } from "@holdpoint/core";

const DAY_MS = 86_400_000;

/** The instant so many days after the one at which scenes are judged. */
export function inDays(days: number): string {
  return new Date(SCENE_NOW_MS + days * DAY_MS).toISOString();
}

/** Decided ten days ago about the disk of the store: three of its ten lines stayed uncovered. */
export function exception(changes: Partial<CoverageException> = {}): CoverageException {
  return {
    id: "cov-1",
    path: "src/store/disk.ts",
    metric: "lines",
    type: "platform",
    owner: "Ada",
    approver: "Grace",
    rationale: "runs on another operating system only",
    mitigation: "tried by hand on that system before a release",
    createdAt: inDays(-10),
    expiresAt: inDays(60),
    nextReviewAt: inDays(20),
    atDecision: { covered: 7, total: 10 },
    reviews: [],
    resolved: null,
    matches: ["src/store/disk.ts"],
    file: "governance/exceptions/cov-1.dsse.json",
    introducedIn: "5".repeat(40),
    ...changes,
  };
}

/** One open exception and a register that shows it. */
export function coverageExceptions(changes: Partial<CoverageExceptionsBody> = {}): CoverageExceptionsBody {
  return {
    exceptions: [exception()],
    problems: [],
    register: { file: "docs/coverage-exceptions.md", state: "current", line: null, text: "" },
    proposals: [],
    ...changes,
  };
}

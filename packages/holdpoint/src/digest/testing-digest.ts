import type { Count, CoverageFigures, RunFigures } from "@holdpoint/core";
import type { DigestRun, DigestTerms } from "./digest.ts";

export const SINCE_MS: number = Date.UTC(2026, 0, 5);
export const UNTIL_MS: number = Date.UTC(2026, 0, 12);

export const TERMS: DigestTerms = {
  service: "trial",
  sinceMs: SINCE_MS,
  untilMs: UNTIL_MS,
  unreadable: 0,
  anchored: true,
  cutOff: false,
};

/** A whole run on the given day of the period, from 0. */
export function runOf(seq: number, day: number, patch: Partial<RunFigures> = {}): DigestRun {
  const figures: RunFigures = {
    verdict: "PROMOTE",
    profile: "release",
    partial: false,
    service: "trial",
    environment: "release",
    commit: "a".repeat(40),
    judgedAt: new Date(SINCE_MS + day * 86_400_000).toISOString(),
    durationMs: 1_000 * (seq + 1),
    gates: [],
    figures: {},
    ...patch,
  };
  return { seq, run: `run-${seq}`, figures };
}

export function coverageOf(lines: Count, components: CoverageFigures["components"] = []): RunFigures["figures"] {
  const figures: CoverageFigures = { totals: { lines }, files: 3, components };
  return { coverage: figures as never };
}

export function componentOf(
  id: string,
  lines: Count,
  patch: Partial<CoverageFigures["components"][number]> = {},
): CoverageFigures["components"][number] {
  return { id, tags: [] as readonly string[], critical: false, totals: { lines }, ...patch };
}

/** Everything that a digest can say, with names that try to be markup. */
export function fullRuns(name: string = "src/a|b.ts"): DigestRun[] {
  const at = (days: number): string => new Date(UNTIL_MS + days * 86_400_000).toISOString();
  const gates = [
    {
      id: "coverage",
      verdict: "FAIL",
      checks: [
        { id: "whole-floor", outcome: "fail", code: "below-floor" },
        { id: "no-dead-gates", outcome: "warn", code: "dead-floor" },
      ],
    },
  ];
  const figures = (covered: number): RunFigures["figures"] => ({
    ...coverageOf({ covered, total: 100 }, [
      componentOf("auth", { covered: 99, total: 100 }, { critical: true, tags: ["security"] }),
      componentOf(name, { covered: covered - 80, total: 100 }),
    ]),
    tests: { suites: [{ suite: "unit", flaky: [name] }] },
    exceptions: {
      listed: [{ id: "cov-1", path: name, owner: "Ada", expiresAt: at(3), nextReviewAt: at(1) }],
    },
    "test-mapping": { modules: 100, tested: covered, untested: [name] },
  });
  return [
    runOf(1, 0, { figures: figures(90) }),
    runOf(2, 1, { figures: figures(95), gates, verdict: "HOLD" }),
    runOf(3, 2, { partial: true, verdict: "HOLD", gates }),
  ];
}

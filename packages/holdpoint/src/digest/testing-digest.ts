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

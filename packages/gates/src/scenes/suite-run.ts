import type { SuiteReport, SuiteRunBody } from "@holdpoint/core";

export function suiteReport(changes: Partial<SuiteReport> = {}): SuiteReport {
  return { path: "reports/junit/unit.xml", sha256: "a".repeat(64), sizeBytes: 812, fresh: true, ...changes };
}

/** The suite `unit`, run by Holdpoint, ended with exit code 0. */
export function suiteRun(changes: Partial<SuiteRunBody> = {}): SuiteRunBody {
  return {
    suite: "unit",
    argv: ["node", "--test"],
    exitCode: 0,
    signal: null,
    timedOut: false,
    durationMs: 1800,
    timeoutMs: 60_000,
    environmentRemoved: [],
    stdoutTail: "",
    stderrTail: "",
    reports: [suiteReport()],
    ...changes,
  };
}

/** A suite whose reports somebody else made: nobody saw its command end. */
export function importedSuite(changes: Partial<SuiteRunBody> = {}): SuiteRunBody {
  return suiteRun({ argv: [], exitCode: null, durationMs: 0, reports: [], ...changes });
}

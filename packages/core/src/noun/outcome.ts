/** Everything a check can end as; closed, and unknown is never among the passes. */
export type Outcome = "pass" | "warn" | "fail" | "error" | "missing" | "stale" | "not-applicable" | "waived";

export const OUTCOMES: readonly Outcome[] = [
  "pass",
  "warn",
  "fail",
  "error",
  "missing",
  "stale",
  "not-applicable",
  "waived",
];

/** Outcomes that a check itself decided; a gate with none of them is INCONCLUSIVE. */
export const DECIDED: ReadonlySet<Outcome> = new Set(["pass", "warn", "fail", "waived"]);

/** Outcomes that keep a blocking gate from letting through. */
export const HOLDING: ReadonlySet<Outcome> = new Set(["fail", "error", "missing", "stale"]);

export type GateVerdict = "PASS" | "WARN" | "FAIL" | "INCONCLUSIVE";

export type ReleaseVerdict = "PROMOTE" | "HOLD";

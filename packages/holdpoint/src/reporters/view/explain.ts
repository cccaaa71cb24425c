import type { CheckResult, GateResult, HoldReason, Judgement, Location, Outcome } from "@holdpoint/core";
import { adviceOf } from "./advice.ts";
import { formatValue } from "./format.ts";
import { printable } from "./printable.ts";

/** What a person is told about an outcome; every text is printable. Null: there is nothing to say. */
export interface Explanation {
  readonly reason: string;
  readonly seen: string | null;
  readonly wanted: string | null;
  readonly flip: string | null;
  readonly remediation: string | null;
  readonly locations: readonly Location[];
}

/** Hold reasons of one gate that say the same of one or several checks. */
export interface Hold extends Explanation {
  /** `tests / no-failed-tests`, `coverage / lines-covered, branches-covered`, or the gate alone. */
  readonly title: string;
  readonly outcome: string;
  readonly code: string;
  readonly gate: GateResult | null;
  /** Empty for a reason of the whole gate or run. */
  readonly checks: readonly CheckResult[];
}

const NOTHING_TO_DO: ReadonlySet<Outcome> = new Set(["pass", "not-applicable"]);

export function explainCheck(check: CheckResult): Explanation {
  const advice = adviceOf(check.code);
  return {
    reason: printable(check.reason),
    seen: check.observed === null ? (advice?.seen ?? null) : formatValue(check.observed),
    wanted: check.threshold === null ? (advice?.wanted ?? null) : formatValue(check.threshold),
    flip: check.flip === null ? (advice?.flip ?? null) : printable(check.flip),
    remediation: NOTHING_TO_DO.has(check.outcome) ? null : (advice?.remediation ?? printable(check.remediation)),
    locations: check.locations,
  };
}

/** The hold reasons in the judgement's order; neighbours that differ in nothing but the check are told once. */
export function explainHolds(judgement: Judgement): Hold[] {
  const holds: Hold[] = [];
  for (const reason of judgement.holdReasons) {
    const hold = explainHold(judgement, reason);
    const last = holds.at(-1);
    if (last !== undefined && sayTheSame(last, hold)) holds[holds.length - 1] = join(last, hold);
    else holds.push(hold);
  }
  return holds;
}

function explainHold(judgement: Judgement, reason: HoldReason): Hold {
  const gate = judgement.gates.find((one) => one.id === reason.gate) ?? null;
  const check = gate?.checks.find((one) => one.id === reason.check) ?? null;
  const title = printable(reason.check === null ? reason.gate : `${reason.gate} / ${reason.check}`);
  const { outcome, code } = reason;
  if (check !== null) return { ...explainCheck(check), title, outcome, code, gate, checks: [check] };
  const advice = adviceOf(code) ?? { seen: null, wanted: null, flip: null, remediation: null };
  return { ...advice, reason: printable(reason.text), locations: [], title, outcome, code, gate, checks: [] };
}

function sayTheSame(a: Hold, b: Hold): boolean {
  if (a.gate !== b.gate || a.checks.length === 0 || b.checks.length === 0) return false;
  if (a.locations.length > 0 || b.locations.length > 0) return false;
  return (["outcome", "code", "reason", "seen", "wanted", "flip", "remediation"] as const).every(
    (key) => a[key] === b[key],
  );
}

function join(a: Hold, b: Hold): Hold {
  const added = b.checks.map((check) => printable(check.id)).join(", ");
  return { ...a, title: `${a.title}, ${added}`, checks: [...a.checks, ...b.checks] };
}

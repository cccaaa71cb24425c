import { digestOf } from "../json/digest.ts";
import type { Json } from "../noun/json.ts";
import { HOLDING } from "../noun/outcome.ts";
import type { Policy } from "../noun/policy.ts";
import type { CheckResult, GateResult, HoldReason } from "../noun/result.ts";
import type { SectionId } from "../noun/section.ts";
import { SECTIONS } from "../noun/section.ts";

/** Why the release may not go on; empty only for a whole run in which every rule is met. */
export function holdReasons(policy: Policy, gates: readonly GateResult[], covered: readonly SectionId[]): HoldReason[] {
  const reasons: HoldReason[] = [];
  if (policy.partial) {
    reasons.push(whole("partial-run", "only some gates were asked for; a partial run can never promote"));
  }
  for (const id of policy.requiredGates) {
    if (!gates.some((gate) => gate.id === id)) {
      const text = `the profile requires the gate "${id}", which was not judged`;
      reasons.push({ gate: id, check: null, outcome: "fail", code: "required-gate-missing", text });
    }
  }
  for (const { id, blocking } of policy.gates) {
    if (blocking && !policy.requiredGates.includes(id) && !gates.some((gate) => gate.id === id)) {
      const text = `the profile judges by the gate "${id}", which does not exist`;
      reasons.push({ gate: id, check: null, outcome: "fail", code: "gate-unknown", text });
    }
  }
  if (!gates.some((gate) => gate.blocking)) {
    reasons.push(whole("no-blocking-gate", "no blocking gate was judged, so nothing could have held"));
  }
  for (const gate of gates) {
    if (gate.blocking) reasons.push(...gateReasons(gate));
  }
  for (const section of policy.requiredSections) {
    if (!covered.includes(section)) {
      reasons.push(whole("required-section-uncovered", `section ${section} has no executed check with fresh evidence`));
    }
  }
  return reasons;
}

function gateReasons(gate: GateResult): HoldReason[] {
  if (gate.verdict === "PASS" || gate.verdict === "WARN") return [];
  const holding = gate.checks.filter((check) => HOLDING.has(check.outcome));
  if (holding.length === 0) {
    const text = "no check of the gate decided anything";
    return [{ gate: gate.id, check: null, outcome: "missing", code: "gate-empty", text }];
  }
  return holding.map((check) => ({
    gate: gate.id,
    check: check.id,
    outcome: check.outcome,
    code: check.code,
    text: check.reason,
  }));
}

function whole(code: string, text: string): HoldReason {
  return { gate: "verdict", check: null, outcome: "fail", code, text };
}

/** Sections with an executed check; only a check that decided on evidence covers. */
export function coveredSections(gates: readonly GateResult[]): SectionId[] {
  const covered = new Set<SectionId>();
  for (const gate of gates) {
    for (const check of gate.checks) {
      if (executed(check)) for (const section of check.sections) covered.add(section);
    }
  }
  return SECTIONS.map((section) => section.id).filter((id) => covered.has(id));
}

function executed(check: CheckResult): boolean {
  return check.outcome === "pass" || check.outcome === "warn" || check.outcome === "fail" || check.outcome === "waived";
}

/** Names the catalogue in force, so that no letter can change its meaning between two verdicts. */
export function catalogueDigest(): string {
  return digestOf(SECTIONS as unknown as Json);
}

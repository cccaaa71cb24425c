import type { PlanBody, SelftestBody, SelftestLive } from "@holdpoint/core";

export function livePlant(gate: string, changes: Partial<SelftestLive> = {}): SelftestLive {
  const expected = "fail";
  return { gate, plant: `${gate}-harmed`, expected, got: expected, caught: true, ...changes };
}

/** A selftest of the code that runs now, in which every check of the plan caught its ten violations. */
export function selftest(plan: PlanBody, changes: Partial<SelftestBody> = {}): SelftestBody {
  const checks = plan.gates.flatMap((gate) =>
    gate.checks.map((check) => ({ gate: gate.id, check: check.id, plants: 3, missed: [] })),
  );
  const live = plan.gates.filter((gate) => gate.id !== "automation-coverage").map((gate) => livePlant(gate.id));
  const planted = checks.length * 10 + live.length;
  const codeDigest = `sha256:${"8".repeat(64)}`;
  return { codeDigest, codeDigestNow: codeDigest, planted, caught: planted, checks, live, ...changes };
}

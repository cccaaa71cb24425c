import type { PlanBody, PlannedGate } from "@holdpoint/core";
import { GATE_CHECKS_MIN, SECTIONS } from "@holdpoint/core";

/** A blocking gate with eight checks of one parameter each. */
export function plannedGate(id: string, changes: Partial<PlannedGate> = {}): PlannedGate {
  const checks = Array.from({ length: GATE_CHECKS_MIN }, (_, index) => ({
    id: `${id}-${index + 1}`,
    params: { max: index },
  }));
  return { id, blocking: true, exists: true, sections: ["L"], checks, ...changes };
}

/** A release profile in which every section is covered and two gates have been judged before the self gates. */
export function plan(changes: Partial<PlanBody> = {}): PlanBody {
  return {
    profile: "release",
    gates: [
      plannedGate("candidate", { sections: ["X", "D"] }),
      plannedGate("tests"),
      plannedGate("automation-coverage", { sections: ["S", "A"] }),
      plannedGate("ledger", { sections: ["Y", "P"] }),
    ],
    requiredGates: ["candidate", "tests", "ledger"],
    requiredSections: ["L", "X"],
    coveredSections: SECTIONS.map((section) => section.id).filter((id) => !["S", "A", "Y", "P"].includes(id)),
    ...changes,
  };
}

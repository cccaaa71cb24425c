import type { Gate } from "@holdpoint/core";
import { check as allIterationsDone } from "../checks/soak-kpi/all-iterations-done/check.ts";
import { check as decisionsReplay } from "../checks/soak-kpi/decisions-replay/check.ts";
import { check as deltasApplied } from "../checks/soak-kpi/deltas-applied/check.ts";
import { check as everyKpiDecided } from "../checks/soak-kpi/every-kpi-decided/check.ts";
import { check as guardsRespected } from "../checks/soak-kpi/guards-respected/check.ts";
import { check as kpisRecompute } from "../checks/soak-kpi/kpis-recompute/check.ts";
import { check as noIterationFailed } from "../checks/soak-kpi/no-iteration-failed/check.ts";
import { check as noParameterStuck } from "../checks/soak-kpi/no-parameter-stuck/check.ts";
import { check as noPathMissed } from "../checks/soak-kpi/no-path-missed/check.ts";
import { check as notWorseThanPromoted } from "../checks/soak-kpi/not-worse-than-promoted/check.ts";
import { check as steadyEnough } from "../checks/soak-kpi/steady-enough/check.ts";
import { check as strictKpisHold } from "../checks/soak-kpi/strict-kpis-hold/check.ts";
import { check as targetIsReal } from "../checks/soak-kpi/target-is-real/check.ts";
import { check as nothingElseChanged } from "../checks/soak-kpi/nothing-else-changed/check.ts";
import { soakFacts } from "../evidence/soak-facts.ts";

export const soakKpi: Gate = {
  id: "soak-kpi",
  title: "Soak",
  question: "Did the service keep its figures over a whole soak, and did the tuning do what it says it did?",
  sections: ["K", "O"],
  phase: "candidate",
  checks: [
    targetIsReal,
    allIterationsDone,
    noIterationFailed,
    steadyEnough,
    everyKpiDecided,
    strictKpisHold,
    kpisRecompute,
    notWorseThanPromoted,
    deltasApplied,
    noPathMissed,
    noParameterStuck,
    guardsRespected,
    decisionsReplay,
    nothingElseChanged,
  ],
  facts: soakFacts,
};

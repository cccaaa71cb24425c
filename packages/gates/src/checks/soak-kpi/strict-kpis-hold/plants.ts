import type { Plant, PlantScene } from "@holdpoint/core";
import { soak, soakScene, withValues } from "../../../scenes/soak.ts";

export function sound(): PlantScene {
  return soakScene();
}

export const plants: readonly Plant[] = [
  {
    id: "too-slow",
    harm: "the service answers in 350 ms where 340 are promised",
    expect: { outcome: "fail", code: "kpi-missed" },
    plant: () => withValues("p95_ms", () => 350),
  },
  {
    id: "getting-worse",
    harm: "what it earns falls from one iteration to the next",
    expect: { outcome: "fail", code: "kpi-missed" },
    plant: () => withValues("net_bps", (iteration) => 3.4 - iteration * 0.2),
  },
  {
    id: "called-passed",
    harm: "the value is beyond the bound and the result says pass",
    expect: { outcome: "fail", code: "kpi-missed" },
    plant: () => {
      const strict = soak().kpis.strict.map((result) => ({ ...result, value: 999 }));
      return soakScene({ kpis: { strict, soft: [] } });
    },
  },
  {
    id: "nothing-judged",
    harm: "the plan has no KPI",
    expect: { outcome: "missing", code: "no-kpi" },
    plant: () => soakScene({ kpis: { strict: [], soft: [] } }),
  },
];

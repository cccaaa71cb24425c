import type { Plant, PlantScene } from "@holdpoint/core";
import { soak, soakScene, withValues } from "../../../scenes/soak.ts";

export function sound(): PlantScene {
  return soakScene();
}

export const plants: readonly Plant[] = [
  {
    id: "gap",
    harm: "one iteration has no value",
    expect: { outcome: "missing", code: "inconclusive" },
    plant: () => withValues("p95_ms", (iteration) => (iteration === 7 ? null : 300)),
  },
  {
    id: "wrong-name",
    harm: "the metric has another name than the selector, so that there is no value at all",
    expect: { outcome: "missing", code: "inconclusive" },
    plant: () => withValues("net_bps", () => null),
  },
  {
    id: "left-out",
    harm: "the KPI that would not pass was left out of the results",
    expect: { outcome: "missing", code: "not-judged" },
    plant: () => soakScene({ kpis: { strict: soak().kpis.strict.slice(1), soft: [] } }),
  },
];

import type { KpiResult, Plant, PlantScene } from "@holdpoint/core";
import { soak, soakScene, withIterations } from "../../../scenes/soak.ts";

export function sound(): PlantScene {
  return soakScene();
}

export const plants: readonly Plant[] = [
  {
    id: "nicer-value",
    harm: "the result is a little better than its values",
    expect: { outcome: "fail", code: "differs" },
    plant: () => strict((result) => ({ ...result, value: 301 })),
  },
  {
    id: "nicer-bound",
    harm: "the result was held to another bound than the plan's",
    expect: { outcome: "fail", code: "differs" },
    plant: () => strict((result) => ({ ...result, bound: { ...result.bound, value: 500 } })),
  },
  {
    id: "other-window",
    harm: "the result is of the best three iterations",
    expect: { outcome: "fail", code: "differs" },
    plant: () => strict((result) => ({ ...result, values: result.values.slice(0, 3) })),
  },
  {
    id: "nicer-values",
    harm: "the recorded values, and the results with them, are better than the summaries they were read from",
    expect: { outcome: "fail", code: "not-in-summary" },
    plant: () => withIterations((one) => ({ ...one, summary: { ...one.summary, p95_ms: 900 } })),
  },
  {
    id: "not-in-the-plan",
    harm: "an easy KPI was added to the results",
    expect: { outcome: "fail", code: "unplanned" },
    plant: () => strict((result) => (result.id === "net_bps" ? { ...result, id: "uptime" } : result)),
  },
];

function strict(change: (result: KpiResult) => KpiResult): PlantScene {
  const { kpis } = soak();
  return soakScene({ kpis: { ...kpis, strict: kpis.strict.map(change) } });
}

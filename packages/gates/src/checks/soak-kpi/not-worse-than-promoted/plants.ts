import type { Plant, PlantScene } from "@holdpoint/core";
import { judgedThen } from "../../../scenes/baseline-gates.ts";
import { soakScene, withValues } from "../../../scenes/soak.ts";

const THEN = {
  "soak-kpi": {
    kpis: [
      { soak: "market", kpi: "net_bps", value: 3, operator: ">=" },
      { soak: "market", kpi: "p95_ms", value: 300, operator: "<=" },
    ],
  },
};

export function sound(): PlantScene {
  return { ...soakScene(), ...since() };
}

export const plants: readonly Plant[] = [
  {
    id: "slower",
    harm: "the service is slower than it was, and still within its bound",
    expect: { outcome: "fail", code: "worse" },
    plant: () => ({ ...withValues("p95_ms", () => 330), ...since() }),
  },
  {
    id: "earns-less",
    harm: "it earns less than it did, and still enough",
    expect: { outcome: "fail", code: "worse" },
    plant: () => ({ ...withValues("net_bps", () => 2.6), ...since() }),
  },
  {
    id: "not-measured-any-more",
    harm: "a KPI has no value any more",
    expect: { outcome: "missing", code: "gone" },
    plant: () => ({ ...withValues("net_bps", () => null), ...since() }),
  },
  {
    id: "figures-lost",
    harm: "the figures of the last promotion were lost",
    expect: { outcome: "missing", code: "baseline-silent" },
    plant: (scene) => ({ ...scene, baselineFacts: {} }),
  },
];

function since(): Pick<PlantScene, "baselineFacts" | "baselineGates"> {
  return { baselineFacts: THEN, baselineGates: judgedThen("soak-kpi", "not-worse-than-promoted") };
}

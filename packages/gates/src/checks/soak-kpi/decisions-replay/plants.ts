import type { Plant, PlantScene } from "@holdpoint/core";
import { soakScene } from "../../../scenes/soak.ts";

export function sound(): PlantScene {
  return soakScene();
}

const DIFFERENCE = {
  iteration: 3,
  field: "proposed",
  kpi: null,
  rule: "more-hands",
  parameter: "executor.concurrency",
  recorded: '{"to":12}',
  replayed: null,
} as const;

export const plants: readonly Plant[] = [
  {
    id: "other-decision",
    harm: "a rule decided what the recorded KPIs do not make it decide",
    expect: { outcome: "fail", code: "differs" },
    plant: () => soakScene({ replay: { agrees: false, iterations: 2, difference: DIFFERENCE } }),
  },
  {
    id: "half-replayed",
    harm: "only the first four iterations were replayed",
    expect: { outcome: "fail", code: "differs" },
    plant: () => soakScene({ replay: { agrees: true, iterations: 4, difference: null } }),
  },
  {
    id: "agrees-and-differs",
    harm: "the replay says that it agrees, and in what it differs",
    expect: { outcome: "fail", code: "differs" },
    plant: () => soakScene({ replay: { agrees: true, iterations: 8, difference: DIFFERENCE } }),
  },
];

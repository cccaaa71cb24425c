import type { Plant, PlantScene } from "@holdpoint/core";
import { judgedThen } from "../../../scenes/baseline-gates.ts";
import { failClosed, failClosedScene, harmFailClosed } from "../../../scenes/fail-closed.ts";

export function sound(): PlantScene {
  return {
    ...failClosedScene(),
    baselineFacts: { "fail-closed": { rules: failClosed().rules.map(({ id }) => id) } },
    baselineGates: judgedThen("fail-closed", "rules-kept"),
  };
}

export const plants: readonly Plant[] = [
  {
    id: "left-out",
    harm: "a rule that was tried at the last promotion is left out",
    expect: { outcome: "fail", code: "rule-dropped" },
    plant: harmFailClosed(({ rules }) => ({ rules: rules.slice(1) })),
  },
  {
    id: "nothing-left",
    harm: "the last promotion left no rules",
    expect: { outcome: "missing", code: "baseline-silent" },
    plant: (scene) => ({ ...scene, baselineFacts: {} }),
  },
];

import type { Plant, PlantScene } from "@holdpoint/core";
import { failClosedScene, harmFailClosed } from "../../../scenes/fail-closed.ts";

export function sound(): PlantScene {
  return failClosedScene();
}

export const plants: readonly Plant[] = [
  {
    id: "still-frozen",
    harm: "the gateway is not ready any more",
    expect: { outcome: "fail", code: "not-ready" },
    plant: harmFailClosed(({ after }) => ({ after: { ...after, ready: false } })),
  },
  {
    id: "closed-for-ever",
    harm: "an honest action is denied",
    expect: { outcome: "fail", code: "honest-action-failed" },
    plant: harmFailClosed(({ after }) => ({ after: { ...after, honestAction: "DENIED" } })),
  },
  {
    id: "done-twice",
    harm: "an honest action has two effects",
    expect: { outcome: "fail", code: "effects-differ" },
    plant: harmFailClosed(({ after }) => ({ after: { ...after, effects: 2 } })),
  },
];

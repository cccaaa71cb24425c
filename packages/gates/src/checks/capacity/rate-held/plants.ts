import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { climb, withWindows } from "../../../scenes/climb.ts";
import { latencySummary } from "../../../scenes/load.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.load]: [climb()] }, params: { requiredPerS: 500 } };
}

export const plants: readonly Plant[] = [
  {
    id: "nothing-asked",
    harm: "nobody said what the service must hold",
    expect: { outcome: "missing", code: "rate-unsaid" },
    plant: (scene) => ({ ...scene, params: {} }),
  },
  {
    id: "gives-way-early",
    harm: "the target gives way at 300 a second",
    expect: { outcome: "fail", code: "too-little" },
    plant: (scene) => withWindows(scene, (_, at) => (at >= 10 && at < 35 ? { response: latencySummary(300, 20) } : {})),
  },
  {
    id: "refuses-early",
    harm: "the target refuses one in ten from 300 a second on",
    expect: { outcome: "fail", code: "too-little" },
    plant: (scene) =>
      withWindows(scene, ({ completed }, at) =>
        at >= 10 && at < 35 ? { completed: completed * 0.9, failed: completed * 0.1 } : {},
      ),
  },
  {
    id: "no-room",
    harm: "what is needed is all that is held",
    expect: { outcome: "warn", code: "little-headroom" },
    plant: (scene) => ({ ...scene, params: { requiredPerS: 550 } }),
  },
  {
    id: "never-answered",
    harm: "nothing was answered at any rate",
    expect: { outcome: "fail", code: "too-little" },
    plant: (scene) => withWindows(scene, () => ({ completed: 0, response: null, service: null })),
  },
];

import type { Plant, PlantScene, SoakTuning } from "@holdpoint/core";
import { applied, delta, reading, soakScene, withIterations } from "../../../scenes/soak.ts";

export function sound(): PlantScene {
  return soakScene();
}

const CHANGED = applied(delta());

export const plants: readonly Plant[] = [
  {
    id: "side-effect",
    harm: "with the concurrency the target changes its timeout too",
    expect: { outcome: "fail", code: "other-changed" },
    plant: () => tuned(3, { ...CHANGED, others: ["executor.timeout_ms", "generation"] }),
  },
  {
    id: "looks-alike",
    harm: "what changed only begins like a leaf that may",
    expect: { outcome: "fail", code: "other-changed" },
    plant: () => tuned(3, { ...CHANGED, others: ["generations"] }),
  },
  {
    id: "drifted",
    harm: "while the concurrency was written the spread moved by itself",
    expect: { outcome: "fail", code: "drifted" },
    plant: () => {
      const moved = reading(delta(), { path: "edge.spread_bps", before: 1, wanted: 1, after: 2, verdict: "drifted" });
      return tuned(3, { ...CHANGED, readings: [...CHANGED.readings, moved] });
    },
  },
  {
    id: "a-hand-in-between",
    harm: "somebody set a parameter by hand between two iterations",
    expect: { outcome: "fail", code: "changed-between" },
    plant: () =>
      withIterations((one) => {
        const [stateBefore, stateAfter] = [one.iteration > 5 ? "b" : "a", one.iteration > 5 ? "b" : "a"];
        return { ...one, tuning: { ...one.tuning, stateBefore, stateAfter } };
      }),
  },
];

function tuned(iteration: number, tuning: SoakTuning): PlantScene {
  return withIterations((one) => (one.iteration === iteration ? { ...one, tuning } : one));
}

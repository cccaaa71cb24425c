import type { Plant, PlantScene } from "@holdpoint/core";
import { soakScene, withIterations } from "../../../scenes/soak.ts";

export function sound(): PlantScene {
  return soakScene();
}

export const plants: readonly Plant[] = [
  {
    id: "crashed-once",
    harm: "the target crashed in one iteration of eight",
    expect: { outcome: "fail", code: "iteration-failed" },
    plant: () =>
      withIterations((one) =>
        one.iteration === 5
          ? { ...one, summary: null, values: {}, problem: { code: "HP-SOAK-EXIT", text: "ended with 134" } }
          : one,
      ),
  },
  {
    id: "refused-once",
    harm: "the target answered 409 when a parameter was written",
    expect: { outcome: "fail", code: "tuning-failed" },
    plant: () => {
      const problem = { code: "HP-TUNING-REFUSED", text: "PATCH was answered with 409" };
      return withIterations((one) => (one.iteration === 5 ? { ...one, tuning: { ...one.tuning, problem } } : one));
    },
  },
  {
    id: "silent",
    harm: "one iteration left nothing, and no reason why",
    expect: { outcome: "missing", code: "without-summary" },
    plant: () => withIterations((one) => (one.iteration === 2 ? { ...one, summary: null } : one)),
  },
];

import type { Plant, PlantScene } from "@holdpoint/core";
import { soakScene, withIterations } from "../../../scenes/soak.ts";

export function sound(): PlantScene {
  return soakScene();
}

export const plants: readonly Plant[] = [
  {
    id: "aborted",
    harm: "somebody pressed Ctrl-C after the last good iteration",
    expect: { outcome: "fail", code: "aborted" },
    plant: () => soakScene({ aborted: "SIGINT" }),
  },
  {
    id: "last-two-lost",
    harm: "the last two iterations are not there",
    expect: { outcome: "fail", code: "iterations-missing" },
    plant: () => withIterations((one) => (one.iteration > 6 ? null : one)),
  },
  {
    id: "bad-one-left-out",
    harm: "the iteration that went wrong was taken out, and one was appended for it",
    expect: { outcome: "fail", code: "out-of-order" },
    plant: () =>
      withIterations((one) => ({ ...one, iteration: one.iteration > 4 ? one.iteration + 1 : one.iteration })),
  },
  {
    id: "two-at-once",
    harm: "iterations overlap: two runs were mixed",
    expect: { outcome: "fail", code: "out-of-order" },
    plant: () => withIterations((one) => ({ ...one, finishedAtMs: one.finishedAtMs + 30_000 })),
  },
  {
    id: "nothing-planned",
    harm: "the plan has no iteration",
    expect: { outcome: "missing", code: "nothing-planned" },
    plant: () => soakScene({ planned: 0, iterations: [] }),
  },
];

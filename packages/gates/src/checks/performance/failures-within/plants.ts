import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { load, withLoad } from "../../../scenes/load.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.load]: [load()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "one-in-twenty",
    harm: "one request in twenty was reset",
    expect: { outcome: "fail", code: "too-many-failed" },
    plant: (scene) => withLoad(scene, { completed: 9500, failed: 500, failures: [{ kind: "reset", count: 500 }] }),
  },
  {
    id: "all-failed",
    harm: "every request was refused, and fast",
    expect: { outcome: "fail", code: "too-many-failed" },
    plant: (scene) => withLoad(scene, { completed: 0, failed: 10_000 }),
  },
  {
    id: "silence",
    harm: "nothing came back at all",
    expect: { outcome: "missing", code: "nothing-ended" },
    plant: (scene) => withLoad(scene, { completed: 0, failed: 0 }),
  },
];

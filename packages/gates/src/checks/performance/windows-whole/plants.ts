import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import type { LoadBody, LoadWindow } from "@holdpoint/core";
import { withBody } from "@holdpoint/core";
import { load, loadWindow, withLoad } from "../../../scenes/load.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.load]: [load()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "slowest-left-out",
    harm: "one request in a hundred never ended, and is neither completed nor failed",
    expect: { outcome: "fail", code: "impossible-counts" },
    plant: (scene) =>
      withLoad(scene, {
        completed: 9900,
        windows: Array.from({ length: 20 }, (_, at) => loadWindow(at, { completed: 495, sent: 500 })),
      }),
  },
  {
    id: "lost-second",
    harm: "the second in which the target stood still is missing",
    expect: { outcome: "fail", code: "gap" },
    plant: (scene) => windows(scene, (all) => all.filter((_, at) => at !== 7)),
  },
  {
    id: "cut-short",
    harm: "the windows stop halfway through the run",
    expect: { outcome: "fail", code: "counts-differ" },
    plant: (scene) =>
      withBody<LoadBody>(scene, KIND.load, (body) => ({
        ...body,
        durationMs: 10_000,
        windows: body.windows.slice(0, 10),
      })),
  },
  {
    id: "half-seen",
    harm: "the last half of the run has no windows",
    expect: { outcome: "fail", code: "gap" },
    plant: (scene) =>
      withBody<LoadBody>(scene, KIND.load, (body) => ({
        ...body,
        due: 5000,
        sent: 5000,
        completed: 5000,
        windows: body.windows.slice(0, 10),
      })),
  },
  {
    id: "twice-counted",
    harm: "a window stands there twice",
    expect: { outcome: "fail", code: "gap" },
    plant: (scene) => windows(scene, (all) => [...all.slice(0, 3), ...all.slice(2)]),
  },
  {
    id: "hidden-failures",
    harm: "the failures of one window are not in the total",
    expect: { outcome: "fail", code: "counts-differ" },
    plant: (scene) => windows(scene, (all) => all.map((one, at) => (at === 5 ? { ...one, failed: 40 } : one))),
  },
  {
    id: "more-than-sent",
    harm: "more came back than went out",
    expect: { outcome: "fail", code: "impossible-counts" },
    plant: (scene) => withLoad(scene, { sent: 9000 }),
  },
  {
    id: "no-windows",
    harm: "a run of ours has no windows",
    expect: { outcome: "missing", code: "no-windows" },
    plant: (scene) => withLoad(scene, { windows: [] }),
  },
];

function windows(scene: PlantScene, change: (all: readonly LoadWindow[]) => readonly LoadWindow[]): PlantScene {
  return withBody<LoadBody>(scene, KIND.load, (body) => ({
    ...body,
    windows: change(body.windows),
  }));
}

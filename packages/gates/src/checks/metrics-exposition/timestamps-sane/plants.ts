import type { Plant, PlantScene } from "@holdpoint/core";
import { expositionScene, harmByProblem } from "../../../scenes/exposition.ts";

export function sound(): PlantScene {
  return expositionScene();
}

export const plants: readonly Plant[] = [
  {
    id: "seconds-for-milliseconds",
    harm: "timestamps are written in seconds where milliseconds are wanted",
    expect: { outcome: "fail", code: "impossible-time" },
    plant: harmByProblem("timestamp-old"),
  },
  {
    id: "future",
    harm: "the clock of the exporter is ahead",
    expect: { outcome: "fail", code: "impossible-time" },
    plant: harmByProblem("timestamp-future"),
  },
  {
    id: "begins-later",
    harm: "a counter was created after it was scraped",
    expect: { outcome: "fail", code: "impossible-time" },
    plant: harmByProblem("created-in-future"),
  },
  {
    id: "reversed",
    harm: "the scrapes are in the wrong order",
    expect: { outcome: "fail", code: "out-of-order" },
    plant: harmByProblem("scrapes-out-of-order", { line: null, column: null, family: null }),
  },
];

import type { Plant, PlantScene } from "@holdpoint/core";
import { expositionScene, harmByProblem, harmExposition } from "../../../scenes/exposition.ts";

export function sound(): PlantScene {
  return expositionScene();
}

export const plants: readonly Plant[] = [
  {
    id: "not-told",
    harm: "the page does not say when the process began",
    expect: { outcome: "warn", code: "start-not-told" },
    plant: harmExposition(({ scrapes }) => ({
      scrapes: scrapes.map((scrape, index) => (index === 1 ? { ...scrape, processStartS: null } : scrape)),
    })),
  },
  {
    id: "crashed",
    harm: "the process crashed and began anew between the scrapes",
    expect: { outcome: "fail", code: "restarted" },
    plant: harmExposition(({ scrapes }) => ({
      scrapes: scrapes.map((scrape, index) =>
        index === 1 ? { ...scrape, processStartS: scrape.atMs / 1000 - 3 } : scrape,
      ),
    })),
  },
  {
    id: "balanced",
    harm: "a balancer answered the second scrape from an older process",
    expect: { outcome: "fail", code: "other-process" },
    plant: harmByProblem("start-went-back", { severity: "finding", line: null, column: null, family: null }),
  },
  {
    id: "milliseconds",
    harm: "the start is written in milliseconds",
    expect: { outcome: "fail", code: "start-impossible" },
    plant: harmExposition(({ scrapes }) => ({
      scrapes: scrapes.map((scrape) => ({ ...scrape, processStartS: (scrape.processStartS ?? 0) * 1000 })),
    })),
  },
];

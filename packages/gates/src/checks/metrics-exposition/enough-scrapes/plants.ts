import type { Plant, PlantScene } from "@holdpoint/core";
import { expositionScene, harmExposition } from "../../../scenes/exposition.ts";

export function sound(): PlantScene {
  return expositionScene();
}

export const plants: readonly Plant[] = [
  {
    id: "only-one",
    harm: "the page was scraped once",
    expect: { outcome: "missing", code: "too-few-scrapes" },
    plant: harmExposition(({ scrapes }) => ({ scrapes: scrapes.slice(0, 1) })),
  },
  {
    id: "same-twice",
    harm: "one file was copied to be the second scrape",
    expect: { outcome: "missing", code: "not-apart" },
    plant: harmExposition(({ scrapes }) => ({ scrapes: scrapes.map((scrape) => ({ ...scrape, atMs: 1000 })) })),
  },
  {
    id: "going-back",
    harm: "the second scrape is older than the first",
    expect: { outcome: "missing", code: "not-apart" },
    plant: harmExposition(({ scrapes }) => ({ scrapes: scrapes.toReversed() })),
  },
];

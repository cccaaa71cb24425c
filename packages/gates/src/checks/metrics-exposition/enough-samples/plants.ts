import type { Plant, PlantScene } from "@holdpoint/core";
import { expositionScene, harmByProblem, harmExposition } from "../../../scenes/exposition.ts";

export function sound(): PlantScene {
  return expositionScene();
}

export const plants: readonly Plant[] = [
  {
    id: "one-empty",
    harm: "the second scrape came back empty",
    expect: { outcome: "missing", code: "no-samples" },
    plant: harmExposition(({ scrapes }) => ({
      scrapes: scrapes.map((scrape, index) => (index === 1 ? { ...scrape, samples: 0, families: 0 } : scrape)),
    })),
  },
  {
    id: "never-scraped",
    harm: "nothing was scraped",
    expect: { outcome: "missing", code: "no-samples" },
    plant: harmExposition(() => ({ scrapes: [] })),
  },
  {
    id: "too-few",
    harm: "the program registers a fraction of its metrics",
    expect: { outcome: "fail", code: "too-few" },
    plant: (scene) => ({ ...scene, params: { familiesMin: 4 } }),
  },
  {
    id: "cut",
    harm: "the page is larger than what is read",
    expect: { outcome: "fail", code: "cut-short" },
    plant: harmByProblem("too-large", { family: null }),
  },
  {
    id: "families-lost",
    harm: "the list of families was emptied, so that no family is too wide and none lacks its help",
    expect: { outcome: "missing", code: "families-untold" },
    plant: harmExposition(() => ({ families: [] })),
  },
  {
    id: "series-hidden",
    harm: "every family is said to have no series",
    expect: { outcome: "missing", code: "families-untold" },
    plant: harmExposition(({ families }) => ({ families: families.map((one) => ({ ...one, series: 0 })) })),
  },
  {
    id: "list-called-cut",
    harm: "a short list of families is said to have been cut",
    expect: { outcome: "missing", code: "families-untold" },
    plant: harmExposition(({ families }) => ({ families: families.slice(0, 1), familiesLeftOut: 2 })),
  },
];

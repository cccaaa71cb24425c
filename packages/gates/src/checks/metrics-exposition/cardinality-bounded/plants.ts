import type { Plant, PlantScene } from "@holdpoint/core";
import { expositionScene, family, harmExposition } from "../../../scenes/exposition.ts";

export function sound(): PlantScene {
  return expositionScene();
}

export const plants: readonly Plant[] = [
  {
    id: "user-in-a-label",
    harm: "a label has the identifier of a user",
    expect: { outcome: "fail", code: "family-too-wide" },
    plant: harmExposition(({ families }) => ({ families: [...families, family("logins_total", { series: 1001 })] })),
  },
  {
    id: "many-families",
    harm: "many families of a few series each are too many together",
    expect: { outcome: "fail", code: "too-many-series" },
    plant: harmExposition(({ scrapes }) => ({ scrapes: scrapes.map((scrape) => ({ ...scrape, samples: 10_001 })) })),
  },
];

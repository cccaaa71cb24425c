import type { BreakersBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { breakers } from "../../../scenes/breakers.ts";

export function sound(): PlantScene {
  return scene({});
}

export const plants: readonly Plant[] = [
  {
    id: "no-metric",
    harm: "the breaker has no such metric",
    expect: { outcome: "fail", code: "not-told" },
    plant: () => scene({ accounts: [{ figure: "failures", seen: 4, told: null }] }),
  },
  {
    id: "failures-as-successes",
    harm: "error answers are counted as successes",
    expect: { outcome: "fail", code: "differs" },
    plant: () => scene({ accounts: [{ figure: "failures", seen: 4, told: 0 }] }),
  },
  {
    id: "not-tried",
    harm: "nothing is compared",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ accounts: [] }),
  },
];

function scene(changes: Partial<BreakersBody>): PlantScene {
  return { bodies: { [KIND.breakers]: [breakers(changes)] } };
}

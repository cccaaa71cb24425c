import type { BreakersBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { breakerNeighbour, breakers } from "../../../scenes/breakers.ts";

export function sound(): PlantScene {
  return scene({});
}

export const plants: readonly Plant[] = [
  {
    id: "one-for-all",
    harm: "one breaker serves all adapters",
    expect: { outcome: "fail", code: "neighbour-open" },
    plant: () => scene({ neighbours: [breakerNeighbour({ state: "open" })] }),
  },
  {
    id: "slots-shared",
    harm: "the failing adapter holds all slots",
    expect: { outcome: "fail", code: "neighbour-hit" },
    plant: () => scene({ neighbours: [breakerNeighbour({ succeeded: 0 })] }),
  },
  {
    id: "idle",
    harm: "nothing is sent to the other adapter",
    expect: { outcome: "missing", code: "nothing-submitted" },
    plant: () => scene({ neighbours: [breakerNeighbour({ submitted: 0, succeeded: 0 })] }),
  },
  {
    id: "not-tried",
    harm: "there is no other adapter",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ neighbours: [] }),
  },
];

function scene(changes: Partial<BreakersBody>): PlantScene {
  return { bodies: { [KIND.breakers]: [breakers(changes)] } };
}

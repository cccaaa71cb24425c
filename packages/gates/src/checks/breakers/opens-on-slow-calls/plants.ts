import type { BreakersBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { breakerOpening, breakers } from "../../../scenes/breakers.ts";

export function sound(): PlantScene {
  return scene({});
}

export const plants: readonly Plant[] = [
  {
    id: "slow-is-fine",
    harm: "slow calls count as good ones",
    expect: { outcome: "fail", code: "stayed-closed" },
    plant: () => scene({ openings: [breakerOpening({ fault: "slow", stateAfter: "closed" })] }),
  },
  {
    id: "first-slow-call-opens",
    harm: "one slow call opens the breaker",
    expect: { outcome: "fail", code: "opened-early" },
    plant: () => scene({ openings: [breakerOpening({ fault: "slow", stateBefore: "open" })] }),
  },
  {
    id: "never-slow",
    harm: "the upstream is never slow",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ openings: [breakerOpening()] }),
  },
];

function scene(changes: Partial<BreakersBody>): PlantScene {
  return { bodies: { [KIND.breakers]: [breakers(changes)] } };
}

import type { BreakersBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { breakerOpening, breakers } from "../../../scenes/breakers.ts";

export function sound(): PlantScene {
  return scene({});
}

export const plants: readonly Plant[] = [
  {
    id: "errors-count-as-success",
    harm: "answers with status 500 count as successes",
    expect: { outcome: "fail", code: "stayed-closed" },
    plant: () => scene({ openings: [breakerOpening({ stateAfter: "closed" })] }),
  },
  {
    id: "first-error-opens",
    harm: "the first error opens the breaker",
    expect: { outcome: "fail", code: "opened-early" },
    plant: () => scene({ openings: [breakerOpening({ stateBefore: "open" })] }),
  },
  {
    id: "no-error",
    harm: "the upstream never answers an error",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ openings: [breakerOpening({ fault: "slow" })] }),
  },
];

function scene(changes: Partial<BreakersBody>): PlantScene {
  return { bodies: { [KIND.breakers]: [breakers(changes)] } };
}

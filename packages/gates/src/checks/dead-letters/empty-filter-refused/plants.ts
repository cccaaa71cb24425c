import type { DeadLettersBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { deadLetters, refusedFilter } from "../../../scenes/dead-letters.ts";

export function sound(): PlantScene {
  return scene({});
}

export const plants: readonly Plant[] = [
  {
    id: "everything",
    harm: "an empty filter means everything",
    expect: { outcome: "fail", code: "accepted" },
    plant: () => scene({ refusedFilters: [refusedFilter({ status: 200, code: null })] }),
  },
  {
    id: "by-accident",
    harm: "the filter is refused because the token is wrong",
    expect: { outcome: "fail", code: "other-reason" },
    plant: () => scene({ refusedFilters: [refusedFilter({ status: 401, code: "HP-GATEWAY-UNAUTHENTICATED" })] }),
  },
  {
    id: "not-tried",
    harm: "no empty filter is sent",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ refusedFilters: [] }),
  },
];

function scene(changes: Partial<DeadLettersBody>): PlantScene {
  return { bodies: { [KIND.deadLetters]: [deadLetters(changes)] } };
}

import type { BreakersBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { breakerReset, breakers } from "../../../scenes/breakers.ts";

export function sound(): PlantScene {
  return scene({});
}

export const plants: readonly Plant[] = [
  {
    id: "no-effect",
    harm: "the reset is answered and nothing changes",
    expect: { outcome: "fail", code: "not-reset" },
    plant: () => scene({ resets: [breakerReset({ stateAfter: "open" })] }),
  },
  {
    id: "no-record",
    harm: "the reset leaves no record",
    expect: { outcome: "fail", code: "not-recorded" },
    plant: () => scene({ resets: [breakerReset({ recordedActor: null })] }),
  },
  {
    id: "other-actor",
    harm: "the record names somebody else",
    expect: { outcome: "fail", code: "not-recorded" },
    plant: () => scene({ resets: [breakerReset({ recordedActor: "gateway" })] }),
  },
  {
    id: "anybody",
    harm: "a requester may reset breakers",
    expect: { outcome: "fail", code: "open-to-all" },
    plant: () => scene({ resets: [breakerReset({ forbiddenStatus: 200 })] }),
  },
  {
    id: "closed-already",
    harm: "the breaker is closed before it is reset",
    expect: { outcome: "missing", code: "nothing-to-reset" },
    plant: () => scene({ resets: [breakerReset({ stateBefore: "closed" })] }),
  },
  {
    id: "not-tried",
    harm: "nobody resets a breaker",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ resets: [] }),
  },
];

function scene(changes: Partial<BreakersBody>): PlantScene {
  return { bodies: { [KIND.breakers]: [breakers(changes)] } };
}

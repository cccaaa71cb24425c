import type { BreakersBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { breakerRefusals, breakers } from "../../../scenes/breakers.ts";

export function sound(): PlantScene {
  return scene({});
}

export const plants: readonly Plant[] = [
  {
    id: "calls-leak",
    harm: "calls still reach the upstream",
    expect: { outcome: "fail", code: "upstream-touched" },
    plant: () => scene({ refusals: [breakerRefusals({ upstreamCalls: 1 })] }),
  },
  {
    id: "other-code",
    harm: "the refusal is told as a timeout",
    expect: { outcome: "fail", code: "not-refused" },
    plant: () =>
      scene({
        refusals: [breakerRefusals({ codes: ["HP-ACTION-TIMEOUT", "HP-ACTION-TIMEOUT", "HP-ACTION-TIMEOUT"] })],
      }),
  },
  {
    id: "letter-missing",
    harm: "actions refused by the breaker leave no letter",
    expect: { outcome: "fail", code: "no-letter" },
    plant: () => scene({ refusals: [breakerRefusals({ deadLetters: 0 })] }),
  },
  {
    id: "idle",
    harm: "nothing is submitted",
    expect: { outcome: "missing", code: "nothing-submitted" },
    plant: () => scene({ refusals: [breakerRefusals({ submitted: 0, codes: [], deadLetters: 0 })] }),
  },
  {
    id: "not-tried",
    harm: "the breaker is never open",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ refusals: [] }),
  },
];

function scene(changes: Partial<BreakersBody>): PlantScene {
  return { bodies: { [KIND.breakers]: [breakers(changes)] } };
}

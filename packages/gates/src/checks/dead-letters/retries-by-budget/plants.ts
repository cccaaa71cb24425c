import type { DeadLettersBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { deadLetters, death } from "../../../scenes/dead-letters.ts";

export function sound(): PlantScene {
  return scene({});
}

export const plants: readonly Plant[] = [
  {
    id: "retries-for-ever",
    harm: "retries do not stop",
    expect: { outcome: "fail", code: "over-budget" },
    plant: () => scene({ deaths: [death({ upstreamCalls: 9, letterAttempts: 9 })] }),
  },
  {
    id: "gives-up-at-once",
    harm: "nothing is retried",
    expect: { outcome: "fail", code: "under-budget" },
    plant: () => scene({ deaths: [death({ upstreamCalls: 1, letterAttempts: 1 })] }),
  },
  {
    id: "attempts-hidden",
    harm: "the letter tells the last attempt only",
    expect: { outcome: "fail", code: "attempts-differ" },
    plant: () => scene({ deaths: [death({ letterAttempts: 1 })] }),
  },
  {
    id: "not-tried",
    harm: "nothing dies",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ deaths: [] }),
  },
];

function scene(changes: Partial<DeadLettersBody>): PlantScene {
  return { bodies: { [KIND.deadLetters]: [deadLetters(changes)] } };
}

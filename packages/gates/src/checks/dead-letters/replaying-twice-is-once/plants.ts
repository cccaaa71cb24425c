import type { DeadLettersBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { deadLetters, repetition } from "../../../scenes/dead-letters.ts";

export function sound(): PlantScene {
  return scene({});
}

export const plants: readonly Plant[] = [
  {
    id: "twice-is-twice",
    harm: "every run replays every letter",
    expect: { outcome: "fail", code: "effect-repeated" },
    plant: () => scene({ repetitions: [repetition({ effects: 4, newActions: 4 })] }),
  },
  {
    id: "saved-by-the-key",
    harm: "the upstream's own key saves the day",
    expect: { outcome: "fail", code: "actions-repeated" },
    plant: () => scene({ repetitions: [repetition({ newActions: 4 })] }),
  },
  {
    id: "neither",
    harm: "both runs skip the letters",
    expect: { outcome: "fail", code: "effect-missing" },
    plant: () => scene({ repetitions: [repetition({ effects: 0, newActions: 0 })] }),
  },
  {
    id: "one-run",
    harm: "there is one run only",
    expect: { outcome: "missing", code: "replayed-once" },
    plant: () => scene({ repetitions: [repetition({ runs: 1 })] }),
  },
  {
    id: "not-tried",
    harm: "nothing is replayed twice",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ repetitions: [] }),
  },
];

function scene(changes: Partial<DeadLettersBody>): PlantScene {
  return { bodies: { [KIND.deadLetters]: [deadLetters(changes)] } };
}

import type { DeadLettersBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { deadLetters, letterRestart } from "../../../scenes/dead-letters.ts";

export function sound(): PlantScene {
  return scene({});
}

export const plants: readonly Plant[] = [
  {
    id: "in-memory",
    harm: "letters are kept in memory",
    expect: { outcome: "fail", code: "lost" },
    plant: () => scene({ restarts: [letterRestart({ after: 0, digestAfter: "sha256:0" })] }),
  },
  {
    id: "flags-lost",
    harm: "letters come back without their flags",
    expect: { outcome: "fail", code: "changed" },
    plant: () => scene({ restarts: [letterRestart({ digestAfter: "sha256:0" })] }),
  },
  {
    id: "empty-queue",
    harm: "the queue is empty when the gateway is killed",
    expect: { outcome: "missing", code: "no-letters" },
    plant: () => scene({ restarts: [letterRestart({ before: 0, after: 0 })] }),
  },
  {
    id: "not-tried",
    harm: "the gateway is never killed",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ restarts: [] }),
  },
];

function scene(changes: Partial<DeadLettersBody>): PlantScene {
  return { bodies: { [KIND.deadLetters]: [deadLetters(changes)] } };
}

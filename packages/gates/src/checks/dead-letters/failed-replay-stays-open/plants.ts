import type { DeadLettersBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { deadLetters, replaySeen } from "../../../scenes/dead-letters.ts";

export function sound(): PlantScene {
  return scene({});
}

export const plants: readonly Plant[] = [
  {
    id: "marked-replayed",
    harm: "a failed replay marks the letter as replayed",
    expect: { outcome: "fail", code: "closed-by-failure" },
    plant: () => scene({ replays: [replaySeen({ upstream: "failing", letterStatus: "replayed" })] }),
  },
  {
    id: "stuck-replaying",
    harm: "the letter says that it is being replayed for ever",
    expect: { outcome: "fail", code: "closed-by-failure" },
    plant: () => scene({ replays: [replaySeen({ upstream: "failing", letterStatus: "replaying" })] }),
  },
  {
    id: "healed-meanwhile",
    harm: "the upstream is healthy when it must fail",
    expect: { outcome: "missing", code: "did-not-fail" },
    plant: () => scene({ replays: [replaySeen({ upstream: "failing", newState: "SUCCEEDED" })] }),
  },
  {
    id: "only-sunshine",
    harm: "no replay fails",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ replays: [replaySeen()] }),
  },
];

function scene(changes: Partial<DeadLettersBody>): PlantScene {
  return { bodies: { [KIND.deadLetters]: [deadLetters(changes)] } };
}

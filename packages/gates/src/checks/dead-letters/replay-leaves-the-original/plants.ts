import type { DeadLettersBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { deadLetters, replaySeen } from "../../../scenes/dead-letters.ts";

export function sound(): PlantScene {
  return scene({});
}

export const plants: readonly Plant[] = [
  {
    id: "replayed-in-place",
    harm: "the original itself is run again",
    expect: { outcome: "fail", code: "not-one-action" },
    plant: () => scene({ replays: [replaySeen({ newActions: 0 })] }),
  },
  {
    id: "no-link",
    harm: "the new action stands alone",
    expect: { outcome: "fail", code: "not-linked" },
    plant: () => scene({ replays: [replaySeen({ linkedTo: "" })] }),
  },
  {
    id: "generation-lost",
    harm: "the new action counts as an original",
    expect: { outcome: "fail", code: "not-linked" },
    plant: () => scene({ replays: [replaySeen({ generation: 0 })] }),
  },
  {
    id: "overwritten",
    harm: "the original's state is overwritten",
    expect: { outcome: "fail", code: "original-changed" },
    plant: () => scene({ replays: [replaySeen({ originalAfter: "sha256:0" })] }),
  },
  {
    id: "trace-reused",
    harm: "the old trace goes on",
    expect: { outcome: "fail", code: "same-trace" },
    plant: () => scene({ replays: [replaySeen({ sameTrace: true })] }),
  },
  {
    id: "letter-stays",
    harm: "the letter stays open although the replay succeeded",
    expect: { outcome: "fail", code: "not-replayed" },
    plant: () => scene({ replays: [replaySeen({ letterStatus: "open" })] }),
  },
  {
    id: "not-tried",
    harm: "nothing is replayed",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ replays: [] }),
  },
];

function scene(changes: Partial<DeadLettersBody>): PlantScene {
  return { bodies: { [KIND.deadLetters]: [deadLetters(changes)] } };
}

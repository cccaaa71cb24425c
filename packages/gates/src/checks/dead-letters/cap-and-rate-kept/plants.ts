import type { DeadLettersBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { capSeen, deadLetters } from "../../../scenes/dead-letters.ts";

export function sound(): PlantScene {
  return scene({});
}

export const plants: readonly Plant[] = [
  {
    id: "not-tried",
    harm: "no run has a cap",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ caps: [] }),
  },
  {
    id: "cap-too-high",
    harm: "the cap is as high as the plan",
    expect: { outcome: "missing", code: "proves-nothing" },
    plant: () => scene({ caps: [capSeen({ max: 6, started: 6 })] }),
  },
  {
    id: "cap-ignored",
    harm: "the cap is ignored",
    expect: { outcome: "fail", code: "over-cap" },
    plant: () => scene({ caps: [capSeen({ started: 6 })] }),
  },
  {
    id: "stops-early",
    harm: "the run ends before its cap",
    expect: { outcome: "fail", code: "under-cap" },
    plant: () => scene({ caps: [capSeen({ started: 1 })] }),
  },
  {
    id: "all-at-once",
    harm: "all are started at once",
    expect: { outcome: "fail", code: "too-fast" },
    plant: () => scene({ caps: [capSeen({ spanMs: 3 })] }),
  },
];

function scene(changes: Partial<DeadLettersBody>): PlantScene {
  return { bodies: { [KIND.deadLetters]: [deadLetters(changes)] } };
}

import type { DeadLettersBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { deadLetters, planSeen } from "../../../scenes/dead-letters.ts";

export function sound(): PlantScene {
  return scene({});
}

export const plants: readonly Plant[] = [
  {
    id: "plans-everything",
    harm: "the plan ignores its filter",
    expect: { outcome: "fail", code: "wrong-count" },
    plant: () => scene({ plans: [planSeen({ planned: 12 })] }),
  },
  {
    id: "marks-letters",
    harm: "the plan marks letters as being replayed",
    expect: { outcome: "fail", code: "letters-changed" },
    plant: () => scene({ plans: [planSeen({ lettersAfter: "sha256:0" })] }),
  },
  {
    id: "acts-at-once",
    harm: "the plan makes the new actions",
    expect: { outcome: "fail", code: "actions-made" },
    plant: () => scene({ plans: [planSeen({ actionsAfter: 12 })] }),
  },
  {
    id: "tries-upstream",
    harm: "the plan asks the upstream",
    expect: { outcome: "fail", code: "upstream-touched" },
    plant: () => scene({ plans: [planSeen({ upstreamCalls: 1 })] }),
  },
  {
    id: "not-tried",
    harm: "nothing is planned",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ plans: [] }),
  },
];

function scene(changes: Partial<DeadLettersBody>): PlantScene {
  return { bodies: { [KIND.deadLetters]: [deadLetters(changes)] } };
}

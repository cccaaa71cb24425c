import type { DeadLettersBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { deadLetters, policyReplay } from "../../../scenes/dead-letters.ts";

export function sound(): PlantScene {
  return scene({});
}

export const plants: readonly Plant[] = [
  {
    id: "old-plan",
    harm: "the plan tells the verdict of then",
    expect: { outcome: "fail", code: "plan-silent" },
    plant: () => scene({ policies: [policyReplay({ plannedDenials: 0 })] }),
  },
  {
    id: "old-verdict",
    harm: "the verdict of then is used again",
    expect: { outcome: "fail", code: "not-denied" },
    plant: () => scene({ policies: [policyReplay({ denied: 0 })] }),
  },
  {
    id: "denied-too-late",
    harm: "the denial comes after the effect",
    expect: { outcome: "fail", code: "effect-despite-denial" },
    plant: () => scene({ policies: [policyReplay({ effects: 2 })] }),
  },
  {
    id: "denial-closes",
    harm: "a denial counts as replayed",
    expect: { outcome: "fail", code: "letter-closed" },
    plant: () => scene({ policies: [policyReplay({ stillOpen: 0 })] }),
  },
  {
    id: "no-letter",
    harm: "there is no letter of the denied operation",
    expect: { outcome: "missing", code: "nothing-to-deny" },
    plant: () => scene({ policies: [policyReplay({ letters: 0, plannedDenials: 0, denied: 0, stillOpen: 0 })] }),
  },
  {
    id: "not-tried",
    harm: "the policy never changes",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ policies: [] }),
  },
];

function scene(changes: Partial<DeadLettersBody>): PlantScene {
  return { bodies: { [KIND.deadLetters]: [deadLetters(changes)] } };
}

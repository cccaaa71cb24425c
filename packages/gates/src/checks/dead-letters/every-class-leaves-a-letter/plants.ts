import type { DeadLettersBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { deadLetters, death } from "../../../scenes/dead-letters.ts";

export function sound(): PlantScene {
  return scene({});
}

export const plants: readonly Plant[] = [
  {
    id: "nothing-dies",
    harm: "no action dies",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ deaths: [] }),
  },
  {
    id: "timeouts-not-tried",
    harm: "nothing ever times out",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ deaths: deadLetters().deaths.filter((one) => one.failureClass !== "timeout") }),
  },
  {
    id: "told-as-success",
    harm: "a dead action is answered as succeeded",
    expect: { outcome: "fail", code: "not-dead" },
    plant: () => scene({ deaths: [...deadLetters().deaths, death({ state: "SUCCEEDED" })] }),
  },
  {
    id: "timeouts-lost",
    harm: "timeouts leave no letter",
    expect: { outcome: "fail", code: "no-letter" },
    plant: () => scene({ deaths: [...deadLetters().deaths, death({ failureClass: "timeout", letters: 0 })] }),
  },
  {
    id: "letter-an-attempt",
    harm: "every attempt leaves a letter",
    expect: { outcome: "fail", code: "several-letters" },
    plant: () => scene({ deaths: [...deadLetters().deaths, death({ letters: 3 })] }),
  },
];

function scene(changes: Partial<DeadLettersBody>): PlantScene {
  return { bodies: { [KIND.deadLetters]: [deadLetters(changes)] } };
}

import type { DeadLettersBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { abortSeen, deadLetters } from "../../../scenes/dead-letters.ts";

export function sound(): PlantScene {
  return scene({});
}

export const plants: readonly Plant[] = [
  {
    id: "not-tried",
    harm: "no run is aborted",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ aborts: [] }),
  },
  {
    id: "too-late",
    harm: "the abort comes when all is done",
    expect: { outcome: "missing", code: "nothing-left" },
    plant: () => scene({ aborts: [abortSeen({ startedAtAbort: 6, startedLater: 6 })] }),
  },
  {
    id: "runs-on",
    harm: "the run goes on to its end",
    expect: { outcome: "fail", code: "went-on" },
    plant: () => scene({ aborts: [abortSeen({ startedLater: 6 })] }),
  },
  {
    id: "told-as-done",
    harm: "the aborted run says that it is done",
    expect: { outcome: "fail", code: "not-aborted" },
    plant: () => scene({ aborts: [abortSeen({ state: "done" })] }),
  },
];

function scene(changes: Partial<DeadLettersBody>): PlantScene {
  return { bodies: { [KIND.deadLetters]: [deadLetters(changes)] } };
}

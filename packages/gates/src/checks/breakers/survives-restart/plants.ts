import type { BreakersBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { breakerRestart, breakers } from "../../../scenes/breakers.ts";

export function sound(): PlantScene {
  return scene({});
}

export const plants: readonly Plant[] = [
  {
    id: "state-in-memory",
    harm: "the breaker's state is kept in memory only",
    expect: { outcome: "fail", code: "forgotten" },
    plant: () => scene({ restarts: [breakerRestart({ stateAfter: "closed" })] }),
  },
  {
    id: "called-at-once",
    harm: "the first submission after the start is let through",
    expect: { outcome: "fail", code: "upstream-touched" },
    plant: () => scene({ restarts: [breakerRestart({ upstreamCalls: 1 })] }),
  },
  {
    id: "closed-before",
    harm: "the breaker is closed when the gateway is killed",
    expect: { outcome: "missing", code: "not-open-before" },
    plant: () => scene({ restarts: [breakerRestart({ stateBefore: "closed" })] }),
  },
  {
    id: "not-tried",
    harm: "the gateway is never killed",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ restarts: [] }),
  },
];

function scene(changes: Partial<BreakersBody>): PlantScene {
  return { bodies: { [KIND.breakers]: [breakers(changes)] } };
}

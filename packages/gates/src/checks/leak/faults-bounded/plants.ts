import type { Plant, PlantScene } from "@holdpoint/core";
import { resourcesScene } from "../../../scenes/resources.ts";

export function sound(): PlantScene {
  return resourcesScene({ faulted: [{ fromMs: 300_000, toMs: 330_000, why: "upstream cut off" }] });
}

export const plants: readonly Plant[] = [
  {
    id: "crash-loop",
    harm: "the process is restarted every minute, before its memory is seen to grow",
    expect: { outcome: "fail", code: "too-many-faults" },
    plant: () =>
      resourcesScene({
        faulted: [1, 2, 3, 4, 5].map((minute) => ({
          fromMs: minute * 100_000,
          toMs: minute * 100_000 + 2000,
          why: "restarted",
        })),
      }),
  },
  {
    id: "all-faulted",
    harm: "one fault lasts for half of the run",
    expect: { outcome: "fail", code: "too-much-faulted" },
    plant: () => resourcesScene({ faulted: [{ fromMs: 200_000, toMs: 500_000, why: "slow disk" }] }),
  },
  {
    id: "never-warm",
    harm: "the run ended before it was warm",
    expect: { outcome: "missing", code: "no-steady-part" },
    plant: () => resourcesScene({ steadyFromMs: 601_000 }),
  },
];

import type { BreakersBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { breakerRecovery, breakers } from "../../../scenes/breakers.ts";

export function sound(): PlantScene {
  return scene({});
}

export const plants: readonly Plant[] = [
  {
    id: "not-tried",
    harm: "no fault is ended",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ recoveries: [] }),
  },
  {
    id: "stays-open",
    harm: "the breaker rejects before it can go half-open",
    expect: { outcome: "fail", code: "never-recovered" },
    plant: () => scene({ recoveries: [breakerRecovery({ firstSuccessAtMs: null, stateAfter: "open" })] }),
  },
  {
    id: "reset-by-hand",
    harm: "the breaker is reset by hand",
    expect: { outcome: "fail", code: "helped-along" },
    plant: () => scene({ recoveries: [breakerRecovery({ manualResets: 1 })] }),
  },
  {
    id: "open-time-doubles",
    harm: "the open time grows with each refusal",
    expect: { outcome: "fail", code: "too-late" },
    plant: () => scene({ recoveries: [breakerRecovery({ firstSuccessAtMs: 9_000 })] }),
  },
  {
    id: "success-before-the-end",
    harm: "the success is older than the end of the fault",
    expect: { outcome: "fail", code: "too-late" },
    plant: () => scene({ recoveries: [breakerRecovery({ firstSuccessAtMs: 900 })] }),
  },
  {
    id: "half-open-for-ever",
    harm: "the success does not close the breaker",
    expect: { outcome: "fail", code: "not-closed" },
    plant: () => scene({ recoveries: [breakerRecovery({ stateAfter: "half-open" })] }),
  },
];

function scene(changes: Partial<BreakersBody>): PlantScene {
  return { bodies: { [KIND.breakers]: [breakers(changes)] } };
}

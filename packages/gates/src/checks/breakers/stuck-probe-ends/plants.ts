import type { BreakersBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { breakerStuckProbe, breakers } from "../../../scenes/breakers.ts";

export function sound(): PlantScene {
  return scene({});
}

export const plants: readonly Plant[] = [
  {
    id: "waits-for-ever",
    harm: "the breaker waits for the probe",
    expect: { outcome: "fail", code: "probe-held" },
    plant: () => scene({ stuckProbes: [breakerStuckProbe({ stateAfterTimeout: "half-open" })] }),
  },
  {
    id: "permit-lost",
    harm: "the permit is never given back",
    expect: { outcome: "fail", code: "not-recovered" },
    plant: () => scene({ stuckProbes: [breakerStuckProbe({ recoveredLater: false })] }),
  },
  {
    id: "not-tried",
    harm: "no probe hangs",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ stuckProbes: [] }),
  },
];

function scene(changes: Partial<BreakersBody>): PlantScene {
  return { bodies: { [KIND.breakers]: [breakers(changes)] } };
}

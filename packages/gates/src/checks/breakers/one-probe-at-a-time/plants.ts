import type { BreakersBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { breakerProbes, breakers } from "../../../scenes/breakers.ts";

export function sound(): PlantScene {
  return scene({});
}

export const plants: readonly Plant[] = [
  {
    id: "stampede",
    harm: "everybody who waits is let through",
    expect: { outcome: "fail", code: "several-probes" },
    plant: () => scene({ probes: [breakerProbes({ upstreamAtOnce: 8, upstreamCalls: 8, refused: 0 })] }),
  },
  {
    id: "two-probes",
    harm: "two probes are let through",
    expect: { outcome: "fail", code: "several-probes" },
    plant: () => scene({ probes: [breakerProbes({ upstreamAtOnce: 2, upstreamCalls: 2, refused: 6 })] }),
  },
  {
    id: "never-half-open",
    harm: "the breaker never tries again",
    expect: { outcome: "fail", code: "no-probe" },
    plant: () => scene({ probes: [breakerProbes({ upstreamAtOnce: 0, upstreamCalls: 0, refused: 8 })] }),
  },
  {
    id: "others-lost",
    harm: "the others are neither let through nor refused",
    expect: { outcome: "fail", code: "others-unaccounted" },
    plant: () => scene({ probes: [breakerProbes({ refused: 3 })] }),
  },
  {
    id: "alone",
    harm: "only one is submitted",
    expect: { outcome: "missing", code: "too-few-submissions" },
    plant: () => scene({ probes: [breakerProbes({ submitted: 1, refused: 0 })] }),
  },
  {
    id: "not-tried",
    harm: "nothing is submitted when a probe is due",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ probes: [] }),
  },
];

function scene(changes: Partial<BreakersBody>): PlantScene {
  return { bodies: { [KIND.breakers]: [breakers(changes)] } };
}

import type { Plant, PlantScene } from "@holdpoint/core";
import { failClosedScene, harmFailClosed } from "../../../scenes/fail-closed.ts";

export function sound(): PlantScene {
  return failClosedScene();
}

export const plants: readonly Plant[] = [
  {
    id: "probe-not-built",
    harm: "the program has no probes",
    expect: { outcome: "missing", code: "probe-absent" },
    plant: harmFailClosed(({ probe }) => ({ probe: { ...probe, announced: 0 } })),
  },
  {
    id: "probe-crashed",
    harm: "the program that probes crashed",
    expect: { outcome: "fail", code: "probe-failed" },
    plant: harmFailClosed(({ probe }) => ({ probe: { ...probe, exitCode: null } })),
  },
  {
    id: "probe-cut",
    harm: "the last probes did not come back",
    expect: { outcome: "fail", code: "probe-short" },
    plant: harmFailClosed(({ probe }) => ({ probe: { ...probe, announced: probe.announced + 3 } })),
  },
];

import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { load, loadTerms, withLoad } from "../../../scenes/load.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.load]: [load()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "closed-tool",
    harm: "the figures come from a tool that waits for every answer",
    expect: { outcome: "missing", code: "not-trusted" },
    plant: (scene) =>
      withLoad(scene, {
        trust: "closed-service-only",
        tool: { name: "wrk", version: "4.1.0" },
        response: null,
      }),
  },
  {
    id: "service-clock",
    harm: "the tool keeps the rate and starts its clock too late",
    expect: { outcome: "missing", code: "not-trusted" },
    plant: (scene) => withLoad(scene, { trust: "open-service-only" }),
  },
  {
    id: "closed-called-open",
    harm: "a closed run is called open, so that it has no rate to miss and is trusted all the same",
    expect: { outcome: "missing", code: "model-contradicts" },
    plant: (scene) =>
      withLoad(scene, {
        target: null,
        terms: loadTerms({ model: "closed", arrivals: ["closed"] }),
      }),
  },
  {
    id: "unknown-tool",
    harm: "nobody knows how the tool measures",
    expect: { outcome: "missing", code: "not-trusted" },
    plant: (scene) => withLoad(scene, { trust: "unknown" }),
  },
];

import type { ComponentConfig, CoverageBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { asParam, component, coverage, coveredFile } from "../../../scenes/coverage.ts";

const CARRIED = { commit: "9".repeat(40), measuredAt: "2026-01-01T00:00:00.000Z" };
const STORE: ComponentConfig = component({ critical: true, shards: ["store"] });

export function sound(): PlantScene {
  return { bodies: { [KIND.coverage]: [coverage()] }, params: { components: asParam([STORE]) } };
}

export const plants: readonly Plant[] = [
  {
    id: "store-of-yesterday",
    harm: "the critical store's figures are those of yesterday's commit",
    expect: { outcome: "fail", code: "carried-critical" },
    plant: (scene) => report(scene, { carried: CARRIED }),
  },
  {
    id: "shard-of-yesterday",
    harm: "the shard that a critical component needs was carried, and no longer mentions its files",
    expect: { outcome: "fail", code: "carried-critical" },
    plant: (scene) => report(scene, { carried: CARRIED, shard: "store", files: [coveredFile("src/cart.ts")] }),
  },
  {
    id: "last-month",
    harm: "the carried figures are a month old",
    expect: { outcome: "fail", code: "carried-too-old" },
    plant: (scene) => elsewhere(scene, { ...CARRIED, measuredAt: "2025-12-01T00:00:00Z" }),
  },
  {
    id: "from-the-future",
    harm: "the carried figures say that they were measured after the judgement",
    expect: { outcome: "fail", code: "carried-too-old" },
    plant: (scene) => elsewhere(scene, { ...CARRIED, measuredAt: "2027-01-01T00:00:00Z" }),
  },
  {
    id: "yesterday",
    harm: "figures of yesterday's commit stand for today's",
    expect: { outcome: "warn", code: "carried" },
    plant: (scene) => elsewhere(scene, CARRIED),
  },
];

function elsewhere(scene: PlantScene, carried: CoverageBody["carried"]): PlantScene {
  return report(scene, { carried, files: [coveredFile("src/cart.ts")] });
}

function report(scene: PlantScene, changes: Partial<CoverageBody>): PlantScene {
  return withBody<CoverageBody>(scene, KIND.coverage, (body) => ({ ...body, ...changes }));
}

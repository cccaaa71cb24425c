import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { withExceptions } from "../../../evidence/coverage-exceptions.ts";
import { coverageExceptions, inDays } from "../../../scenes/coverage-exceptions.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.coverageExceptions]: [coverageExceptions()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "ended-yesterday",
    harm: "an exception ended yesterday",
    expect: { outcome: "fail", code: "expired" },
    plant: (scene) => withExceptions(scene, () => ({ expiresAt: inDays(-1) })),
  },
  {
    id: "no-end",
    harm: "an exception ends at no readable time",
    expect: { outcome: "fail", code: "expired" },
    plant: (scene) => withExceptions(scene, () => ({ expiresAt: "never" })),
  },
  {
    id: "postdated",
    harm: "an exception is dated into the future",
    expect: { outcome: "fail", code: "not-begun" },
    plant: (scene) => withExceptions(scene, () => ({ createdAt: inDays(1) })),
  },
  {
    id: "for-ever",
    harm: "an exception lasts two years",
    expect: { outcome: "fail", code: "lasts-too-long" },
    plant: (scene) => withExceptions(scene, () => ({ expiresAt: inDays(720) })),
  },
  {
    id: "ends-next-week",
    harm: "an exception ends in a week",
    expect: { outcome: "warn", code: "expires-soon" },
    plant: (scene) => withExceptions(scene, () => ({ expiresAt: inDays(7) })),
  },
];

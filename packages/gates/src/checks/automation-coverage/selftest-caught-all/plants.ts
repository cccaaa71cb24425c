import type { Plant, PlantScene, SelftestBody } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { plan } from "../../../scenes/plan.ts";
import { selftest } from "../../../scenes/selftest.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.selftest]: [selftest(plan())] } };
}

export const plants: readonly Plant[] = [
  {
    id: "a-check-went-blind",
    harm: "a check no longer sees the violation planted in it",
    expect: { outcome: "fail", code: "missed" },
    plant: (scene) =>
      changed(scene, (body) => ({
        ...body,
        caught: body.caught - 1,
        checks: body.checks.map((one, index) =>
          index === 4 ? { ...one, missed: ["one-fails: expected fail, got pass"] } : one,
        ),
      })),
  },
  {
    id: "names-withheld",
    harm: "a violation was not caught and nobody says which",
    expect: { outcome: "fail", code: "count-disagrees" },
    plant: (scene) => changed(scene, (body) => ({ ...body, caught: body.caught - 1 })),
  },
  {
    id: "hardly-anything-planted",
    harm: "almost all planted violations are gone",
    expect: { outcome: "fail", code: "too-few" },
    plant: (scene) => changed(scene, (body) => ({ ...body, planted: 3, caught: 3 })),
  },
];

function changed(scene: PlantScene, change: (body: SelftestBody) => SelftestBody): PlantScene {
  return withBody<SelftestBody>(scene, KIND.selftest, change);
}

import type { Plant, PlantScene, SelftestBody } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { plan } from "../../../scenes/plan.ts";
import { selftest } from "../../../scenes/selftest.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.plan]: [plan()], [KIND.selftest]: [selftest(plan())] } };
}

export const plants: readonly Plant[] = [
  {
    id: "plants-removed",
    harm: "the planted violations of one check are removed",
    expect: { outcome: "fail", code: "check-unplanted" },
    plant: (scene) =>
      withBody<SelftestBody>(scene, KIND.selftest, (body) => ({
        ...body,
        checks: body.checks.map((one) => (one.check === "tests-3" ? { ...one, plants: 0 } : one)),
      })),
  },
  {
    id: "check-added-in-secret",
    harm: "a check of the profile was not there when the selftest ran",
    expect: { outcome: "fail", code: "check-not-tested" },
    plant: (scene) =>
      withBody<SelftestBody>(scene, KIND.selftest, (body) => ({ ...body, checks: body.checks.slice(1) })),
  },
];

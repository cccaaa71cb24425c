import type { Plant, PlantScene, SelftestBody } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { plan } from "../../../scenes/plan.ts";
import { selftest } from "../../../scenes/selftest.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.plan]: [plan()], [KIND.selftest]: [selftest(plan())] } };
}

export const plants: readonly Plant[] = [
  {
    id: "gate-untried",
    harm: "one gate has no live plant",
    expect: { outcome: "fail", code: "no-live-plant" },
    plant: (scene) => changed(scene, (body) => ({ ...body, live: body.live.filter((one) => one.gate !== "tests") })),
  },
  {
    id: "harm-let-through",
    harm: "a harmed repository passes the gate",
    expect: { outcome: "fail", code: "live-missed" },
    plant: (scene) =>
      changed(scene, (body) => ({
        ...body,
        live: body.live.map((one) => (one.gate === "tests" ? { ...one, got: "pass", caught: false } : one)),
      })),
  },
];

function changed(scene: PlantScene, change: (body: SelftestBody) => SelftestBody): PlantScene {
  return withBody<SelftestBody>(scene, KIND.selftest, change);
}

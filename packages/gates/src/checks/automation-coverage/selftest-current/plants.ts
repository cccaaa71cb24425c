import type { Plant, PlantScene, SelftestBody } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { plan } from "../../../scenes/plan.ts";
import { selftest } from "../../../scenes/selftest.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.selftest]: [selftest(plan())] } };
}

export const plants: readonly Plant[] = [
  {
    id: "check-edited-since",
    harm: "a check was edited after the selftest",
    expect: { outcome: "fail", code: "other-code" },
    plant: (scene) => digests(scene, { codeDigestNow: `sha256:${"0".repeat(64)}` }),
  },
  {
    id: "no-digests",
    harm: "nobody knows which code was tested, nor which judges",
    expect: { outcome: "fail", code: "other-code" },
    plant: (scene) => digests(scene, { codeDigest: "", codeDigestNow: "" }),
  },
];

function digests(scene: PlantScene, changes: Partial<SelftestBody>): PlantScene {
  return withBody<SelftestBody>(scene, KIND.selftest, (body) => ({ ...body, ...changes }));
}

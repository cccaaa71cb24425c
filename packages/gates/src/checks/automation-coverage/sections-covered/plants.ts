import type { Plant, PlanBody, PlantScene, SectionId } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { plan } from "../../../scenes/plan.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.plan]: [plan()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "required-section-silent",
    harm: "every check of a required section ended undecided",
    expect: { outcome: "fail", code: "required-uncovered" },
    plant: (scene) => without(scene, "L"),
  },
  {
    id: "section-nobody-asks-about",
    harm: "no gate speaks for a section that nobody requires",
    expect: { outcome: "warn", code: "uncovered" },
    plant: (scene) => without(scene, "Q"),
  },
];

function without(scene: PlantScene, section: SectionId): PlantScene {
  return withBody<PlanBody>(scene, KIND.plan, (body) => ({
    ...body,
    coveredSections: body.coveredSections.filter((id) => id !== section),
  }));
}

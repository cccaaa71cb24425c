import type { Plant, PlantScene } from "@holdpoint/core";
import { harmProvocation, harmTaxonomy, taxonomyScene } from "../../../scenes/error-taxonomy.ts";

export function sound(): PlantScene {
  return taxonomyScene();
}

export const plants: readonly Plant[] = [
  {
    id: "refusal-made-success",
    harm: "a refusal is sent with 200",
    expect: { outcome: "fail", code: "status-other-than-registered" },
    plant: harmProvocation("http-0", { status: 200 }),
  },
  {
    id: "document-of-another",
    harm: "a document names 500 in an answer of 400",
    expect: { outcome: "fail", code: "status-other-than-body" },
    plant: harmTaxonomy(({ provocations }) => ({
      provocations: provocations.map((one) =>
        one.id === "http-6" && one.problem !== null ? { ...one, problem: { ...one.problem, status: 500 } } : one,
      ),
    })),
  },
];

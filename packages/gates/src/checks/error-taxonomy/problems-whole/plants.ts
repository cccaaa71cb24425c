import type { ErrorProvocation, Plant, PlantScene } from "@holdpoint/core";
import { harmTaxonomy, harmProvocation, taxonomyScene } from "../../../scenes/error-taxonomy.ts";

export function sound(): PlantScene {
  return taxonomyScene();
}

/** Changes members of one problem document. */
function harmProblem(id: string, changes: Partial<ErrorProvocation["problem"]>): Plant["plant"] {
  return harmTaxonomy(({ provocations }) => ({
    provocations: provocations.map((one) =>
      one.id === id && one.problem !== null ? { ...one, problem: { ...one.problem, ...changes } } : one,
    ),
  }));
}

export const plants: readonly Plant[] = [
  {
    id: "framework-text",
    harm: "an error came as the web framework's own JSON",
    expect: { outcome: "fail", code: "media-type" },
    plant: harmProvocation("http-0", { contentType: "application/json; charset=utf-8" }),
  },
  {
    id: "hint-left-out",
    harm: "a problem document has no hint",
    expect: { outcome: "fail", code: "member-absent" },
    plant: harmProblem("http-5", { hint: null }),
  },
  {
    id: "no-document-at-start",
    harm: "a start was refused with a text instead of a document",
    expect: { outcome: "fail", code: "member-absent" },
    plant: harmProvocation("start-1", { problem: null }),
  },
  {
    id: "type-of-another",
    harm: "a document's type is that of another error",
    expect: { outcome: "fail", code: "type-disagrees" },
    plant: harmProblem("http-7", { type: "urn:holdpoint:error:HP-INTERNAL" }),
  },
  {
    id: "title-reworded",
    harm: "a title was reworded by hand",
    expect: { outcome: "fail", code: "title-disagrees" },
    plant: harmProblem("http-8", { title: "Bad Request" }),
  },
];

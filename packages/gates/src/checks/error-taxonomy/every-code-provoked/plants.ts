import type { Plant, PlantScene } from "@holdpoint/core";
import { harmTaxonomy, taxonomyScene } from "../../../scenes/error-taxonomy.ts";

export function sound(): PlantScene {
  return taxonomyScene();
}

export const plants: readonly Plant[] = [
  {
    id: "dead-code",
    harm: "a code is registered that nothing throws",
    expect: { outcome: "fail", code: "code-never-given" },
    plant: harmTaxonomy(({ registry }) => ({
      registry: [...registry, { code: "HP-GATEWAY-DEAD", title: "Never", status: 500, retryable: false }],
    })),
  },
  {
    id: "excused-with-nothing",
    harm: "a code is excused with a dash",
    expect: { outcome: "fail", code: "excuse-empty" },
    plant: harmTaxonomy(({ excused }) => ({ excused: excused.map(({ code }) => ({ code, reason: "-" })) })),
  },
  {
    id: "everything-excused",
    harm: "nine codes are excused",
    expect: { outcome: "fail", code: "too-many-excused" },
    plant: harmTaxonomy(({ excused }) => ({
      excused: [
        ...excused,
        ...Array.from({ length: 8 }, (_, at) => ({ code: `HP-GATEWAY-${at}`, reason: "too hard to be had" })),
      ],
    })),
  },
  {
    id: "excuse-forgotten",
    harm: "a code is still excused after the drill learned to provoke it",
    expect: { outcome: "warn", code: "excuse-needless" },
    plant: harmTaxonomy(({ excused }) => ({
      excused: [...excused, { code: "HP-GATEWAY-BODY", reason: "cannot be had from outside" }],
    })),
  },
];

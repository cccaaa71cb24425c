import type { Plant, PlantScene } from "@holdpoint/core";
import { dependenciesScene, harmPackage } from "../../../scenes/dependencies.ts";

export function sound(): PlantScene {
  return dependenciesScene();
}

export const plants: readonly Plant[] = [
  {
    id: "no-licence",
    harm: "a package names no licence",
    expect: { outcome: "fail", code: "licence-unknown" },
    plant: harmPackage({ licence: null }),
  },
  {
    id: "licence-in-words",
    harm: "a package describes its licence in words",
    expect: { outcome: "fail", code: "licence-unknown" },
    plant: harmPackage({ licence: "SEE LICENSE IN LICENSE.md" }),
  },
  {
    id: "copyleft",
    harm: "an update brought a package under a licence that nobody agreed to",
    expect: { outcome: "fail", code: "licence-refused" },
    plant: harmPackage({ licence: "AGPL-3.0-only" }),
  },
  {
    id: "both-apply",
    harm: "a package is under two licences at once, one of them not allowed",
    expect: { outcome: "fail", code: "licence-refused" },
    plant: harmPackage({ licence: "MIT AND GPL-3.0-only" }),
  },
  {
    id: "dead-exception",
    harm: "the package that `except` names changed its licence",
    expect: { outcome: "warn", code: "entry-unused" },
    plant: (scene) => ({ ...scene, params: { except: ["router"] } }),
  },
];

import type { Plant, PlantScene } from "@holdpoint/core";
import { dependenciesScene, harmPackage } from "../../../scenes/dependencies.ts";

export function sound(): PlantScene {
  return dependenciesScene();
}

export const plants: readonly Plant[] = [
  {
    id: "digest-removed",
    harm: "somebody took the digest out of the lockfile",
    expect: { outcome: "fail", code: "integrity-absent" },
    plant: harmPackage({ integrity: null }),
  },
  {
    id: "only-sha1",
    harm: "the lockfile was written by an old npm",
    expect: { outcome: "fail", code: "integrity-weak" },
    plant: harmPackage({ integrity: "sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=" }),
  },
  {
    id: "digest-cut",
    harm: "the digest was cut by a hand-made merge",
    expect: { outcome: "fail", code: "integrity-weak" },
    plant: harmPackage({ integrity: "sha512-AAAA" }),
  },
  {
    id: "dead-exception",
    harm: "the package that `allow` names has a digest by now",
    expect: { outcome: "warn", code: "entry-unused" },
    plant: (scene) => ({ ...scene, params: { allow: ["router"] } }),
  },
];

import type { Plant, PlantScene } from "@holdpoint/core";
import { dependenciesScene, harmDependencies } from "../../../scenes/dependencies.ts";

export function sound(): PlantScene {
  return dependenciesScene();
}

export const plants: readonly Plant[] = [
  {
    id: "nothing-there",
    harm: "node_modules was deleted after the suites",
    expect: { outcome: "missing", code: "not-installed" },
    plant: harmDependencies(() => ({ installed: null })),
  },
  {
    id: "patched-version",
    harm: "an older version was installed beside the lockfile",
    expect: { outcome: "fail", code: "installed-drift" },
    plant: harmDependencies(({ installed }) => ({
      installed: installed && {
        ...installed,
        drift: [{ path: "node_modules/router", what: "version", expected: "2.3.4", found: "2.3.3" }],
      },
    })),
  },
  {
    id: "one-left-out",
    harm: "an install was interrupted",
    expect: { outcome: "fail", code: "packages-absent" },
    plant: harmDependencies(({ installed }) => ({
      installed: installed && { ...installed, absent: ["node_modules/tiny"] },
    })),
  },
];

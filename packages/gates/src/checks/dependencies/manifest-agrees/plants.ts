import type { Plant, PlantScene } from "@holdpoint/core";
import { dependenciesScene, harmDependencies } from "../../../scenes/dependencies.ts";

export function sound(): PlantScene {
  return dependenciesScene();
}

export const plants: readonly Plant[] = [
  {
    id: "range-raised",
    harm: "a range was raised in the manifest only",
    expect: { outcome: "fail", code: "manifest-drift" },
    plant: harmDependencies(() => ({
      manifestDrift: [{ path: "package.json", what: "dependencies router", expected: "2.4.0", found: "2.3.4" }],
    })),
  },
  {
    id: "workspace-added",
    harm: "a workspace was added and not locked",
    expect: { outcome: "fail", code: "manifest-drift" },
    plant: harmDependencies(() => ({
      manifestDrift: [{ path: "packages/new/package.json", what: "workspace", expected: "locked", found: "nothing" }],
    })),
  },
];

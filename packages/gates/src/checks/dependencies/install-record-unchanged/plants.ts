import type { InstallRecordState, Plant, PlantScene } from "@holdpoint/core";
import { dependenciesScene, harmDependencies } from "../../../scenes/dependencies.ts";

export function sound(): PlantScene {
  return dependenciesScene();
}

export const plants: readonly Plant[] = [
  {
    id: "no-record",
    harm: "the install was not recorded",
    expect: { outcome: "missing", code: "no-record" },
    plant: harmDependencies(() => ({ record: null })),
  },
  {
    id: "patched",
    harm: "a file of a package was edited",
    expect: { outcome: "fail", code: "package-changed" },
    plant: harmRecord({ changed: ["node_modules/router"] }),
  },
  {
    id: "added",
    harm: "a package was copied into node_modules",
    expect: { outcome: "fail", code: "package-unrecorded" },
    plant: harmRecord({ unrecorded: ["node_modules/helper"] }),
  },
  {
    id: "removed",
    harm: "a package was deleted from node_modules",
    expect: { outcome: "fail", code: "package-gone" },
    plant: harmRecord({ gone: ["node_modules/tiny"] }),
  },
];

function harmRecord(changes: Partial<InstallRecordState>): Plant["plant"] {
  return harmDependencies(({ record }) => ({ record: record && { ...record, ...changes } }));
}

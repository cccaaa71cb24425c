import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { withBodies } from "../../../evidence/coverage-exceptions.ts";
import { coverageExceptions, exception } from "../../../scenes/coverage-exceptions.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.coverageExceptions]: [coverageExceptions()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "glob-and-file",
    harm: "a glob was excepted beside a file in it",
    expect: { outcome: "fail", code: "overlap" },
    plant: (scene) =>
      withBodies(scene, (body) => ({
        ...body,
        exceptions: [
          ...body.exceptions,
          exception({ id: "cov-2", path: "src/store/**", matches: ["src/store/disk.ts", "src/store/memory.ts"] }),
        ],
      })),
  },
];

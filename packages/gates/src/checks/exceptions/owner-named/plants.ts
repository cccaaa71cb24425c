import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { withBodies, withExceptions } from "../../../evidence/coverage-exceptions.ts";
import { coverageExceptions } from "../../../scenes/coverage-exceptions.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.coverageExceptions]: [coverageExceptions()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "nobody",
    harm: "an exception names nobody",
    expect: { outcome: "fail", code: "no-owner" },
    plant: (scene) => withExceptions(scene, () => ({ owner: " " })),
  },
  {
    id: "proposal-left",
    harm: "a file fell below its floor and the proposed row was left as it is",
    expect: { outcome: "fail", code: "nobody-decided" },
    plant: (scene) =>
      withBodies(scene, (body) => ({
        ...body,
        proposals: [{ id: "proposal-1", path: "src/cart.ts", metric: "branches", line: 12 }],
      })),
  },
];

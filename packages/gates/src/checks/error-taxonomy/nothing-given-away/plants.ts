import type { Plant, PlantScene } from "@holdpoint/core";
import { harmProvocation, taxonomyScene } from "../../../scenes/error-taxonomy.ts";

export function sound(): PlantScene {
  return taxonomyScene();
}

export const plants: readonly Plant[] = [
  {
    id: "stack-in-detail",
    harm: "the detail is a stack trace",
    expect: { outcome: "fail", code: "stack-leaked" },
    plant: harmProvocation("http-0", { leaks: [{ kind: "stack", where: "body" }] }),
  },
  {
    id: "path-in-detail",
    harm: "the detail names the data folder",
    expect: { outcome: "fail", code: "path-leaked" },
    plant: harmProvocation("http-9", { leaks: [{ kind: "path", where: "body" }] }),
  },
  {
    id: "token-echoed",
    harm: "the token is echoed in a header",
    expect: { outcome: "fail", code: "token-leaked" },
    plant: harmProvocation("http-10", { leaks: [{ kind: "token", where: "www-authenticate" }] }),
  },
];

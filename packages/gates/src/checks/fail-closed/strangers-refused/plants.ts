import type { AccessTrial, Plant, PlantScene } from "@holdpoint/core";
import { failClosedScene, harmFailClosed } from "../../../scenes/fail-closed.ts";

export function sound(): PlantScene {
  return failClosedScene();
}

/** Changes what happened at one path. */
function harmTrial(path: string, changes: Partial<AccessTrial>): Plant["plant"] {
  return harmFailClosed(({ access }) => ({
    access: access.map((one) => (one.path === path ? { ...one, ...changes } : one)),
  }));
}

export const plants: readonly Plant[] = [
  {
    id: "guard-forgotten",
    harm: "the list of actions is answered without a token",
    expect: { outcome: "fail", code: "open-to-anyone" },
    plant: harmTrial("/v1/actions", { withoutToken: 200 }),
  },
  {
    id: "any-token-will-do",
    harm: "the configuration is answered for any token",
    expect: { outcome: "fail", code: "takes-unknown-token" },
    plant: harmTrial("/v1/config", { withUnknownToken: 200 }),
  },
  {
    id: "role-not-looked-at",
    harm: "a requester changes the configuration",
    expect: { outcome: "fail", code: "takes-wrong-role" },
    plant: harmTrial("/v1/config", { withWrongRole: 200 }),
  },
  {
    id: "opened-in-passing",
    harm: "a route was declared open",
    expect: { outcome: "fail", code: "open-unlisted" },
    plant: harmTrial("/v1/config", { open: true, withoutToken: 200 }),
  },
  {
    id: "nobody-tried",
    harm: "the drill tried no operation",
    expect: { outcome: "missing", code: "nothing-tried" },
    plant: harmFailClosed(() => ({ access: [] })),
  },
];

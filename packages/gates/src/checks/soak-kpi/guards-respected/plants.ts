import type { Plant, PlantScene, SoakTuning } from "@holdpoint/core";
import { applied, delta, soakScene, tuning, withIterations } from "../../../scenes/soak.ts";

export function sound(): PlantScene {
  return soakScene();
}

const QUIET = tuning();
const SPREAD = delta({ parameter: "edge.spread_bps", subsystem: "edge", from: 1, to: 1.5 });

export const plants: readonly Plant[] = [
  {
    id: "frozen-and-changed",
    harm: "the executor is frozen, and its concurrency is changed all the same",
    expect: { outcome: "fail", code: "frozen-changed" },
    plant: () => tuned(5, { ...applied(delta()), guards: { ...QUIET.guards, frozen: ["executor"] } }),
  },
  {
    id: "edge-frozen",
    harm: "the edge is frozen, which must always be able to move",
    expect: { outcome: "fail", code: "never-frozen" },
    plant: () => tuned(5, { ...QUIET, guards: { ...QUIET.guards, frozen: ["edge"] } }),
  },
  {
    id: "two-subsystems",
    harm: "executor and edge are changed at once, so that nobody knows which of them helped",
    expect: { outcome: "fail", code: "several-subsystems" },
    plant: () => tuned(5, applied(delta(), SPREAD)),
  },
  {
    id: "no-rest",
    harm: "the parameter is changed in two iterations on end",
    expect: { outcome: "fail", code: "cooldown-broken" },
    plant: () => tuned(4, applied(delta({ from: 12, to: 16 }))),
  },
  {
    id: "large-step",
    harm: "the concurrency goes from 8 to 40 at once",
    expect: { outcome: "fail", code: "step-too-large" },
    plant: () => tuned(6, applied(delta({ to: 40 }))),
  },
  {
    id: "beyond-the-bounds",
    harm: "the concurrency becomes 66 where 64 are the most",
    expect: { outcome: "fail", code: "out-of-bounds" },
    plant: () => tuned(6, applied(delta({ from: 64, to: 66 }))),
  },
  {
    id: "another-parameter",
    harm: "a parameter is changed that nobody declared",
    expect: { outcome: "fail", code: "unknown-parameter" },
    plant: () => tuned(6, applied(delta({ parameter: "limits.max_position" }))),
  },
  {
    id: "off",
    harm: "the soak ran without tuning, and changed something",
    expect: { outcome: "fail", code: "changed-while-off" },
    plant: () => soakScene({ tuningEnabled: false }),
  },
];

function tuned(iteration: number, instead: SoakTuning): PlantScene {
  return withIterations((one) => (one.iteration === iteration ? { ...one, tuning: instead } : one));
}

import type { LeafReading, Plant, PlantScene } from "@holdpoint/core";
import { delta, reading, soak, soakScene, tuning, withIterations } from "../../../scenes/soak.ts";

export function sound(): PlantScene {
  return soakScene();
}

export const plants: readonly Plant[] = [
  {
    id: "clamped",
    harm: "the target cuts 12 down to 10 and answers 200",
    expect: { outcome: "fail", code: "ratio-low" },
    plant: () => readAs({ after: 10, verdict: "clamped" }),
  },
  {
    id: "ignored",
    harm: "the target answers 200 and keeps what it had",
    expect: { outcome: "fail", code: "ratio-low" },
    plant: () => readAs({ after: 8, verdict: "ignored" }),
  },
  {
    id: "ratio-of-one",
    harm: "the parameter never changed, and the report says 1.0",
    expect: { outcome: "fail", code: "miscounted" },
    plant: () => {
      const { iterations } = soak(bodyOf({ after: 8, verdict: "ignored" }));
      return soakScene({ iterations, deltas: soak().deltas });
    },
  },
  {
    id: "skips-counted",
    harm: "what was skipped is counted as applied",
    expect: { outcome: "fail", code: "miscounted" },
    plant: () => soakScene({ deltas: { ...soak().deltas, proposed: 40, attempted: 40, fullyApplied: 40 } }),
  },
];

function bodyOf(changes: Partial<LeafReading>): Pick<ReturnType<typeof soak>, "iterations"> {
  const harmed = tuning({ proposed: [delta()], readings: [reading(delta(), changes)] });
  return { iterations: soak().iterations.map((one) => (one.iteration === 3 ? { ...one, tuning: harmed } : one)) };
}

function readAs(changes: Partial<LeafReading>): PlantScene {
  const { iterations } = bodyOf(changes);
  return withIterations((one) => iterations[one.iteration - 1] ?? null);
}

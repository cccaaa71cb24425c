import type { LeafReading, Plant, PlantScene } from "@holdpoint/core";
import { delta, reading, soak, soakScene, tuning, withIterations } from "../../../scenes/soak.ts";

export function sound(): PlantScene {
  return soakScene();
}

export const plants: readonly Plant[] = [
  {
    id: "nested-miss",
    harm: "the parameter has moved to another section of the configuration",
    expect: { outcome: "fail", code: "path-missed" },
    plant: () => readAs({ after: null, verdict: "missing" }),
  },
  {
    id: "refused-before",
    harm: "the path leads nowhere and was refused before it was written",
    expect: { outcome: "fail", code: "path-missed" },
    plant: () => {
      const refused = delta({ from: null, skipped: { reason: "unknown-path", text: "no integer there" } });
      return withIterations((one) => (one.iteration === 3 ? { ...one, tuning: tuning({ proposed: [refused] }) } : one));
    },
  },
  {
    id: "told-in-the-report",
    harm: "the verification names a missed path",
    expect: { outcome: "fail", code: "path-missed" },
    plant: () => soakScene({ deltas: { ...soak().deltas, nestedMissPaths: ["edge.latency.spread_bps"] } }),
  },
  {
    id: "number-became-text",
    harm: "the target stores the number as a text",
    expect: { outcome: "fail", code: "type-changed" },
    plant: () => readAs({ after: "12", verdict: "type-changed" }),
  },
  {
    id: "not-read-back",
    harm: "the target did not answer when the value was read back",
    expect: { outcome: "missing", code: "unreadable" },
    plant: () => readAs({ after: null, verdict: "unreadable" }),
  },
];

function readAs(changes: Partial<LeafReading>): PlantScene {
  const harmed = tuning({ proposed: [delta()], readings: [reading(delta(), changes)] });
  return withIterations((one) => (one.iteration === 3 ? { ...one, tuning: harmed } : one));
}

import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { withBodies } from "../../../evidence/coverage-exceptions.ts";
import { coverageExceptions, exception } from "../../../scenes/coverage-exceptions.ts";

const RESOLVED = exception({
  id: "cov-0",
  resolved: { at: "2025-12-31T00:00:00Z", by: "Ada", why: "reached", final: { covered: 10, total: 10 } },
});
const CHECKED = { id: "none-lost", outcome: "pass", params: {} } as const;

export function sound(): PlantScene {
  return {
    bodies: { [KIND.coverageExceptions]: [coverageExceptions({ exceptions: [exception(), RESOLVED] })] },
    baselineFacts: { exceptions: { open: ["cov-1"], resolved: ["cov-0"] } },
    baselineGates: [{ id: "exceptions", blocking: true, verdict: "PASS", checks: [CHECKED] }],
  };
}

export const plants: readonly Plant[] = [
  {
    id: "record-removed",
    harm: "the record of an open exception was removed",
    expect: { outcome: "fail", code: "exception-lost" },
    plant: (scene) => withBodies(scene, (body) => ({ ...body, exceptions: [RESOLVED] })),
  },
  {
    id: "resolution-removed",
    harm: "the event that resolved an exception was removed",
    expect: { outcome: "fail", code: "resolution-lost" },
    plant: (scene) =>
      withBodies(scene, (body) => ({
        ...body,
        exceptions: body.exceptions.map((one) => ({ ...one, resolved: null })),
      })),
  },
  {
    id: "facts-dropped",
    harm: "the last promotion left no record of its exceptions",
    expect: { outcome: "missing", code: "baseline-silent" },
    plant: (scene) => ({ ...scene, baselineFacts: {} }),
  },
];

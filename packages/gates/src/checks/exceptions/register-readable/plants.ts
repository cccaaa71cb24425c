import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { withBodies } from "../../../evidence/coverage-exceptions.ts";
import { coverageExceptions } from "../../../scenes/coverage-exceptions.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.coverageExceptions]: [coverageExceptions()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "signature-missing",
    harm: "an exception was written and nobody else has signed it",
    expect: { outcome: "fail", code: "record-untrusted" },
    plant: (scene) =>
      untrusted(scene, "governance/exceptions/cov-2.dsse.json", "signature-missing", "Grace has not signed it"),
  },
  {
    id: "event-of-another",
    harm: "an event names an exception of another content",
    expect: { outcome: "fail", code: "record-untrusted" },
    plant: (scene) =>
      untrusted(scene, "governance/exception-events/e.dsse.json", "misplaced", "there is no exception of this content"),
  },
];

function untrusted(scene: PlantScene, file: string, code: string, text: string): PlantScene {
  return withBodies(scene, (body) => ({ ...body, problems: [{ file, code, text }] }));
}

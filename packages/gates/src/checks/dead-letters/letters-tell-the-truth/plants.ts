import type { DeadLettersBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { deadLetters, death } from "../../../scenes/dead-letters.ts";

export function sound(): PlantScene {
  return scene({});
}

export const plants: readonly Plant[] = [
  {
    id: "all-unknown",
    harm: "every letter is of the class unknown",
    expect: { outcome: "fail", code: "class-differs" },
    plant: () => scene({ deaths: [death({ letterClass: "unknown" })] }),
  },
  {
    id: "digest-of-the-letter",
    harm: "the digest is that of something else",
    expect: { outcome: "fail", code: "digest-differs" },
    plant: () => scene({ deaths: [death({ letterDigest: "sha256:0" })] }),
  },
  {
    id: "own-id",
    harm: "the letter has an id of its own",
    expect: { outcome: "fail", code: "correlation-differs" },
    plant: () => scene({ deaths: [death({ letterCorrelation: "req_1" })] }),
  },
  {
    id: "no-trace",
    harm: "the letter has no trace",
    expect: { outcome: "fail", code: "trace-differs" },
    plant: () => scene({ deaths: [death({ letterTraceparent: "" })] }),
  },
  {
    id: "not-tried",
    harm: "nothing dies",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ deaths: [] }),
  },
];

function scene(changes: Partial<DeadLettersBody>): PlantScene {
  return { bodies: { [KIND.deadLetters]: [deadLetters(changes)] } };
}

import type { ArtifactsBody, Check, CheckInput, Finding, GateArtifact } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { judgedBefore } from "../../../evidence/planned-gates.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const all = bodiesOf<ArtifactsBody>(input, KIND.artifacts).flatMap((body) => body.artifacts);
  const gates = judgedBefore(input);
  return conclude(
    gates.flatMap(({ id }) => problemsOf(id, all)),
    {
      reason: `${count(gates.length, "gate")} left an artifact each`,
      observed: gates.length,
      threshold: gates.length,
    },
  );
}

function problemsOf(gate: string, all: readonly GateArtifact[]): Problem[] {
  const left = all.filter((artifact) => artifact.gate === gate && artifact.present && artifact.sha256 !== null);
  if (left.length === 1) return [];
  const locations = left.map(({ file }) => ({ file, text: `artifact of ${gate}` }));
  if (left.length > 1) {
    return [
      {
        outcome: "fail",
        code: "artifact-twice",
        text: `the gate "${gate}" left ${left.length} artifacts in one run`,
        observed: left.length,
        threshold: 1,
        flip: "would pass with 1 artifact",
        locations,
      },
    ];
  }
  const expected = all.find((artifact) => artifact.gate === gate)?.file;
  const where = expected === undefined ? "" : ` at ${expected}`;
  return [
    {
      outcome: "fail",
      code: "artifact-missing",
      text: `the gate "${gate}" left no artifact${where}`,
      observed: 0,
      threshold: 1,
      flip: "would pass with 1 artifact",
    },
  ];
}

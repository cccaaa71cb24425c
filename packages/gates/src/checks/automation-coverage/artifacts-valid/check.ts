import type { ArtifactsBody, Check, CheckInput, Finding, GateArtifact } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const all = bodiesOf<ArtifactsBody>(input, KIND.artifacts).flatMap((body) => body.artifacts);
  return conclude(all.flatMap(problemsOf), {
    reason: `${count(all.length, "artifact")} validate against the schema`,
    observed: all.length,
    threshold: all.length,
  });
}

function problemsOf({ gate, file, present, problems }: GateArtifact): Problem[] {
  if (problems === null) {
    const text = `${file} is ${present ? "not readable as JSON" : "not there"}`;
    return [
      {
        outcome: "fail",
        code: "unreadable",
        text,
        observed: present ? "unreadable" : "absent",
        threshold: "a JSON document",
        flip: "would pass once it can be read",
        locations: [{ file, text: `artifact of ${gate}` }],
      },
    ];
  }
  if (problems.length === 0) return [];
  return [
    {
      outcome: "fail",
      code: "schema-broken",
      text: `${file} breaks the schema: ${listed(problems)}`,
      observed: problems.length,
      threshold: 0,
      flip: "would pass with 0 schema problems",
      locations: problems.map((problem) => ({ file, text: problem })),
    },
  ];
}
